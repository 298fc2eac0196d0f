import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Actor, rfc3339 } from '@xibu/domain';
import { Database, newId } from '@xibu/platform';
import { actorOf, as, react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason, receivedOf } from '@xibu/platform/testing-season';
import { finance } from '../finance.service.js';
import { sampleVolunteer } from '../sample-year.js';
import { tellOf } from '../tell-of-volunteers.js';
import { decideTerms } from '../testing-terms.js';
import { ApproveSubsidyRun } from './approve-subsidy-run.js';
import { CalculateSubsidyRun } from './calculate-subsidy-run.js';
import { exportRun } from './export-run.js';
import { FinishCalculations } from './finish-calculations.js';
import { LockAttendance } from './lock-attendance.js';
import { OpenSubsidyRun } from './open-subsidy-run.js';
import { type PayEnvironment, pay } from './pay-command.js';
import { resultFiles } from './run-folder.js';

const [county, chunk] = [152201, 3];
const officer = actorOf('county.officer', { division: county });
let db: TestDatabase;
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'run-'));
  db = await testDatabase(finance, '2023-09-05T09:00:00+08:00');
  await openSeason(db);
  const people = Array.from({ length: 10 }, (_, index) => sampleVolunteer(county, index + 1));
  await react(db, async (tx) => {
    for (const one of people) await tellOf(tx, one, db.sealing, receivedOf);
  });
  await decideTerms(db, people);
});
afterAll(async () => {
  await db.close();
  await rm(dir, { recursive: true });
});

/** A run that is ready to be calculated; each month is one of its own. */
async function ready(month: string): Promise<string> {
  const { database, clock } = db;
  const { id } = await as(officer, () => new OpenSubsidyRun(database, clock).run({ county, month }, officer));
  await as(officer, () => new LockAttendance(database, clock).run(id, officer));
  return id;
}

/** A database whose connection is lost at the n-th chunk, after its work and before its commit. */
class Failing extends Database {
  private chunks = 0;

  constructor(
    private readonly at: number,
    private readonly how = new Error('killed'),
  ) {
    super(db.source, 'finance');
  }

  override asService<T>(...[work, action]: Parameters<typeof Database.prototype.asService<T>>): Promise<T> {
    return super.asService(async (tx) => {
      const answer = await work(tx);
      this.chunks += 1;
      if (this.chunks === this.at) throw this.how;
      return answer;
    }, action);
  }
}

/** A database that keeps somebody waiting before their n-th piece of work of a kind. */
class Slow extends Database {
  private readonly done = { asService: 0, beyondScope: 0 };
  private arrive: () => void = () => undefined;
  /** Lets them go on. */
  release: () => void = () => undefined;
  /** When they wait. */
  readonly waiting = new Promise<void>((resolve) => {
    this.arrive = resolve;
  });
  private readonly released = new Promise<void>((resolve) => {
    this.release = resolve;
  });

  constructor(
    private readonly kind: 'asService' | 'beyondScope',
    private readonly at: number,
  ) {
    super(db.source, 'finance');
  }

  override async asService<T>(...[work, action]: Parameters<typeof Database.prototype.asService<T>>): Promise<T> {
    await this.hold('asService');
    return super.asService(work, action);
  }

  override async beyondScope<T>(...[work]: Parameters<typeof Database.prototype.beyondScope<T>>): Promise<T> {
    await this.hold('beyondScope');
    return super.beyondScope(work);
  }

  private async hold(kind: 'asService' | 'beyondScope'): Promise<void> {
    this.done[kind] += 1;
    if (kind !== this.kind || this.done[kind] !== this.at) return;
    this.arrive();
    await this.released;
  }
}

const calculate = (id: string, database: Database = db.database, actor: Actor = officer) =>
  as(actor, () => new CalculateSubsidyRun(database, db.clock).run(id, actor, chunk));

