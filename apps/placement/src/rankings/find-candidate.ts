import { type Actor, type Milestone, Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import type { Candidate } from './candidate.js';
import { CandidateTable } from './candidate.table.js';

/** The person's own place on the qualified list; of several applications the one that counts. */
export async function findOwn(tx: Tx, season: string, { account }: Actor): Promise<Candidate> {
  const own = await tx.find(CandidateTable, { where: { season, accountId: account }, order: { updatedAt: 'DESC' } });
  const candidate = own.find(({ status }) => status !== 'withdrawn' && status !== 'lost') ?? own[0];
  if (!candidate) throw new Refusal('ranking.not-a-candidate');
  return candidate;
}

/** Who was left without a post may rank anew for a backfill. */
export function windowFor({ status }: Candidate): Milestone {
  return status === 'unplaced' ? 'backfill' : 'ranking';
}
