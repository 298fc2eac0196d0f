import { Injectable } from '@nestjs/common';
import { Refusal, rfc3339 } from '@xibu/domain';
import type { ExchangeAnswer } from '@xibu/domain/programme/api';
import { Database, RealClock, signToken, type Tx } from '@xibu/platform';
import { type Account, actorOf } from '../accounts/account.js';
import { AccountTable, CredentialTable } from '../accounts/account.table.js';
import type { Office } from '../offices/office.js';
import { OfficeTable } from '../offices/office.table.js';
import { Secrets } from '../passwords/secrets.js';
import { ProgrammeConfig } from '../programme.config.js';
import { stands } from './session.js';
import { SessionTable } from './session.table.js';

/** The gateway brings a session’s secret and takes a token that says, for a few minutes, who asks and what they may. */
@Injectable()
export class ExchangeSession {
  constructor(
    private readonly database: Database,
    private readonly realClock: RealClock,
    private readonly secrets: Secrets,
    private readonly config: ProgrammeConfig,
  ) {}

  async run(secret: string): Promise<ExchangeAnswer> {
    const now = this.realClock.now();
    const secretHash = this.secrets.sessionHash(secret);
    const found = await this.database.asService((tx) => this.find(tx, secretHash, now), 'session exchange');
    if (!found) throw new Refusal('session.expired');
    const { tokenSeconds, tokenPrivateKey } = this.config;
    const actor = actorOf(found.account, found.office);
    return {
      token: await signToken(actor, tokenPrivateKey, tokenSeconds),
      expiresAt: rfc3339(new Date(now.getTime() + tokenSeconds * 1000)),
      ...{ sessionId: found.sessionId, actor },
    };
  }

  private async find(
    tx: Tx,
    secretHash: string,
    now: Date,
  ): Promise<{ sessionId: string; account: Account; office: Office | null } | null> {
    const session = await tx.findOne(SessionTable, { where: { secretHash } });
    const account = session ? await tx.findOne(AccountTable, { where: { id: session.accountId } }) : null;
    if (!session || account?.status !== 'open') return null;
    const credential = await tx.findOne(CredentialTable, { where: { accountId: account.id } });
    const { sessionIdleMinutes: idleMinutes } = this.config;
    if (!stands(session, { idleMinutes, voidBefore: credential?.sessionsVoidBefore ?? null, now })) return null;
    await tx.query('update session set last_used_at = $2 where id = $1', [session.id, now]);
    const office = account.officeId ? await tx.findOne(OfficeTable, { where: { id: account.officeId } }) : null;
    return { sessionId: session.id, account, office };
  }
}
