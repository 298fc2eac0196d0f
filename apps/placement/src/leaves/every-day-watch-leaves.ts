import { Injectable } from '@nestjs/common';
import { type Schedule, Scheduled, type Tick } from '@xibu/platform';
import { WatchLeaves } from './watch-leaves.js';

/** As a day begins it is known who sets out, and who should have been back by yesterday. */
@Injectable()
@Scheduled('watch-leaves', { every: 'day', at: '00:20' })
export class EveryDayWatchLeaves implements Schedule {
  constructor(private readonly leaves: WatchLeaves) {}

  async run({ day }: Tick): Promise<void> {
    await this.leaves.run(day);
  }
}
