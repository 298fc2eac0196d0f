import { type Actor, Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { Any, type FindOptionsWhere } from '@xibu/platform';
import type { Volunteer } from './volunteer.js';
import { VolunteerTable } from './volunteer.table.js';
import { isInScope } from './volunteer-scope.js';

const lock = { mode: 'pessimistic_write' } as const;

/** Locks one volunteer of the actor's scope, or answers that there is none. */
export async function lockVolunteer(tx: Tx, where: FindOptionsWhere<Volunteer>, actor: Actor): Promise<Volunteer> {
  const volunteer = await tx.findOne(VolunteerTable, { where, order: { season: 'DESC' }, lock });
  if (!volunteer || !isInScope(volunteer, actor)) throw new Refusal('record.unknown');
  return volunteer;
}

/** The person's own service, the latest one that was not lost. */
export async function lockOwn(tx: Tx, actor: Actor): Promise<Volunteer> {
  const rows = await tx.find(VolunteerTable, { where: { accountId: actor.account }, order: { season: 'DESC' }, lock });
  const volunteer = rows.find(({ status }) => status !== 'lost');
  if (!volunteer) throw new Refusal('volunteer.not-serving');
  return volunteer;
}

/** Locks many by 报名编号, in its order, so that two bulk steps never wait for each other in a circle. */
export async function lockNumbered(
  tx: Tx,
  season: string,
  numbers: readonly string[],
  actor: Actor,
): Promise<Map<string, Volunteer>> {
  const rows = await tx.find(VolunteerTable, {
    where: { season, number: Any([...numbers]) },
    order: { number: 'ASC' },
    lock,
  });
  return new Map(rows.filter((row) => isInScope(row, actor)).map((row) => [row.number, row]));
}

/** The row of a bulk step, or the Refusal of that row. */
export function named(volunteers: ReadonlyMap<string, Volunteer>, number: string): Volunteer {
  const volunteer = volunteers.get(number);
  if (!volunteer) throw new Refusal('record.unknown');
  return volunteer;
}
