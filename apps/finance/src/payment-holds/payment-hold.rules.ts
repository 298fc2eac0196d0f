import { type Actor, Refusal } from '@xibu/domain';
import type { HoldRequest, HoldView } from '@xibu/domain/finance/api';
import { requireAnother, requireReason, sign, stepOf } from '../offices/signature.js';
import type { PaymentHold } from './payment-hold.js';

export function place(
  id: string,
  { accountId, reason }: HoldRequest,
  at: { readonly division: number; readonly unit: string | null },
  actor: Actor,
  now: Date,
): PaymentHold {
  const said = requireReason(reason);
  return {
    ...{ id, accountId, ...at, reason: said, placed: sign(actor, now) },
    ...{ lifted: null, liftReason: null, version: 1 },
  };
}

/** Whoever held the money back does not let it go alone. */
export function lift(hold: PaymentHold, reason: string, actor: Actor, now: Date): PaymentHold {
  if (hold.lifted) throw new Refusal('payment-hold.lifted');
  requireAnother(actor, hold.placed);
  return { ...hold, lifted: sign(actor, now), liftReason: requireReason(reason), version: hold.version + 1 };
}

export function viewOf(hold: PaymentHold, name: string | null): HoldView {
  const { id, accountId, division, unit, reason, placed, lifted, liftReason, version } = hold;
  return {
    ...{ id, accountId, name, county: division, unit, reason, liftReason, version },
    ...{ placed: { by: placed.name, at: placed.at }, lifted: stepOf(lifted) },
  };
}
