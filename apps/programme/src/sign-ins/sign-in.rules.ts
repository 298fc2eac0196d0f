import { Refusal } from '@xibu/domain';

/** Wrong tries of one account, or of one name that belongs to nobody. */
export interface SignInLock {
  readonly failures: number;
  readonly lastFailureAt: Date;
  readonly lockedUntil: Date | null;
}

export interface LockPolicy {
  readonly tries: number;
  readonly minutes: number;
}

export interface Attempt {
  /** The name belongs to an open account and the password is its own. */
  readonly passwordRight: boolean;
  /** Null where the account has no second factor. */
  readonly code: 'missing' | 'wrong' | 'right' | null;
  /** The password is to be replaced, and by what is sent along or not. */
  readonly replacement: 'not-needed' | 'missing' | 'given';
}

export type Verdict =
  | { readonly kind: 'signed-in'; readonly lock: null }
  | { readonly kind: 'locked' | 'wrong-password' | 'wrong-code'; readonly lock: SignInLock; readonly refusal: Refusal }
  /** Neither right nor wrong yet: something is still to be given. */
  | { readonly kind: 'unfinished'; readonly lock: SignInLock | null; readonly refusal: Refusal };

/**
 * Wrong tries in a row lock an account for a while, in which the right password does not open it either; tries that lie
 * further back than that while are forgotten. A wrong code counts like a wrong password.
 */
export function judge(attempt: Attempt, before: SignInLock | null, policy: LockPolicy, now: Date): Verdict {
  const lock = before && stillCounts(before, policy, now) ? before : null;
  if (lock?.lockedUntil && now < lock.lockedUntil) {
    const seconds = Math.ceil((lock.lockedUntil.getTime() - now.getTime()) / 1000);
    return {
      kind: 'locked',
      lock,
      refusal: new Refusal('sign-in.locked', { seconds, minutes: Math.ceil(seconds / 60) }),
    };
  }
  if (!attempt.passwordRight) {
    return { kind: 'wrong-password', lock: counted(lock, policy, now), refusal: new Refusal('sign-in.wrong') };
  }
  if (attempt.code === 'missing') {
    return { kind: 'unfinished', lock, refusal: new Refusal('sign-in.code-missing', { pointer: '/code' }) };
  }
  if (attempt.code === 'wrong') {
    const refusal = new Refusal('sign-in.code-wrong', { pointer: '/code' });
    return { kind: 'wrong-code', lock: counted(lock, policy, now), refusal };
  }
  if (attempt.replacement === 'missing') {
    return { kind: 'unfinished', lock, refusal: new Refusal('password.temporary', { pointer: '/newPassword' }) };
  }
  return { kind: 'signed-in', lock: null };
}

function stillCounts({ lastFailureAt }: SignInLock, { minutes }: LockPolicy, now: Date): boolean {
  return now.getTime() - lastFailureAt.getTime() < minutes * 60_000;
}

function counted(before: SignInLock | null, { tries, minutes }: LockPolicy, now: Date): SignInLock {
  const failures = (before?.failures ?? 0) + 1;
  const lockedUntil = failures >= tries ? new Date(now.getTime() + minutes * 60_000) : null;
  return { failures, lastFailureAt: now, lockedUntil };
}