const stored = (id: string) =>
  db.query<object>(
    `select account_id, month, component, county, project, source, fen from run_line where run_id = $1
     union all select account_id, 'pay', '', 0, '', '', net_fen from run_person where run_id = $1 order by 1, 2, 3, 6`,
    [id],
  );

test('a calculation that was killed after some chunks is finished by the next one, and comes out the same', async () => {
  const id = await ready('2023-08');
  await expect(calculate(id, new Failing(3))).rejects.toThrow('killed');
  const [half] = await db.query<{ n: number }>(
    'select count(*)::int n from run_person where run_id = $1 and computed',
    [id],
  );
  expect(half).toEqual({ n: 6 });
  // What comes to be known in between changes nothing: the inputs were frozen.
  await react(db, (tx) => tellOf(tx, sampleVolunteer(county, 11), db.sealing, receivedOf));
  await db.query(`update service_span set to_day = '2023-08-10' where account_id = $1`, [
    sampleVolunteer(county, 9).accountId,
  ]);
  const resumed = await calculate(id);
  expect(resumed).toMatchObject({ status: 'calculated', people: 10 });
  const [before, digest] = [await stored(id), resumed.resultDigest];

  // The same inputs computed in one go, from the beginning.
  await db.query('delete from service_span where account_id = $1', [sampleVolunteer(county, 11).accountId]);
  await db.query('update service_span set to_day = null');
  const again = await as(officer, () => new CalculateSubsidyRun(db.database, db.clock).run(id, officer));
  expect(again.resultDigest).toBe(digest);
  expect(await stored(id)).toEqual(before);
});

test.each([1, 2, 4])('it does not matter at which chunk it was killed (%d)', async (at) => {
  const [{ id }] = (await db.query<{ id: string }>(`select id from subsidy_run where month = '2023-08'`)) as [
    { id: string },
  ];
  const [whole, wanted] = [await calculate(id), await stored(id)];
  await expect(calculate(id, new Failing(at))).rejects.toThrow('killed');
  expect((await calculate(id)).resultDigest).toBe(whole.resultDigest);
  expect(await stored(id)).toEqual(wanted);
});

test('a calculation that a process left behind is finished by the next one by itself, in the name of who asked', async () => {
  const [{ id }] = (await db.query<{ id: string }>(`select id from subsidy_run where month = '2023-08'`)) as [
    { id: string },
  ];
  const [whole, wanted] = [await calculate(id), await stored(id)];
  await expect(calculate(id, new Failing(3))).rejects.toThrow('killed');
  const next = new FinishCalculations(db.database, db.clock, new CalculateSubsidyRun(db.database, db.clock));
  next.onApplicationBootstrap();
  await next.finished();
  const [run] = await db.query<{ status: string; digest: string; by: string }>(
    `select status, result_digest digest, calculated ->> 'account' "by" from subsidy_run where id = $1`,
    [id],
  );
  expect(run).toEqual({ status: 'calculated', digest: whole.resultDigest, by: officer.account });
  expect(await stored(id)).toEqual(wanted);
});

test('whoever comes to the end of a calculation that was begun anew meanwhile does not end it half done', async () => {
  const [{ id }] = (await db.query<{ id: string }>(`select id from subsidy_run where month = '2023-08'`)) as [
    { id: string },
  ];
  const [whole, wanted] = [await calculate(id), await stored(id)];
  // Frozen, four chunks computed, and only the end is missing: others end it, and begin anew.
  const asked = new Slow('beyondScope', 2);
  const late = calculate(id, asked);
  await asked.waiting;
  await calculate(id);
  await expect(calculate(id, new Failing(1))).rejects.toThrow('killed');
  asked.release();
  expect((await late).resultDigest).toBe(whole.resultDigest);
  expect(await stored(id)).toEqual(wanted);

  // The same for a process that finishes what another has left behind: one look, four chunks, the end.
  await expect(calculate(id, new Failing(1))).rejects.toThrow('killed');
  const finishing = new Slow('asService', 6);
  const left = new CalculateSubsidyRun(finishing, db.clock).finishLeft(id, db.clock.now());
  await finishing.waiting;
  await calculate(id);
  const another = actorOf('county.officer', { division: county, account: newId(db.clock.now()) });
  await expect(calculate(id, new Failing(1), another)).rejects.toThrow('killed');
  finishing.release();
  expect(await left).toBe('152201-2023-08');
  const [run] = await db.query<{ digest: string; by: string }>(
    `select result_digest digest, calculated ->> 'account' "by" from subsidy_run where id = $1`,
    [id],
  );
  // In the name of whoever asked last: they are not to approve it.
  expect(run).toEqual({ digest: whole.resultDigest, by: another.account });
  expect(await stored(id)).toEqual(wanted);
});

