import { Injectable } from '@nestjs/common';
import { type Schedule, Scheduled, type Tick } from '@xibu/platform';
import { ExpireApplications } from './expire-applications.js';

/** Windows close at 24:00; half an hour later what was not done in time has expired. */
@Injectable()
@Scheduled('expire-applications', { every: 'day', at: '00:30' })
export class EveryDayExpireApplications implements Schedule {
  constructor(private readonly expiry: ExpireApplications) {}

  async run({ due }: Tick): Promise<void> {
    await this.expiry.run(due);
  }
}
