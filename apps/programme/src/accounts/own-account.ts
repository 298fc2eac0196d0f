import { Injectable } from '@nestjs/common';
import { type Actor, type Fact, Refusal } from '@xibu/domain';
import type { ContactRequest, Language, OwnAccountView } from '@xibu/domain/programme/api';
import { Clock, Database, record, rewrite, Sealing, sqlState, type Tx } from '@xibu/platform';
import type { Account } from './account.js';
import { changeContact, setLanguage } from './account.rules.js';
import { AccountTable, CredentialTable } from './account.table.js';
import { lockOwnAccount } from './find-account.js';
import { type PersonDetails, readEmail, readMobile } from './person-details.rules.js';
import { openDetails, sealDetails } from './sealed-details.js';

/** 我的账号: what a person sees and changes of their own account. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  see(actor: Actor): Promise<OwnAccountView> {
    return this.database.transaction(async (tx) => {
      const account = await tx.findOne(AccountTable, { where: { id: actor.account } });
      if (!account) throw new Refusal('session.expired');
      const credential = await tx.findOne(CredentialTable, { where: { accountId: account.id } });
      const { name, loginName, email, mobile } = openDetails(this.sealing, account);
      const { id, roles, language } = account;
      return {
        ...{ id, name, loginName, email, mobile, roles, language, officeName: actor.officeName },
        hasSecondFactor: credential?.totpConfirmed ?? false,
      };
    });
  }

  async setContact(request: ContactRequest, actor: Actor): Promise<void> {
    const contact = { email: readEmail(request.email), mobile: readMobile(request.mobile) };
    await this.change(actor, (account, details) => {
      const changed = { ...details, ...contact };
      return changeContact(account, changed, sealDetails(this.sealing, changed));
    });
  }

  setLanguage(language: Language, actor: Actor): Promise<void> {
    return this.change(actor, (account, details) => setLanguage(account, language, details));
  }

  private change(actor: Actor, decide: (account: Account, details: PersonDetails) => [Account, Fact]): Promise<void> {
    return this.database.transaction(async (tx) => {
      const account = await lockOwnAccount(tx, actor);
      const [changed, fact] = decide(account, openDetails(this.sealing, account));
      await save(tx, changed);
      await record(tx, this.clock.now(), fact);
    });
  }
}

async function save(tx: Tx, account: Account): Promise<void> {
  try {
    await rewrite(tx, AccountTable, account);
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('account.email-taken', { pointer: '/email' });
    throw error;
  }
}
