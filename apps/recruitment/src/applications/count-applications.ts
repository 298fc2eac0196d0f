import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { ApplicationCounts } from '@xibu/domain/recruitment/api';
import { Database, whereOf } from '@xibu/platform';
import { universityName } from '@xibu/reference';
import type { CountsQuery } from './applications.dto.js';
import { filtersOf } from './list-applications.js';

interface Cell {
  readonly key: string | null;
  readonly university: string | null;
  readonly status: string;
  readonly n: number;
}

/** 报名情况: how many stand where, by university, faculty or status; each number opens as the list with its filters. */
@Injectable()
export class CountApplications {
  constructor(private readonly database: Database) {}

  async run(query: CountsQuery, actor: Actor): Promise<ApplicationCounts> {
    const { by } = query;
    const { text, values } = whereOf(filtersOf(query, actor));
    const cells: Cell[] = await this.database.transaction((tx) =>
      tx.query(
        `select ${by} "key", ${by === 'faculty' ? 'university' : 'null'} university, status, count(*)::int n
         from application where ${text} group by 1, 2, 3 order by 1, 2, 3`,
        values,
      ),
    );
    return { by, total: cells.reduce((sum, { n }) => sum + n, 0), rows: rowsOf(by, cells) };
  }
}

function rowsOf(by: ApplicationCounts['by'], cells: readonly Cell[]): ApplicationCounts['rows'] {
  const rows = new Map<string, { key: string; university: string | null; byStatus: Record<string, number> }>();
  for (const { key, university: of, status, n } of cells) {
    const id = `${of ?? ''}/${key ?? ''}`;
    const row = rows.get(id) ?? { key: key ?? '', university: of, byStatus: {} };
    row.byStatus[status] = n;
    rows.set(id, row);
  }
  return [...rows.values()].map((row) => ({
    ...row,
    name: by === 'university' ? universityName(row.key) : row.key,
    total: Object.values(row.byStatus).reduce((sum, n) => sum + n, 0),
  }));
}
