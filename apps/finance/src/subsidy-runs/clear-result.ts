import type { Tx } from '@xibu/platform';

/** Takes away what a calculation left, inputs and all, so that the next one begins anew. The database keeps released runs. */
export async function clearResult(tx: Tx, runId: string): Promise<void> {
  await tx.query(
    `with exceptions as (delete from pay_exception where run_id = $1),
          payouts as (delete from run_payout where run_id = $1),
          lines as (delete from run_line where run_id = $1),
          people as (delete from run_person where run_id = $1)
     delete from run_snapshot where run_id = $1`,
    [runId],
  );
}
