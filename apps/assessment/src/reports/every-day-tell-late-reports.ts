import { Injectable } from '@nestjs/common';
import { MonthlyReportLate } from '@xibu/domain/assessment/events';
import { Clock, Database, record, type Schedule, Scheduled, type Tick } from '@xibu/platform';

/** The day after a report was due and is not there, the tiers above learn of it; once. */
@Injectable()
@Scheduled('tell-late-reports', { every: 'day', at: '08:00' })
export class EveryDayTellLateReports implements Schedule {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ day }: Tick): Promise<void> {
    await this.database.asService(async (tx) => {
      const [late]: [{ id: string; county: number; month: string; due_on: string }[], number] = await tx.query(
        `update report set told_late = true, late = true where status = 'due' and due_on < $1 and not told_late
         returning id, county, month, to_char(due_on, 'YYYY-MM-DD') due_on`,
        [day],
      );
      const facts = late
        .sort((left, right) => (left.id < right.id ? -1 : 1))
        .map(({ id, county, month, due_on: dueOn }) => MonthlyReportLate(id, { county, month, dueOn }));
      await record(tx, this.clock.now(), ...facts);
    }, 'schedule tell-late-reports');
  }
}
