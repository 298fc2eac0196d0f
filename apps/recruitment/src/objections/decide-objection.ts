import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { RowResult } from '@xibu/domain/recruitment/api';
import { Clock, Database, rewrite } from '@xibu/platform';
import { lockNamed } from '../applications/find-application.js';
import { loseSeat } from '../losses/lose-seat.js';
import { PublicNoticeTable } from '../public-notices/public-notice.table.js';
import { applicationOf, findObjection } from './find-objection.js';
import { decide } from './objection.rules.js';
import { ObjectionTable } from './objection.table.js';

/** Upheld, the person is not sent and the seat is free; dismissed, nothing stands in the way of admission. */
@Injectable()
export class DecideObjection {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, outcome: 'upheld' | 'dismissed', reason: string, actor: Actor): Promise<RowResult> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const objection = await findObjection(tx, id, actor, true);
      const notice = await tx.findOne(PublicNoticeTable, { where: { id: objection.noticeId } });
      const application = await lockNamed(tx, await applicationOf(tx, objection));
      if (!notice || !application) throw new Refusal('record.unknown');
      await rewrite(tx, ObjectionTable, decide(objection, { outcome, reason }, notice, actor, now));
      // Whoever withdrew meanwhile, or fell to another objection, has left already.
      if (outcome === 'dismissed' || application.status !== 'noticed') return { id, done: true, status: outcome };
      await loseSeat(tx, application, 'objection', now);
      return { id, done: true, status: outcome };
    });
  }
}
