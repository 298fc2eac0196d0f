import { type Actor, Refusal } from '@xibu/domain';
import { requireAnother, requireReason, sign } from '../offices/signature.js';
import type { PayException } from './pay-exception.js';

/** The first person says how it was settled. Exceptions of a run that may still change are not settled yet. */
export function propose(
  exception: PayException,
  reason: string,
  isFinal: boolean,
  actor: Actor,
  now: Date,
): PayException {
  if (exception.state === 'settled') throw new Refusal('exception.wrong-step', { state: exception.state });
  if (!isFinal) throw new Refusal('exception.not-final');
  const said = requireReason(reason);
  return { ...exception, state: 'proposed', reason: said, proposed: sign(actor, now), version: exception.version + 1 };
}

/** The second person agrees. */
export function confirm(exception: PayException, actor: Actor, now: Date): PayException {
  if (exception.state !== 'proposed') throw new Refusal('exception.wrong-step', { state: exception.state });
  requireAnother(actor, exception.proposed);
  return { ...exception, state: 'settled', settled: sign(actor, now), version: exception.version + 1 };
}