test('whoever asks again, while or after the service finished it by itself, gets the answer and changes nothing', async () => {
  const [{ id }] = (await db.query<{ id: string }>(`select id from subsidy_run where month = '2023-08'`)) as [
    { id: string },
  ];
  const key = { key: 'asked once', digest: 'the same' };
  const ask = (database: Database) =>
    as(officer, () => new CalculateSubsidyRun(database, db.clock).run(id, officer, chunk), key);
  await expect(ask(new Failing(2))).rejects.toThrow('killed');
  const finished = await new CalculateSubsidyRun(db.database, db.clock).finishLeft(id, db.clock.now());
  expect(finished).toBe(`${county}-2023-08`);
  const version = () => db.query('select version, calculated from subsidy_run where id = $1', [id]);
  const before = await version();
  expect(await ask(db.database)).toMatchObject({ status: 'calculated', people: 10 });
  expect(await version()).toEqual(before);
  expect(await new CalculateSubsidyRun(db.database, db.clock).finishLeft(id, db.clock.now())).toBeNull();
});

test('a service that starts while its database goes away finishes all the same', async () => {
  const [{ id }] = (await db.query<{ id: string }>(`select id from subsidy_run where month = '2023-08'`)) as [
    { id: string },
  ];
  const [whole] = [await calculate(id)];
  await expect(calculate(id, new Failing(3))).rejects.toThrow('killed');
  const away = Object.assign(new Error('the database system is shutting down'), { code: '57P03' });
  const database = new Failing(2, away);
  const next = new FinishCalculations(database, db.clock, new CalculateSubsidyRun(database, db.clock));
  next.onApplicationBootstrap();
  await next.finished();
  const [run] = await db.query('select status, result_digest digest from subsidy_run where id = $1', [id]);
  expect(run).toEqual({ status: 'calculated', digest: whole?.resultDigest });
});

test('two calculations at once leave one result', async () => {
  const [{ id }] = (await db.query<{ id: string }>(`select id from subsidy_run where month = '2023-08'`)) as [
    { id: string },
  ];
  const wanted = await stored(id);
  await as(officer, () => new LockAttendance(db.database, db.clock).unlock(id, '重算', officer));
  await as(officer, () => new LockAttendance(db.database, db.clock).run(id, officer));
  const outcomes = await Promise.allSettled([calculate(id), calculate(id)]);
  expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect(await stored(id)).toEqual(wanted);
});

/** A database that lets something else happen just before a statement that contains `words`. */
class Interrupted extends Database {
  constructor(
    private readonly words: string,
    private readonly happens: () => Promise<unknown>,
  ) {
    super(db.source, 'finance');
  }

  override beyondScope<T>(...[work]: Parameters<typeof Database.prototype.beyondScope<T>>): Promise<T> {
    return super.beyondScope(async (tx) => {
      const ask = tx.query.bind(tx);
      Object.assign(tx, {
        query: async (sql: string, values?: unknown[]) => {
          if (sql.includes(this.words)) await this.happens();
          return ask(sql, values);
        },
      });
      return work(tx);
    });
  }
}

