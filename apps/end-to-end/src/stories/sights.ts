import { type ReadColumn, readSheet } from '@xibu/documents';
import type { ApplicationCounts, ApplicationRow, CountedBy } from '@xibu/domain/recruitment/api';
import { type Answer, type FrontDoor, jsonOf } from './front-door.js';

const applications = '/api/recruitment/applications';
const numberColumn: ReadColumn = { key: 'number', header: '报名编号', kind: 'text' };

interface ListPage {
  readonly rows: readonly ApplicationRow[];
  readonly total: number;
  readonly facets: { readonly status?: Record<string, number>; readonly faculty?: Record<string, number> };
}

/** What one account is shown of the register, by every way that shows any of it. Numbers of applications, sorted. */
export class Sight {
  constructor(
    private readonly door: FrontDoor,
    private readonly session: string,
  ) {}

  /** Page by page, one row each, so that the way from page to page is looked at as well. */
  async list(query = ''): Promise<{ numbers: string[]; totals: number[]; facets: ListPage['facets'] }> {
    const numbers: string[] = [];
    const totals: number[] = [];
    let facets: ListPage['facets'] = {};
    for (let after: string | null = ''; after !== null; ) {
      const path = `${applications}?limit=1${query && `&${query}`}${after && `&after=${after}`}`;
      const page: ListPage & { next: string | null } = await this.door.get(path, this.session);
      numbers.push(...page.rows.map(({ number }) => number ?? 'draft'));
      totals.push(page.total);
      facets = page.facets;
      after = page.next;
    }
    return { numbers: numbers.sort(), totals, facets };
  }

  async counts(by: CountedBy): Promise<ApplicationCounts> {
    return this.door.get(`${applications}/counts?by=${by}`, this.session);
  }

  async sheet(format: 'csv' | 'xlsx', query = ''): Promise<{ numbers: string[]; file: Answer }> {
    const path = `${applications}?format=${format}${query && `&${query}`}`;
    const file = await this.door.ask('GET', path, { session: this.session });
    if (file.status !== 200) throw new Error(`no sheet: ${file.status} ${file.text}`);
    const { rows } = await readSheet(file.bytes, [numberColumn]);
    return { numbers: rows.map(({ values }) => String(values['number'])).sort(), file };
  }

  /** Status of one record. */
  async one(id: string): Promise<number> {
    return (await this.door.ask('GET', `${applications}/${id}`, { session: this.session })).status;
  }

  ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const headers: Record<string, string> = method === 'PUT' ? { 'if-match': '"1"' } : {};
    return this.door.ask(method, `${applications}${path}`, { session: this.session, body, headers });
  }
}

export function sum(numbers: Readonly<Record<string, number>> = {}): number {
  return Object.values(numbers).reduce((total, number) => total + number, 0);
}

/** Every answer of a bulk request, row by row. */
export function rowsOf(answer: Answer): readonly { id: string; done: boolean; code?: string }[] {
  return jsonOf(answer);
}
