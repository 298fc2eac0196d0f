import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { VirtualClock } from '../clock.js';
import { Database } from '../database.js';
import { notes } from '../sample-service.js';
import { type TestDatabase, testDatabase } from '../testing.js';
import { type NamedSchedule, Ticker } from './ticker.js';

const opened: TestDatabase[] = [];
let db: TestDatabase;
let ran: string[];

beforeEach(async () => {
  db = await testDatabase(notes);
  opened.push(db);
  ran = [];
});
afterAll(async () => {
  for (const each of opened) await each.close();
});

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const start = new Date('2023-05-01T09:00:00+08:00');
const away = () => Object.assign(new Error('terminating connection'), { code: '57P01' });

/** A schedule that writes down the days it was called for, and does before what the case says. */
function daily(name: string, before: (day: string) => Promise<void> = async () => undefined): NamedSchedule {
  const run = async ({ day }: { day: string }) => {
    await before(day);
    ran.push(`${name} ${day}`);
  };
  return { name, cadence: { every: 'day', at: '06:00' }, schedule: { run } };
}

function ticker(schedules: readonly NamedSchedule[], clock: VirtualClock, database: Database = db.database): Ticker {
  return new Ticker(schedules, database, clock, {
    ...{ service: 'notes', logger: silent, startedAt: clock.now(), inStrictOrder: true },
  });
}

const claimedBySomebody = (name: string, due: string, seconds: number) =>
  db.query(
    `insert into schedule_tick (schedule, due, claimed_until) values ($1, $2, now() + make_interval(secs => $3))`,
    [name, due, seconds],
  );

test('a process that ends between the move of the clock and its first tick costs no day', async () => {
  const moved = new VirtualClock(start);
  await ticker([daily('a')], moved).begin();
  // The clock was stored, the process is gone; the next one starts where the clock stands now.
  const next = ticker([daily('a')], new VirtualClock(new Date('2023-05-03T09:00:00+08:00')));
  await next.begin();
  await next.tick();
  expect(ran).toEqual(['a 2023-05-02', 'a 2023-05-03']);
});

test('what a process left behind that was killed is done before whatever is due later', async () => {
  const clock = new VirtualClock(start);
  const schedules = [daily('a'), daily('b')];
  await ticker(schedules, clock).begin();
  await claimedBySomebody('b', '2023-05-02T06:00:00+08:00', 1);
  clock.moveTo(new Date('2023-05-03T09:00:00+08:00'));
  await ticker(schedules, clock).tick();
  expect(ran[0]).toBe('b 2023-05-02');
  expect([...ran].sort()).toEqual(['a 2023-05-02', 'a 2023-05-03', 'b 2023-05-02', 'b 2023-05-03']);
});

test('a database that goes away in the middle loses no tick, and counts as no failure', async () => {
  const clock = new VirtualClock(start);
  let trouble = 2;
  const steady = daily('a', async () => {
    if (trouble-- > 0) throw away();
  });
  const work = ticker([steady, daily('b')], clock);
  await work.begin();
  clock.moveTo(new Date('2023-05-02T09:00:00+08:00'));
  await expect(work.tick()).rejects.toThrow('terminating');
  await expect(work.tick()).rejects.toThrow('terminating');
  await work.tick();
  expect(ran).toEqual(['a 2023-05-02', 'b 2023-05-02']);
  const rows = await db.query<object>('select schedule, done, failure, attempts from schedule_tick where attempts > 0');
  expect(rows).toContainEqual({ schedule: 'a', done: true, failure: null, attempts: 1 });
});

test('a tick that could not be claimed is due again', async () => {
  /** Away as soon as the first schedule has run. */
  class Away extends Database {
    gone = false;
    constructor() {
      super(db.source, 'notes');
    }
    override asService<T>(...[work, action]: Parameters<typeof Database.prototype.asService<T>>): Promise<T> {
      return this.gone ? Promise.reject(away()) : super.asService(work, action);
    }
  }
  const [clock, database] = [new VirtualClock(start), new Away()];
  const first = daily('a', async () => {
    database.gone = ran.length === 0;
  });
  const work = ticker([first, daily('b')], clock, database);
  await work.begin();
  clock.moveTo(new Date('2023-05-02T09:00:00+08:00'));
  await expect(work.tick()).rejects.toThrow('terminating');
  database.gone = false;
  await db.query(`update schedule_tick set claimed_until = now() where not done`);
  await work.tick();
  expect(new Set(ran)).toEqual(new Set(['a 2023-05-02', 'b 2023-05-02']));
  expect(await db.query('select from schedule_tick where not done')).toEqual([]);
});

test('a schedule that fails keeps its reason and stops no other', async () => {
  const clock = new VirtualClock(start);
  const broken = daily('a', async () => {
    throw new Error('no rules are known');
  });
  const work = ticker([broken, daily('b')], clock);
  await work.begin();
  clock.moveTo(new Date('2023-05-02T09:00:00+08:00'));
  await work.tick();
  expect(ran).toEqual(['b 2023-05-02']);
  expect(await db.query('select failure, done from schedule_tick where schedule = $1 and attempts > 0', ['a'])).toEqual(
    [{ failure: 'no rules are known', done: false }],
  );
});

test('replicas that begin together count from one instant, and run each tick once', async () => {
  const clock = new VirtualClock(start);
  const replicas = [1, 2, 3].map(() => ticker([daily('a')], clock));
  await Promise.all(replicas.map((replica) => replica.begin()));
  clock.moveTo(new Date('2023-05-03T09:00:00+08:00'));
  await Promise.all(replicas.map((replica) => replica.tick()));
  expect(ran).toEqual(['a 2023-05-02', 'a 2023-05-03']);
});
