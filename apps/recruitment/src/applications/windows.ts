import { type Milestone, Refusal } from '@xibu/domain';
import { requireOpen, type Tx } from '@xibu/platform';

/** For steps that the backfill repeats later in the year: one of the windows must be open; the first one's "no" counts. */
export async function requireOneOpen(
  tx: Tx,
  season: string,
  milestones: readonly Milestone[],
  now: Date,
): Promise<void> {
  const refused: Refusal[] = [];
  for (const milestone of milestones) {
    try {
      return await requireOpen(tx, season, milestone, now);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(error);
    }
  }
  throw refused[0];
}
