import { Injectable } from '@nestjs/common';
import { addMonths, monthOf } from '@xibu/domain';
import { type Schedule, Scheduled, type Tick } from '@xibu/platform';
import { OpenSubsidyRun } from './open-subsidy-run.js';

/** On the 5th, when the units have had time to confirm, the month before is opened for every county. */
@Injectable()
@Scheduled('open-subsidy-run', { every: 'month', day: 5, at: '01:00' })
export class EveryMonthOpenSubsidyRun implements Schedule {
  constructor(private readonly runs: OpenSubsidyRun) {}

  async run({ day }: Tick): Promise<void> {
    await this.runs.forMonth(addMonths(monthOf(day), -1));
  }
}
