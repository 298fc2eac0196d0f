import { dateOf } from '@xibu/domain';
import type { Logger } from '@xibu/messaging';
import type { Clock } from '../clock.js';
import type { Database } from '../database.js';
import { asWorkOf } from '../request-context.js';
import { type Cadence, dueBetween, type Schedule } from './schedule.js';

const leaseSeconds = 600;
const attemptsMax = 5;

export interface NamedSchedule {
  readonly name: string;
  readonly cadence: Cadence;
  readonly schedule: Schedule;
}

/**
 * Calls the schedules when they are due: once across all replicas (the row of a tick is its claim), again when a
 * replica died over it, and never silently not at all: a tick that failed stays in `schedule_tick` with its reason.
 */
export class Ticker {
  private readonly since = new Map<string, Date>();

  constructor(
    private readonly schedules: readonly NamedSchedule[],
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly options: { readonly service: string; readonly logger: Logger; readonly startedAt: Date },
  ) {}

  /** Runs whatever is due by now, oldest first; resolves when it has run. */
  async tick(): Promise<void> {
    const now = this.clock.now();
    const due: { at: Date; named: NamedSchedule }[] = [];
    for (const named of this.schedules) {
      const from = await this.lastTickOf(named.name);
      for (const at of dueBetween(named.cadence, from, now)) due.push({ at, named });
      this.since.set(named.name, now);
    }
    due.sort((left, right) => left.at.getTime() - right.at.getTime());
    for (const { at, named } of due) await this.runOnce(named, at);
    await this.runAbandoned();
  }

  private async lastTickOf(name: string): Promise<Date> {
    const known = this.since.get(name);
    if (known) return known;
    const [row]: { due: Date | null }[] = await this.database.asService((tx) =>
      tx.query('select max(due) due from schedule_tick where schedule = $1', [name]),
    );
    return row?.due ?? this.options.startedAt;
  }

  private async runOnce(named: NamedSchedule, due: Date): Promise<void> {
    const [, claimed]: [unknown, number] | unknown[] = await this.database.asService(async (tx) => {
      const rows: unknown[] = await tx.query(
        `insert into schedule_tick (schedule, due, claimed_until) values ($1, $2, now() + make_interval(secs => $3))
         on conflict do nothing returning 1`,
        [named.name, due, leaseSeconds],
      );
      return [rows, rows.length];
    });
    if (claimed === 1) await this.run(named, due);
  }

  /** A tick whose claim ran out, or which failed, is tried again a few times. */
  private async runAbandoned(): Promise<void> {
    const rows: { schedule: string; due: Date }[] = await this.database.asService(async (tx) => {
      const [taken]: [{ schedule: string; due: Date }[], number] = await tx.query(
        `update schedule_tick set claimed_until = now() + make_interval(secs => $1), attempts = attempts + 1
         where not done and claimed_until < now() and attempts < $2 returning schedule, due`,
        [leaseSeconds, attemptsMax],
      );
      return taken;
    });
    for (const { schedule, due } of rows) {
      const named = this.schedules.find(({ name }) => name === schedule);
      if (named) await this.run(named, due);
    }
  }

  private async run({ name, schedule }: NamedSchedule, due: Date): Promise<void> {
    const { service, logger } = this.options;
    try {
      await asWorkOf(service, `schedule ${name}`, () => schedule.run({ due, day: dateOf(due) }));
      await this.note(name, due, null);
    } catch (error) {
      // The one place where a schedule's fault ends: kept in the row, shown to operators, tried again.
      logger.error({ err: error, schedule: name, due }, 'schedule failed');
      await this.note(name, due, error instanceof Error ? error.message : String(error));
    }
  }

  private async note(name: string, due: Date, failure: string | null): Promise<void> {
    await this.database.asService((tx) =>
      tx.query(
        `update schedule_tick set done = $3, failure = $4,
           claimed_until = case when $3 then claimed_until else now() + make_interval(secs => 30) end
         where schedule = $1 and due = $2`,
        [name, due, failure === null, failure],
      ),
    );
  }
}
