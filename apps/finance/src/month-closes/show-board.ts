import { Injectable } from '@nestjs/common';
import { type Actor, addMonths, firstDayOf, type Month } from '@xibu/domain';
import type { OfficeMonthView, ReconciliationBoard, ReconciliationRow } from '@xibu/domain/finance/api';
import { Database, type Tx } from '@xibu/platform';
import type { MonthFigures, MonthObstacles } from '../bank-files/month-close.js';
import { monthFigures } from '../bank-files/month-close.js';
import { obstaclesOf } from '../bank-files/month-close.rules.js';
import { stepOf } from '../offices/signature.js';
import { closable, type OfficeMonth } from './close-month.rules.js';
import type { MonthClose } from './month-close.js';
import { MonthCloseTable } from './month-close.table.js';
import { readBooks } from './read-books.js';

/** 对账看板: every fen of a month by office and source, with what is still open; closed months as they were closed. */
@Injectable()
export class ShowBoard {
  constructor(private readonly database: Database) {}

  async run(month: Month, county: number | undefined, actor: Actor): Promise<ReconciliationBoard> {
    return this.database.beyondScope(async (tx) => {
      const offices: OfficeMonthView[] = [];
      for (const division of await officesIn(tx, month, county, actor))
        offices.push(await officeMonth(tx, division, month));
      return { month, offices, totals: totalsOf(offices.flatMap(({ rows }) => rows)) };
    });
  }
}

/** Counties of the actor's scope with a run, a line or a day of service in the month. */
async function officesIn(tx: Tx, month: Month, county: number | undefined, { divisions }: Actor): Promise<number[]> {
  if (!divisions) return [];
  const rows: { division: number }[] = await tx.query(
    `select division from (
       select division from subsidy_run where month = $1
       union select division from payment_line where book_month = $1
       union select division from service_span where from_day < $3::date and (to_day is null or to_day > $2::date)) known
     where division between $4 and $5 and ($6::int is null or division = $6) order by 1`,
    [month, firstDayOf(month), firstDayOf(addMonths(month, 1)), divisions.from, divisions.to, county ?? null],
  );
  return rows.map(({ division }) => division);
}

export async function officeMonth(tx: Tx, division: number, month: Month): Promise<OfficeMonthView> {
  const close = await tx.findOne(MonthCloseTable, { where: { division, month } });
  if (close?.status === 'closed') return viewOf(closedBooks(close), close);
  return viewOf(await readBooks(tx, division, month), close);
}

/** The books of a closed month, as they were closed. */
export function closedBooks({ division, month, figures }: MonthClose): OfficeMonth {
  const nobody = { lines: [], openExceptions: 0, inService: [], inPay: [], exceptions: [] };
  return { division, month, figures, obstacles: obstaclesOf({ figures, ...nobody }), runOpen: false };
}

/** An office's month as it is shown, with the close that was proposed for it. */
export function viewOf(books: OfficeMonth, close: MonthClose | null): OfficeMonthView {
  const { division, month, figures, obstacles, runOpen } = books;
  return {
    ...{ county: division, month, status: close?.status ?? 'open', closeId: close?.id ?? null },
    ...{ proposed: stepOf(close?.proposed ?? null), closed: stepOf(close?.closed ?? null) },
    mayClose: close?.status !== 'closed' && closable(books),
    obstacles: { ...placed(obstacles), runOpen },
    rows: figures.map((row) => rowOf(division, row)),
  };
}

function placed({ broken, ...obstacles }: MonthObstacles) {
  return { ...obstacles, broken: broken.map(({ county, ...row }) => ({ ...row, county: Number(county) })) };
}

function rowOf(office: number, { county, ...figures }: MonthFigures): ReconciliationRow {
  const { project, source } = figures;
  return { id: [office, county, project, source].join(' '), office, county: Number(county), ...figures };
}

function totalsOf(rows: readonly ReconciliationRow[]): ReconciliationBoard['totals'] {
  const sums = new Map<
    string,
    { -readonly [Key in keyof ReconciliationBoard['totals'][number]]: ReconciliationBoard['totals'][number][Key] }
  >();
  for (const { id: _, office: __, county: ___, ...row } of rows) {
    const key = `${row.project} ${row.source}`;
    const sum = sums.get(key);
    if (!sum) sums.set(key, { ...row });
    else for (const figure of monthFigures) sum[figure] += row[figure];
  }
  return [...sums].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, sum]) => sum);
}
