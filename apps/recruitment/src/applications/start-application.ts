import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { ApplicationView, StartApplicationRequest } from '@xibu/domain/recruitment/api';
import { Clock, Database, newId, requireOpen, seasonOf, sqlState } from '@xibu/platform';

import { start } from './application.rules.js';
import { ApplicationTable } from './application.table.js';
import { viewOf } from './application-view.js';

/** Opens the form: one application a person a season, within the registration window (notice 2.2.3). */
@Injectable()
export class StartApplication {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ season }: StartApplicationRequest, actor: Actor): Promise<ApplicationView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      await requireOpen(tx, season, 'registration', now);
      const application = start(newId(now), actor.account, season, (await seasonOf(tx, season)).region, now);
      try {
        await tx.insert(ApplicationTable, application);
      } catch (error) {
        if (sqlState(error) === '23505') throw new Refusal('application.exists');
        throw error;
      }
      return viewOf(application, { own: true });
    });
  }
}
