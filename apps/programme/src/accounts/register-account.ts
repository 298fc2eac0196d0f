import { Injectable } from '@nestjs/common';
import type { OpenedAccount, RegisterAccountRequest } from '@xibu/domain/programme/api';
import { Clock, Database, newId, record } from '@xibu/platform';
import { register } from './account.rules.js';
import { insertAccounts } from './insert-accounts.js';
import { onBehalfOfAVisitor } from './on-behalf-of-a-visitor.js';
import { PrepareAccounts } from './prepare-accounts.js';
import { refuseTaken } from './taken.js';

/** 注册: somebody opens an account for themselves, before anybody knows them. */
@Injectable()
export class RegisterAccount {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly preparations: PrepareAccounts,
  ) {}

  async run(request: RegisterAccountRequest): Promise<OpenedAccount> {
    const now = this.clock.now();
    const { details, sealed, credential } = await this.preparations.one(request);
    const { language = 'zh', isDemo = false } = request;
    const making = { id: newId(now), now, language, isDemo, demoIsOn: this.preparations.demoIsOn };
    const [account, ...facts] = register(details, sealed, making);
    const credentials = new Map([[account.id, { ...credential, isTemporary: false }]]);
    const opened = await onBehalfOfAVisitor(this.database, async (tx) => {
      const stored = await insertAccounts(tx, [account], credentials, now);
      if (stored.size === 0) return null;
      await record(tx, now, ...facts);
      return { id: account.id };
    });
    return opened ?? refuseTaken(this.database, account);
  }
}
