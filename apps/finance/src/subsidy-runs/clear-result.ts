import type { Tx } from '@xibu/platform';

/** Takes away what a calculation left, inputs and all, so that the next one begins anew. The database keeps released runs. */
export async function clearResult(tx: Tx, runId: string): Promise<void> {
  await tx.query(`delete from pay_exception where run_id = $1`, [runId]);
  for (const table of ['run_payout', 'run_line', 'run_person', 'run_snapshot']) {
    await tx.query(`delete from ${table} where run_id = $1`, [runId]);
  }
}
