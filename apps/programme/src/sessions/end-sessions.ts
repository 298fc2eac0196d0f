import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import { Database, RealClock, type Tx } from '@xibu/platform';
import { noteEvent } from '../sign-ins/sign-in-events.js';

/** A person ends sessions of their own: this one by signing out, another that they do not know, or all others. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly database: Database,
    private readonly realClock: RealClock,
  ) {}

  /** `session` is the one that the request came with; without one there is nothing to sign out of. */
  async signOut(actor: Actor, session: string | null): Promise<void> {
    const now = this.realClock.now();
    await this.database.transaction(async (tx) => {
      if (!session || !(await end(tx, actor.account, session, now))) return;
      await noteEvent(tx, { kind: 'signed-out', accountId: actor.account }, now);
    });
  }

  async one(actor: Actor, id: string): Promise<void> {
    const now = this.realClock.now();
    await this.database.transaction(async (tx) => {
      if (!(await end(tx, actor.account, id, now))) throw new Refusal('record.unknown');
      await noteEvent(tx, { kind: 'session-ended', accountId: actor.account }, now);
    });
  }

  async others(actor: Actor, current: string | null): Promise<{ ended: number }> {
    const now = this.realClock.now();
    return this.database.transaction(async (tx) => {
      const ended = await endOtherSessions(tx, actor.account, current, now);
      if (ended > 0) await noteEvent(tx, { kind: 'session-ended', accountId: actor.account }, now);
      return { ended };
    });
  }
}

/** Ends every open session of an account but one; returns how many. */
export async function endOtherSessions(tx: Tx, account: string, spared: string | null, now: Date): Promise<number> {
  const [, ended]: [unknown, number] = await tx.query(
    `update session set ended_at = $3
     where account_id = $1 and ended_at is null and ($2::text is null or id::text <> $2)`,
    [account, spared, now],
  );
  return ended;
}

async function end(tx: Tx, account: string, id: string, now: Date): Promise<boolean> {
  const [, ended]: [unknown, number] = await tx.query(
    'update session set ended_at = $3 where account_id = $1 and id::text = $2 and ended_at is null',
    [account, id, now],
  );
  return ended > 0;
}
