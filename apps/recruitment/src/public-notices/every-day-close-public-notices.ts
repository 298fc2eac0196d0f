import { Injectable } from '@nestjs/common';
import { type Schedule, Scheduled, type Tick } from '@xibu/platform';
import { ClosePublicNotices } from './close-public-notices.js';

/** A notice ends at 24:00 of its last day. */
@Injectable()
@Scheduled('close-public-notices', { every: 'day', at: '00:05' })
export class EveryDayClosePublicNotices implements Schedule {
  constructor(private readonly closing: ClosePublicNotices) {}

  async run({ day }: Tick): Promise<void> {
    await this.closing.run(day);
  }
}
