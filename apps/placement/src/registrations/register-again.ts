import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { RegisterAgainRequest, VolunteerView } from '@xibu/domain/placement/api';
import { Clock, Database, requireOpen } from '@xibu/platform';
import { lockOwn } from '../volunteers/find-volunteer.js';
import { storeAll } from '../volunteers/store-all.js';
import { isServing } from '../volunteers/volunteer.js';
import { VolunteerTable } from '../volunteers/volunteer.table.js';
import { viewOf } from '../volunteers/volunteer-view.js';
import { registerAgain } from './registration.rules.js';

/** The volunteer's own part of the second registration; who serves already may correct it at any time. */
@Injectable()
export class RegisterAgain {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(request: RegisterAgainRequest, actor: Actor): Promise<VolunteerView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const volunteer = await lockOwn(tx, actor);
      if (!isServing(volunteer)) await requireOpen(tx, volunteer.season, 'second-registration', now);
      const registered = registerAgain(volunteer, request, actor.name, now);
      await storeAll(tx, VolunteerTable, [registered]);
      return viewOf(registered, actor);
    });
  }
}
