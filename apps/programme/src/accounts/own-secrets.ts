import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { ChangePasswordRequest } from '@xibu/domain/programme/api';
import { Clock, Database, record, rewrite } from '@xibu/platform';
import { requireStrong } from '../passwords/password.rules.js';
import { Secrets } from '../passwords/secrets.js';
import { endOtherSessions } from '../sessions/end-sessions.js';
import { PasswordCheck } from '../sign-ins/password-check.js';
import { noteEvent } from '../sign-ins/sign-in-events.js';
import { closeOwn } from './account.rules.js';
import { AccountTable, CredentialTable } from './account.table.js';
import { lockCredential, lockOwnAccount } from './find-account.js';

/** What a person does with their own account after having shown that they know its password. */
@Injectable()
export class OwnSecrets {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly check: PasswordCheck,
  ) {}

  /** Every other session of the account is over. */
  async changePassword(
    { password, newPassword }: ChangePasswordRequest,
    actor: Actor,
    session: string | null,
  ): Promise<void> {
    const now = await this.check.require(actor, password);
    if (password === newPassword) throw new Refusal('password.same', { pointer: '/newPassword' });
    requireStrong(newPassword, null, '/newPassword');
    const passwordHash = await this.secrets.hash(newPassword);
    await this.database.transaction(async (tx) => {
      const credential = await lockCredential(tx, actor.account);
      const changed = { ...credential, passwordHash, isTemporary: false, demoPasswordSealed: null, changedAt: now };
      await rewrite(tx, CredentialTable, changed);
      await endOtherSessions(tx, actor.account, session, now);
      await noteEvent(tx, { kind: 'password-changed', accountId: actor.account }, now);
    });
  }

  /** 注销: a person’s own account; what was applied for under it stays where it is. */
  async close(password: string, actor: Actor): Promise<void> {
    await this.check.require(actor, password);
    await this.database.transaction(async (tx) => {
      const [closed, fact] = closeOwn(await lockOwnAccount(tx, actor));
      await rewrite(tx, AccountTable, closed);
      await record(tx, this.clock.now(), fact);
    });
  }
}
