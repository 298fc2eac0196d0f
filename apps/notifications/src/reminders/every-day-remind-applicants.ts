import { Injectable } from '@nestjs/common';
import { addDays, dateOf, type LegalDate } from '@xibu/domain';
import { Database, type Schedule, Scheduled, type Tick, type Tx } from '@xibu/platform';
import type { Contact } from '../contacts/contacts-of.js';
import { QueueMessage } from '../messages/queue-message.js';

/** Days before a deadline on which people are reminded (domain: −7, −3, −1). */
const daysBefore = [7, 3, 1];

/** What each milestone still waits for, in the words of the reminder. */
const waiting = {
  registration: { steps: ['returned'], what: ['报名', 'Registration'] },
  confirmation: { steps: ['university-passed'], what: ['意向服务地确认', 'Confirming your places'] },
} as const;

@Injectable()
@Scheduled('remind-applicants', { every: 'day', at: '09:00' })
export class EveryDayRemindApplicants implements Schedule {
  constructor(
    private readonly database: Database,
    private readonly queue: QueueMessage,
  ) {}

  async run({ day }: Tick): Promise<void> {
    await this.database.asService(async (tx) => {
      const windows: { season: string; milestone: keyof typeof waiting; closes_at: Date }[] = await tx.query(
        'select season, milestone, closes_at from season_milestone where milestone = any($1)',
        [Object.keys(waiting)],
      );
      for (const { season, milestone, closes_at } of windows) {
        const lastDay = addDays(dateOf(closes_at), -1);
        const days = daysBefore.find((before) => addDays(day, before) === lastDay);
        if (days !== undefined) await this.remind(tx, { season, milestone, lastDay, days });
      }
    }, 'schedule remind-applicants');
  }

  private async remind(
    tx: Tx,
    near: { season: string; milestone: keyof typeof waiting; lastDay: LegalDate; days: number },
  ): Promise<void> {
    const { steps, what } = waiting[near.milestone];
    const to: Contact[] = await tx.query(
      `select account, name, email, language from contact c
       where not closed and exists (select from applicant_step s
                                    where s.account = c.account and s.season = $1 and s.step = any($2))
       order by account`,
      [near.season, [...steps]],
    );
    const values = { what, closesAt: `${near.lastDay} 24:00`, days: near.days };
    const cause = `${near.season} ${near.milestone} ${near.days}`;
    await this.queue.run(tx, to, { template: 'milestone-near', values, cause });
  }
}
