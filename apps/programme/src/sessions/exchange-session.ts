import { Injectable } from '@nestjs/common';
import { Refusal, rfc3339 } from '@xibu/domain';
import type { ExchangeAnswer } from '@xibu/domain/programme/api';
import { Database, RealClock, signToken, type Tx } from '@xibu/platform';
import { type Acting, type ActingOffice, actorOf } from '../accounts/account.js';
import { Secrets } from '../passwords/secrets.js';
import { ProgrammeConfig } from '../programme.config.js';
import { type Session, stands } from './session.js';

/** How exactly the last use is known: idle time is counted in minutes, and a write costs more than all the rest. */
const usedGrainMs = 60_000;

interface Found extends Pick<Session, 'startedAt' | 'lastUsedAt' | 'expiresAt' | 'endedAt'> {
  readonly sessionId: string;
  readonly voidBefore: Date | null;
  readonly account: Acting;
  readonly office: ActingOffice | null;
}

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

  /** One statement: the first request of every session comes by here, on the last evening those of everybody. */
  private async find(tx: Tx, secretHash: string, now: Date): Promise<Found | null> {
    const [found]: Found[] = await tx.query(
      `select s.id "sessionId", s.started_at "startedAt", s.last_used_at "lastUsedAt", s.expires_at "expiresAt",
              s.ended_at "endedAt", c.sessions_void_before "voidBefore",
              jsonb_build_object('id', a.id, 'name', a.name, 'roles', a.roles, 'university', a.university,
                                 'faculty', a.faculty, 'unit', a.unit) account,
              case when o.id is not null then
                jsonb_build_object('id', o.id, 'name', o.name, 'tier', o.tier, 'division', o.division) end office
         from session s join account a on a.id = s.account_id and a.status = 'open'
         left join credential c on c.account_id = a.id left join office o on o.id = a.office_id
        where s.secret_hash = $1`,
      [secretHash],
    );
    const { sessionIdleMinutes: idleMinutes } = this.config;
    if (!found || !stands(found, { idleMinutes, voidBefore: found.voidBefore, now })) return null;
    if (now.getTime() - found.lastUsedAt.getTime() >= usedGrainMs) {
      await tx.query('update session set last_used_at = $2 where id = $1', [found.sessionId, now]);
    }
    return found;
  }
}
