import { Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/platform';

/**
 * The name of the round of a season that is frozen and not yet published or annulled: while there is one, lists, posts
 * and quotas stand still. Null when there is none.
 */
export async function frozenRoundOf(tx: Tx, season: string): Promise<string | null> {
  const [round]: { name: string }[] = await tx.query(
    `select season || '-r' || number "name" from round
      where season = $1 and status in ('frozen', 'revealed', 'running', 'failed', 'proposed')`,
    [season],
  );
  return round?.name ?? null;
}

/**
 * Whoever changes what a round decides by and whoever freezes it exclude each other: many may change at once, but none
 * while a round is being frozen, so that nobody is told "saved" of something that the round has not seen.
 */
export async function lockInput(tx: Tx, season: string, how: 'change' | 'freeze'): Promise<void> {
  const lock = how === 'change' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await tx.query(`select ${lock}(hashtextextended($1, 0))`, [`input of ${season}`]);
}

/** Holds the next freeze off until this transaction ends, and refuses after one. */
export async function requireNotFrozen(tx: Tx, season: string): Promise<void> {
  await lockInput(tx, season, 'change');
  const round = await frozenRoundOf(tx, season);
  if (round) throw new Refusal('round.frozen', { round });
}
