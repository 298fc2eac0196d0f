import { Injectable } from '@nestjs/common';
import { Clock, Database, type Schedule, Scheduled, type Tick } from '@xibu/platform';
import { DisqualifyCounties } from './disqualify-counties.js';

/** With the first day of the season that it is out of, a county's qualification ends. */
@Injectable()
@Scheduled('disqualify-counties', { every: 'day', at: '00:05' })
export class EveryDayDisqualifyCounties implements Schedule {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly disqualify: DisqualifyCounties,
  ) {}

  async run({ day }: Tick): Promise<void> {
    await this.database.transaction((tx) => this.disqualify.run(tx, day, this.clock.now()));
  }
}
