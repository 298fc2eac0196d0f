import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import { Database, RealClock } from '@xibu/platform';
import { CredentialTable } from '../accounts/account.table.js';
import { Secrets } from '../passwords/secrets.js';
import { FindAccount } from './find-account-by-name.js';
import { judge } from './sign-in.rules.js';
import { noteEvent } from './sign-in-events.js';
import { keepLock, lockSubject } from './sign-in-lock.js';

/** Before somebody changes what opens their account, they show that they know its password. Wrong tries count here too. */
@Injectable()
export class PasswordCheck {
  constructor(
    private readonly database: Database,
    private readonly realClock: RealClock,
    private readonly secrets: Secrets,
    private readonly accounts: FindAccount,
  ) {}

  /** Refuses unless the password is the account’s; returns the instant at which it was. */
  async require({ account }: Actor, password: string): Promise<Date> {
    const credential = await this.database.asService((tx) =>
      tx.findOne(CredentialTable, { where: { accountId: account } }),
    );
    const passwordRight = await this.secrets.matches(credential?.passwordHash ?? null, password);
    const now = this.realClock.now();
    const verdict = await this.database.asService(async (tx) => {
      const attempt = { passwordRight, code: null, replacement: 'not-needed' as const };
      const judged = judge(attempt, await lockSubject(tx, account), this.accounts.policy, now);
      await keepLock(tx, account, judged.lock);
      if (judged.kind !== 'signed-in' && judged.kind !== 'unfinished') {
        await noteEvent(tx, { kind: judged.kind, accountId: account }, now);
      }
      return judged;
    }, 'password check');
    if (verdict.kind === 'locked') throw verdict.refusal;
    if (verdict.kind !== 'signed-in') throw new Refusal('password.wrong', { pointer: '/password' });
    return now;
  }
}
