import { Injectable } from '@nestjs/common';
import { type Actor, type Fact, orRefusal, Refusal } from '@xibu/domain';
import type { OpenAccountRequest, OpenAccountsRequest, OpenedAccount, OpenedRow } from '@xibu/domain/programme/api';
import { Clock, Database, newId, record, type Tx } from '@xibu/platform';
import { officeOf } from '../offices/find-office.js';
import type { Office } from '../offices/office.js';
import { OfficeTable } from '../offices/office.table.js';
import type { Account } from './account.js';
import { openForOffice } from './account.rules.js';
import { insertAccounts } from './insert-accounts.js';
import { PrepareAccounts, type PreparedAccount } from './prepare-accounts.js';
import { loginsTaken, refuseTaken } from './taken.js';

interface Decided {
  readonly account: Account;
  readonly facts: readonly Fact[];
  readonly prepared: PreparedAccount;
}

/** An office opens accounts for itself and for offices below: one, or the rows of a list, each by itself. */
@Injectable()
export class OpenAccounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly preparations: PrepareAccounts,
  ) {}

  async one(request: OpenAccountRequest, actor: Actor): Promise<OpenedAccount> {
    const prepared = await this.preparations.one(request);
    const { opened, account } = await this.database.transaction(async (tx) => {
      const by = await officeOf(tx, actor);
      const [decided] = this.decide([request], [prepared], { by, actor, offices: await officesOf(tx, [request]) });
      if (!decided || decided instanceof Refusal) throw decided ?? new Refusal('record.unknown');
      const stored = await this.store(tx, [decided]);
      return { opened: stored.size > 0, account: { id: decided.account.id, loginIndex: decided.account.loginIndex } };
    });
    return opened ? { id: account.id } : refuseTaken(this.database, account);
  }

  async many({ accounts: requests }: OpenAccountsRequest, actor: Actor): Promise<OpenedRow[]> {
    const prepared = await this.preparations.many(requests);
    const rows = await this.database.transaction(async (tx) => {
      const by = await officeOf(tx, actor);
      const decided = this.decide(requests, prepared, { by, actor, offices: await officesOf(tx, requests) });
      const stored = await this.store(
        tx,
        decided.filter((row): row is Decided => !(row instanceof Refusal)),
      );
      return decided.map((row, index) => rowOf(row, index, stored));
    });
    return this.withReasons(rows);
  }

  private decide(
    requests: readonly OpenAccountRequest[],
    prepared: readonly (PreparedAccount | Refusal)[],
    { by, actor, offices }: { by: Office; actor: Actor; offices: ReadonlyMap<string, Office> },
  ): (Decided | Refusal)[] {
    const now = this.clock.now();
    const { demoIsOn } = this.preparations;
    return requests.map((request, index) => {
      const ready = prepared[index];
      const office = offices.get(request.officeId);
      if (!ready || ready instanceof Refusal) return ready ?? new Refusal('record.unknown');
      if (!office) return new Refusal('record.unknown', { pointer: '/officeId' });
      const details = { ...ready.details, roles: request.roles };
      const making = { id: newId(now), now, language: 'zh' as const, isDemo: request.isDemo ?? false, demoIsOn };
      return orRefusal(() => {
        const appointing = { office: by, roles: actor.roles };
        const [account, ...facts] = openForOffice(details, ready.sealed, office, appointing, making);
        return { account, facts, prepared: ready };
      });
    });
  }

  private async store(tx: Tx, decided: readonly Decided[]): Promise<Set<string>> {
    const now = this.clock.now();
    const credentials = new Map(decided.map(({ account, prepared }) => [account.id, prepared.credential]));
    const accounts = decided.map(({ account }) => account);
    const stored = await insertAccounts(tx, accounts, credentials, now);
    const facts = decided.filter(({ account }) => stored.has(account.id)).flatMap((row) => row.facts);
    await record(tx, now, ...facts);
    return stored;
  }

  /** Rows that stumbled over another account say whether it was the login name or the address. */
  private async withReasons(rows: readonly (OpenedRow & { loginIndex?: string })[]): Promise<OpenedRow[]> {
    const stumbled = rows.flatMap(({ loginIndex }) => (loginIndex ? [{ loginIndex }] : []));
    const logins = stumbled.length > 0 ? await loginsTaken(this.database, stumbled) : new Set<string>();
    return rows.map(({ loginIndex, ...row }) =>
      loginIndex ? { ...row, code: logins.has(loginIndex) ? 'account.login-taken' : 'account.email-taken' } : row,
    );
  }
}

function rowOf(
  row: Decided | Refusal,
  index: number,
  stored: ReadonlySet<string>,
): OpenedRow & { readonly loginIndex?: string } {
  if (row instanceof Refusal) return { index, done: false, code: row.code };
  const { id, loginIndex } = row.account;
  return stored.has(id) ? { index, done: true, id } : { index, done: false, loginIndex };
}

async function officesOf(tx: Tx, requests: readonly OpenAccountRequest[]): Promise<Map<string, Office>> {
  const ids = [...new Set(requests.map(({ officeId }) => officeId))];
  const offices = await tx
    .createQueryBuilder(OfficeTable, 'o')
    .where('o.id = any(:ids)')
    .setParameters({ ids })
    .getMany();
  return new Map(offices.map((office) => [office.id, office]));
}