test('a run that another county releases while this one is being frozen counts as not seen', async () => {
  const id = await ready('2023-07');
  const foreign = newId(db.clock.now());
  await db.query(
    `insert into subsidy_run (id, number, season, month, division, since, status, due_on, decided_by, opened_at, people,
       payable, exceptions, gross_fen, personal_fen, employer_fen, net_fen, result_digest, version)
     select $1, '152221-2023-07', season, month, 152221, since, 'county-approved', due_on, decided_by, opened_at, 0, 0, 0,
            0, 0, 0, 0, 'none', 1 from subsidy_run where id = $2`,
    [foreign, id],
  );
  const release = () =>
    db.query(`update subsidy_run set release_seq = nextval('release_seq'), released = '{}' where id = $1`, [foreign]);
  await calculate(id, new Interrupted('from rate where', release));
  const [row] = await db.query<{ overtaken: boolean }>(
    `select r.release_seq > s.release_seq overtaken from run_snapshot s, subsidy_run r
     where s.run_id = $1 and r.id = $2`,
    [id, foreign],
  );
  expect(row).toEqual({ overtaken: true });
});

const environment = (said: string[] = []): PayEnvironment => ({
  ...{
    databaseUrl: db.url,
    exportRun,
    say: (line: string) => said.push(line),
    complain: (line: string) => said.push(line),
  },
});

test.each([
  ['by pseudonym', []],
  ['by number', ['--names']],
])('an exported run, people %s, is recomputed byte for byte without the service', async (name, flags) => {
  const [from, to] = [join(dir, name), join(dir, `${name} again`)];
  expect(await pay(['--export', '152201-2023-08', '--out', from, ...flags], environment())).toBe(0);
  const said: string[] = [];
  expect(await pay(['--in', from, '--out', to], environment(said))).toBe(0);
  expect(said.join('\n')).not.toContain('another result');
  for (const file of [...resultFiles, 'run.json']) {
    expect({ file, text: await readFile(join(to, file), 'utf8') }).toEqual({
      file,
      text: await readFile(join(from, file), 'utf8'),
    });
  }
  const text = await Promise.all((await readdir(from)).map((file) => readFile(join(from, file), 'utf8')));
  expect(text.join('').includes('2023-15-201')).toBe(flags.length > 0);
  expect(text.join('')).not.toContain('测试');
});

test('an export names runs by id as well, and says when there is none', async () => {
  const [{ id }] = (await db.query<{ id: string }>(`select id from subsidy_run where month = '2023-08'`)) as [
    { id: string },
  ];
  expect(await pay(['--export', id, '--out', join(dir, 'by id')], environment())).toBe(0);
  expect(await readFile(join(dir, 'by id', 'run.json'), 'utf8')).toBe(
    await readFile(join(dir, 'by pseudonym', 'run.json'), 'utf8'),
  );
  const said: string[] = [];
  expect(await pay(['--export', '152201-2030-01', '--out', join(dir, 'none')], environment(said))).toBe(2);
  expect(said.join()).toContain('152201-2030-01');
  expect(said.join()).toContain('is no calculated run of this service');
});

test('what is released never changes, whoever asks', async () => {
  const approver = actorOf('county.approver', { division: county });
  const [{ id }] = (await db.query<{ id: string }>(`select id from subsidy_run where month = '2023-08'`)) as [
    { id: string },
  ];
  await as(approver, () => new ApproveSubsidyRun(db.database, db.clock).run(id, { overrideReason: '测试' }, approver));
  await expect(calculate(id)).rejects.toMatchObject({ code: 'subsidy-run.wrong-step' });
  await db.query(
    `update subsidy_run set status = 'released', release_seq = nextval('release_seq'), released = $2 where id = $1`,
    [id, JSON.stringify({ account: newId(db.clock.now()), name: '', at: rfc3339(db.clock.now()) })],
  );
  for (const table of ['run_line', 'run_payout', 'run_person', 'run_snapshot']) {
    for (const change of [`delete from ${table}`, `update ${table} set division = division`]) {
      await expect(db.query(`${change} where run_id = $1`, [id])).rejects.toThrow('never changes');
    }
  }
});
