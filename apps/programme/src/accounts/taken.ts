import { Refusal } from '@xibu/domain';
import type { Database } from '@xibu/platform';
import type { Account } from './account.js';

/**
 * Which of these accounts could not be stored because of their login name; the others, because of their address. Asked
 * for as the service: the account in the way may lie outside the scope of whoever asks, and is not shown.
 */
export async function loginsTaken(
  database: Database,
  accounts: readonly Pick<Account, 'loginIndex'>[],
): Promise<Set<string>> {
  const indexes = accounts.map(({ loginIndex }) => loginIndex);
  const rows: { login_index: string }[] = await database.asService((tx) =>
    tx.query('select login_index from account where login_index = any($1)', [indexes]),
  );
  return new Set(rows.map(({ login_index }) => login_index));
}

export async function refuseTaken(database: Database, account: Pick<Account, 'loginIndex'>): Promise<never> {
  const logins = await loginsTaken(database, [account]);
  throw logins.has(account.loginIndex)
    ? new Refusal('account.login-taken', { pointer: '/loginName' })
    : new Refusal('account.email-taken', { pointer: '/email' });
}
