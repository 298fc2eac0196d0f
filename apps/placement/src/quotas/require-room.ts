import { Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { quotaIdOf } from './quota.js';
import { type Cell, overfilled, withUnallotted } from './quota-forest.rules.js';
import { readLines, readUsage } from './read-quotas.js';

/**
 * Whoever has just moved to another sort of post fits the quotas there (实施规模, notice 2.1.1). One after the other: two
 * who move at the same moment must not both take the last place of a county. Sees all seats only beyond an office's
 * scope.
 */
export async function requireRoom(
  tx: Tx,
  season: string,
  move: { readonly from: Cell; readonly to: Cell },
): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('xibu.quotas'), hashtext($1))`, [season]);
  const lines = await readLines(tx, { season });
  if (lines.length === 0) return;
  const usage = await readUsage(tx, season);
  const full = overfilled(withUnallotted(lines, [move.to.county]), usage, move);
  if (full) throw new Refusal('post-change.quota-full', { quota: quotaIdOf(full), max: full.max });
}
