import { Controller } from '@nestjs/common';
import type { LegalDate, ReceivedOf } from '@xibu/domain';
import { VolunteerLeft } from '@xibu/domain/placement/events';
import { Clock, On, type Tx } from '@xibu/platform';
import { endOfService } from './end-cover.js';

/** Cover goes on until the volunteer is home, and no longer. */
@Controller()
export class WhenVolunteerLeft {
  constructor(private readonly clock: Clock) {}

  @On(VolunteerLeft)
  async handle({ data }: ReceivedOf<typeof VolunteerLeft>, tx: Tx): Promise<void> {
    const { accountId, season, on } = data;
    await endOfService(tx, { accountId, season, on: on as LegalDate }, this.clock.now());
  }
}
