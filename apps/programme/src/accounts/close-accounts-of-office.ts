import type { Fact } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { closed } from './account.rules.js';
import { AccountTable } from './account.table.js';

/** Closes whoever acts for an office that is closed; returns the facts to record. */
export async function closeAccountsOf(tx: Tx, officeId: string, reason: string): Promise<Fact[]> {
  const open = await tx.find(AccountTable, {
    where: { officeId, status: 'open' },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const decided = open.map((account) => closed(account, reason));
  await tx.query(
    `update account set status = 'closed', closed_reason = $2, email_sealed = null, email_index = null,
                        mobile_sealed = null, version = version + 1
     where id = any($1)`,
    [open.map(({ id }) => id), reason],
  );
  return decided.map(([, fact]) => fact);
}
