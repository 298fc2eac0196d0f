import { setTimeout as pause } from 'node:timers/promises';
import { dateOf } from '@xibu/domain';
import { isOutage, type Logger } from '@xibu/messaging';
import type { Clock } from '../clock.js';
import type { Database } from '../database.js';
import { asWorkOf } from '../request-context.js';
import { type Cadence, dueBetween, type Schedule } from './schedule.js';

/** A claim that is not renewed for so long is a dead replica's. */
const leaseSeconds = 30;
const renewEveryMs = 5_000;
const lookAgainMs = 200;
const attemptsMax = 5;

export interface NamedSchedule {
  readonly name: string;
  readonly cadence: Cadence;
  readonly schedule: Schedule;
}

export interface TickerOptions {
  readonly service: string;
  readonly logger: Logger;
  readonly startedAt: Date;
  /**
   * Where somebody moves the clock and waits for what falls due: whatever a process left behind that was killed is
   * done before anything that is due later, even if its claim has to run out first.
   */
  readonly inStrictOrder?: boolean;
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
    private readonly options: TickerOptions,
  ) {}

  /**
   * Writes down from when on a schedule counts that has never been due: a process that ends before its first tick, and
   * the one that comes after it, must not begin to count at different instants. Such a row was never attempted.
   */
  async begin(): Promise<void> {
    await this.database.asService((tx) =>
      tx.query(
        `insert into schedule_tick (schedule, due, done, claimed_until, attempts)
         select s.name, $2, true, now(), 0 from unnest($1::text[]) s (name)
          where not exists (select from schedule_tick t where t.schedule = s.name)
         on conflict do nothing`,
        [this.schedules.map(({ name }) => name), this.options.startedAt],
      ),
    );
  }

  /** Runs whatever is due by now, oldest first; resolves when it has run. What could not be begun is due again next time. */
  async tick(): Promise<void> {
    await this.runAbandoned();
    const now = this.clock.now();
    const due: { at: Date; named: NamedSchedule }[] = [];
    for (const named of this.schedules) {
      const from = await this.lastTickOf(named.name);
      for (const at of dueBetween(named.cadence, from, now)) due.push({ at, named });
    }
    due.sort((left, right) => left.at.getTime() - right.at.getTime());
    for (const { at, named } of due) await this.runOnce(named, at);
    for (const { name } of this.schedules) this.since.set(name, now);
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
    const claimed: unknown[] = await this.database.asService((tx) =>
      tx.query(
        `insert into schedule_tick (schedule, due, claimed_until) values ($1, $2, now() + make_interval(secs => $3))
         on conflict do nothing returning 1`,
        [named.name, due, leaseSeconds],
      ),
    );
    if (claimed.length === 1) await this.run(named, due);
  }

  /** A tick whose claim ran out, or which failed, is tried again a few times. */
  private async runAbandoned(): Promise<void> {
    const names = this.schedules.map(({ name }) => name);
    for (;;) {
      const rows: { schedule: string; due: Date }[] = await this.database.asService(async (tx) => {
        const [taken]: [{ schedule: string; due: Date }[], number] = await tx.query(
          `update schedule_tick set claimed_until = now() + make_interval(secs => $1), attempts = attempts + 1
           where not done and claimed_until < now() and attempts < $2 and schedule = any ($3) returning schedule, due`,
          [leaseSeconds, attemptsMax, names],
        );
        return taken;
      });
      rows.sort((left, right) => left.due.getTime() - right.due.getTime());
      for (const { schedule, due } of rows) {
        const named = this.schedules.find(({ name }) => name === schedule);
        if (named) await this.run(named, due);
      }
      if (!this.options.inStrictOrder || !(await this.someIsClaimed())) return;
      await pause(lookAgainMs);
    }
  }

  /** By another replica that is at it, or by a process that was killed over it. */
  private async someIsClaimed(): Promise<boolean> {
    const rows: unknown[] = await this.database.asService((tx) =>
      tx.query('select from schedule_tick where not done and failure is null and claimed_until > now() limit 1'),
    );
    return rows.length > 0;
  }

  private async run({ name, schedule }: NamedSchedule, due: Date): Promise<void> {
    const { service, logger } = this.options;
    const beat = setInterval(() => void this.renew(name, due), renewEveryMs);
    try {
      await asWorkOf(service, `schedule ${name}`, () => schedule.run({ due, day: dateOf(due) }));
      await this.note(name, due, null);
    } catch (error) {
      // That the database was away says nothing about the schedule: whoever ticks next takes it up.
      if (isOutage(error)) {
        await this.giveBack(name, due);
        throw error;
      }
      // The one place where a schedule's fault ends: kept in the row, shown to operators, tried again.
      logger.error({ err: error, schedule: name, due }, 'schedule failed');
      await this.note(name, due, error instanceof Error ? error.message : String(error));
    } finally {
      clearInterval(beat);
    }
  }

  private async renew(name: string, due: Date): Promise<void> {
    try {
      await this.database.asService((tx) =>
        tx.query(
          `update schedule_tick set claimed_until = now() + make_interval(secs => $3)
           where schedule = $1 and due = $2 and not done`,
          [name, due, leaseSeconds],
        ),
      );
    } catch (error) {
      this.options.logger.warn({ err: error, schedule: name, due }, 'the claim of a schedule could not be renewed');
    }
  }

  private async giveBack(name: string, due: Date): Promise<void> {
    await this.database.asService((tx) =>
      tx.query(
        'update schedule_tick set claimed_until = now(), attempts = attempts - 1 where schedule = $1 and due = $2 and not done',
        [name, due],
      ),
    );
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
