import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { Clock, Database, record, rewrite } from '@xibu/platform';
import { loseSeat } from '../losses/lose-seat.js';
import { holdsSeat } from './application.js';
import { withdraw } from './application.rules.js';
import { ApplicationTable } from './application.table.js';
import { viewOf } from './application-view.js';
import { lockOwn } from './find-application.js';

/** Takes an application back. Once it holds a seat of a post that is a loss, and a reserve takes the seat. */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, actor: Actor): Promise<ApplicationView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const application = await lockOwn(tx, id, actor);
      if (holdsSeat(application)) return viewOf(await loseSeat(tx, application, 'withdrawn', now), { own: true });
      const [withdrawn, fact] = withdraw(application, now);
      await rewrite(tx, ApplicationTable, withdrawn);
      await record(tx, now, fact);
      return viewOf(withdrawn, { own: true });
    });
  }
}
