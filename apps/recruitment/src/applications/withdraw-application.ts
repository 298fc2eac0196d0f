import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { Clock, Database, record } from '@xibu/platform';
import { withdraw } from './application.rules.js';
import { ApplicationTable } from './application.table.js';
import { viewOf } from './application-view.js';
import { lockOwn } from './find-application.js';

@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, actor: Actor): Promise<ApplicationView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const [withdrawn, fact] = withdraw(await lockOwn(tx, id, actor), now);
      await tx.save(ApplicationTable, withdrawn);
      await record(tx, now, fact);
      return viewOf(withdrawn, { own: true });
    });
  }
}
