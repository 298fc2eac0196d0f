import { type Actor, Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { isWithin } from '../counties/find-county.js';
import type { Dispatch } from './dispatch.js';
import { DispatchTable } from './dispatch.table.js';

/** A list of the actor's scope, or the answer that there is none. */
export async function findDispatch(
  tx: Tx,
  id: string,
  actor: Actor,
  { lock }: { readonly lock: boolean },
): Promise<Dispatch> {
  const dispatch = await tx.findOne(DispatchTable, {
    where: { id },
    ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
  });
  if (!dispatch || !isWithin(dispatch.county, actor)) throw new Refusal('record.unknown');
  return dispatch;
}
