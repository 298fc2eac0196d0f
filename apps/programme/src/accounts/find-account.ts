import { type Actor, Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import type { Office } from '../offices/office.js';
import { OfficeTable } from '../offices/office.table.js';
import type { Account, Credential } from './account.js';
import { AccountTable, CredentialTable } from './account.table.js';

/** Locks an account that the asking office may see. People have none above them: their account is their own. */
export async function lockAccountOfOffice(tx: Tx, id: string): Promise<{ account: Account; office: Office }> {
  const account = await tx.findOne(AccountTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  const office = account?.officeId ? await tx.findOne(OfficeTable, { where: { id: account.officeId } }) : null;
  if (!account || !office) throw new Refusal('record.unknown');
  return { account, office };
}

export async function lockOwnAccount(tx: Tx, { account: id }: Actor): Promise<Account> {
  const account = await tx.findOne(AccountTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!account) throw new Refusal('session.expired');
  return account;
}

export async function lockCredential(tx: Tx, accountId: string): Promise<Credential> {
  const credential = await tx.findOne(CredentialTable, { where: { accountId }, lock: { mode: 'pessimistic_write' } });
  if (!credential) throw new Error(`account ${accountId} has no credential`);
  return credential;
}
