import type { RunStatus } from '@xibu/domain/finance/api';
import type { Tx } from '@xibu/platform';
import { standingOf } from '../subsidy-runs/subsidy-run.rules.js';

/** Moves released runs on to where their payments stand now. */
export async function settleStanding(tx: Tx, runIds: readonly string[]): Promise<void> {
  const rows: { id: string; status: RunStatus; waiting: number; pending: number; unreplaced: number }[] =
    await tx.query(
      `select r.id, r.status, count(*) filter (where l.state = 'waiting')::int "waiting",
            count(*) filter (where l.state = 'pending')::int "pending",
            count(*) filter (where l.state = 'returned' and next.reference is null)::int "unreplaced"
     from subsidy_run r left join payment_line l on l.run_id = r.id
       left join payment_line next on next.replaces = l.reference
     where r.id = any($1) and r.release_seq is not null group by 1, 2`,
      [runIds],
    );
  for (const { id, status, ...lines } of rows) {
    const now = standingOf(status, lines);
    if (now !== status)
      await tx.query('update subsidy_run set status = $2, version = version + 1 where id = $1', [id, now]);
  }
}
