import { type Actor, Refusal, rfc3339 } from '@xibu/domain';
import type { StepView } from '@xibu/domain/finance/api';

/** Who took a step and when: what the approval strip shows, and what four eyes are counted by. */
export interface Signature {
  readonly account: string;
  readonly name: string;
  /** RFC 3339. */
  readonly at: string;
}

export function sign({ account, name }: Pick<Actor, 'account' | 'name'>, now: Date): Signature {
  return { account, name, at: rfc3339(now) };
}

/** Four eyes: whoever signed before may not sign this step. */
export function requireAnother({ account }: Pick<Actor, 'account'>, ...before: readonly (Signature | null)[]): void {
  if (before.some((signature) => signature?.account === account)) throw new Refusal('four-eyes.same-person');
}

/** A step with its name and time; account ids stay inside. */
export function stepOf(signature: Signature | null): StepView | null {
  return signature ? { by: signature.name, at: signature.at } : null;
}

/** A reason in words, or the Refusal that asks for one. */
export function requireReason(reason: string | undefined): string {
  const said = reason?.trim() ?? '';
  if (said === '') throw new Refusal('reason.missing', { pointer: '/reason' });
  return said;
}
