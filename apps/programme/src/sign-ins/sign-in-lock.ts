import type { Tx } from '@xibu/platform';
import type { SignInLock } from './sign-in.rules.js';

/** Takes the row of a subject for this transaction: tries at the same time are judged one after the other. */
export async function lockSubject(tx: Tx, subject: string): Promise<SignInLock | null> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [subject]);
  const [row]: SignInLock[] = await tx.query(
    `select failures, last_failure_at "lastFailureAt", locked_until "lockedUntil" from sign_in_lock where subject = $1`,
    [subject],
  );
  return row ?? null;
}

export async function keepLock(tx: Tx, subject: string, lock: SignInLock | null): Promise<void> {
  if (!lock) {
    await tx.query('delete from sign_in_lock where subject = $1', [subject]);
    return;
  }
  await tx.query(
    `insert into sign_in_lock (subject, failures, last_failure_at, locked_until) values ($1, $2, $3, $4)
     on conflict (subject) do update set failures = excluded.failures, last_failure_at = excluded.last_failure_at,
       locked_until = excluded.locked_until`,
    [subject, lock.failures, lock.lastFailureAt, lock.lockedUntil],
  );
}
