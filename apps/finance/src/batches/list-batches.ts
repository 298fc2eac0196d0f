import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { BatchRow, BatchView, ReturnFileView } from '@xibu/domain/finance/api';
import { Database, type Page, readPage, type Tx } from '@xibu/platform';
import type { MonthQuery } from '../offices/month.dto.js';
import { found, scopeOf } from '../offices/office-scope.js';
import { stepOf } from '../offices/signature.js';
import type { Batch } from './batch.js';
import { BatchTable } from './batch.table.js';

@Injectable()
export class ListBatches {
  constructor(private readonly database: Database) {}

  run(query: MonthQuery, actor: Actor): Promise<Page<BatchRow>> {
    const { month, county, state } = query;
    return this.database.transaction((tx) =>
      readPage<BatchRow>(tx, query, {
        select: `b.id, b.number, b.division "county", b.month, b.profile, b.status, b.dated "date", b.lines,
                 b.total_fen "totalFen", b.digest, b.version`,
        from: 'batch b',
        where: [
          ...scopeOf(actor, 'b', {}),
          ...(month ? [['b.month = ?', month] as const] : []),
          ...(county ? [['b.division = ?', county] as const] : []),
          ...(state ? [['b.status = any(?)', state.split(',')] as const] : []),
        ],
        sorts: ['number', 'month', 'county', 'date', 'totalFen'],
        defaultSort: 'number',
        facets: ['status', 'month'],
      }),
    );
  }

  get(id: string, actor: Actor): Promise<BatchView> {
    return this.database.transaction(async (tx) =>
      viewOfBatch(tx, found(await tx.findOne(BatchTable, { where: { id } }), actor)),
    );
  }
}

export const returnColumns = `f.id, f.name, f.sha256, f.dated::text "date", f.rows, f.steps, f.exceptions, f.repeated,
  jsonb_build_object('by', f.taken ->> 'name', 'at', f.taken ->> 'at') "taken"`;

export async function viewOfBatch(tx: Tx, batch: Batch): Promise<BatchView> {
  const { id, number, division, month, profile, status, dated, lines, totalFen, digest, reason, version } = batch;
  const payments: BatchView['payments'] = await tx.query(
    `select l.state, count(*)::int "lines", sum(l.fen)::float8 "fen" from batch_line b join payment_line l using (reference)
     where b.batch_id = $1 group by 1 order by 1`,
    [id],
  );
  const returns: ReturnFileView[] = await tx.query(
    `select ${returnColumns} from return_file f where f.batch_id = $1 order by f.taken ->> 'at', f.id`,
    [id],
  );
  return {
    ...{ id, number, county: division, month, profile, status, date: dated, lines, totalFen, digest, reason, version },
    steps: {
      prepared: { by: batch.prepared.name, at: batch.prepared.at },
      released: stepOf(batch.released),
      exported: stepOf(batch.exported),
    },
    ...{ payments, returns },
  };
}
