import type { Milestone } from '@xibu/domain';
import { type Actor, Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { isWithin } from '../counties/find-county.js';
import type { Round } from './round.js';
import { RoundTable } from './round.table.js';

/** Locks a round of the actor's region, or answers that there is none. */
export async function lockRound(tx: Tx, id: string, actor: Pick<Actor, 'divisions'>): Promise<Round> {
  const round = await tx.findOne(RoundTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return own(round, actor);
}

export async function findRound(tx: Tx, id: string, actor: Pick<Actor, 'divisions'>): Promise<Round> {
  return own(await tx.findOne(RoundTable, { where: { id } }), actor);
}

function own(round: Round | null, actor: Pick<Actor, 'divisions'>): Round {
  if (!round || !isWithin(round.division, actor)) throw new Refusal('record.unknown');
  return round;
}

/** The window in which a round takes its steps. */
export function windowOfRound({ kind }: Pick<Round, 'kind'>): Milestone {
  return kind === 'main' ? 'placement' : 'backfill';
}
