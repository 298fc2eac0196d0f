import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { OpenedAccount, ResetPasswordRequest } from '@xibu/domain/programme/api';
import { Clock, Database, RealClock, record, rewrite, type Tx } from '@xibu/platform';
import { officeOf } from '../offices/find-office.js';
import type { Office } from '../offices/office.js';
import { requireStrong } from '../passwords/password.rules.js';
import { Secrets } from '../passwords/secrets.js';
import { noteEvent } from '../sign-ins/sign-in-events.js';
import type { Account, Credential } from './account.js';
import { closeByOffice, requireMayHelp } from './account.rules.js';
import { AccountTable, CredentialTable } from './account.table.js';
import { lockAccountOfOffice, lockCredential } from './find-account.js';

/** What an office does for and with the accounts of its own and those below. */
@Injectable()
export class HelpAccount {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly realClock: RealClock,
    private readonly secrets: Secrets,
  ) {}

  close(id: string, reason: string, actor: Actor): Promise<OpenedAccount> {
    return this.database.transaction(async (tx) => {
      const { account, office } = await lockAccountOfOffice(tx, id);
      const [closed, fact] = closeByOffice(account, office, await officeOf(tx, actor), reason, actor.account);
      await rewrite(tx, AccountTable, closed);
      await record(tx, this.clock.now(), fact);
      return { id };
    });
  }

  /** A temporary password; every session of the account is over. */
  async resetPassword(id: string, request: ResetPasswordRequest, actor: Actor): Promise<OpenedAccount> {
    requireStrong(request.password, null);
    const passwordHash = await this.secrets.hash(request.password);
    return this.change(id, request.reason, actor, 'password-reset', (credential, now) => ({
      ...{ ...credential, passwordHash, isTemporary: true, demoPasswordSealed: null },
      ...{ sessionsVoidBefore: now, changedAt: now },
    }));
  }

  /** The telephone with the second factor was lost. */
  resetSecondFactor(id: string, reason: string, actor: Actor): Promise<OpenedAccount> {
    return this.change(id, reason, actor, 'second-factor-reset', (credential, now) => ({
      ...{ ...credential, totpSealed: null, totpConfirmed: false, totpLastStep: null, changedAt: now },
    }));
  }

  private change(
    id: string,
    reason: string,
    actor: Actor,
    kind: 'password-reset' | 'second-factor-reset',
    next: (credential: Credential, now: Date) => Credential,
  ): Promise<OpenedAccount> {
    return this.database.transaction(async (tx) => {
      const { account, office } = await lockAccountOfOffice(tx, id);
      await this.requireMay(tx, { account, office, reason, actor });
      const now = this.realClock.now();
      await rewrite(tx, CredentialTable, next(await lockCredential(tx, id), now));
      await noteEvent(tx, { kind, accountId: id, by: actor.account, reason }, now);
      return { id };
    });
  }

  private async requireMay(
    tx: Tx,
    { account, office, reason, actor }: { account: Account; office: Office; reason: string; actor: Actor },
  ): Promise<void> {
    requireMayHelp(account, office, await officeOf(tx, actor), reason, actor.account);
  }
}
