import { Injectable } from '@nestjs/common';
import { addMonths, monthOf } from '@xibu/domain';
import { type Schedule, Scheduled, type Tick } from '@xibu/platform';
import { TellLatePay } from './tell-late-pay.js';

/** 按月足额发放: the day after pay was due, county, league-city and region learn where it has not been paid (notice 3.2.1). */
@Injectable()
@Scheduled('tell-late-pay', { every: 'day', at: '08:00' })
export class EveryDayTellLatePay implements Schedule {
  constructor(private readonly late: TellLatePay) {}

  async run({ due, day }: Tick): Promise<void> {
    await this.late.run(addMonths(monthOf(day), -1), due);
  }
}
