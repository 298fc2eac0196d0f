import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Refusal } from '@xibu/domain';
import { Database } from './database.js';
import { openSource } from './open-source.js';
import { notes } from './sample-service.js';
import { actorOf, as, type TestDatabase, testDatabase } from './testing.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase(notes);
  await db.query(`insert into note (id, division, university, faculty, unit, account)
    select gen_random_uuid(), 152200 + n, 'u' || n % 2, 'f' || n % 3, 'unit' || n, 'person' || n from generate_series(1, 24) n`);
});
afterAll(() => db.close());

const count = async (actor: Parameters<typeof as>[0]): Promise<number> =>
  as(actor, () =>
    db.database.transaction(async (tx) => {
      const [row]: { n: number }[] = await tx.query('select count(*)::int n from note');
      return row?.n ?? -1;
    }),
  );

test.each([
  ['a region sees what lies below it', actorOf('region.officer', { division: 150000 }), 24],
  ['a league-city sees its counties', actorOf('league-city.officer', { division: 152200 }), 24],
  ['another league-city sees nothing', actorOf('league-city.officer', { division: 152500 }), 0],
  ['a county sees itself', actorOf('county.officer', { division: 152201 }), 1],
  ['a university sees its own', actorOf('university.officer', { university: 'u1' }), 12],
  ['a faculty sees its own within its university', actorOf('faculty.officer', { university: 'u1', faculty: 'f1' }), 4],
  ['a unit sees its own', actorOf('unit.officer', { unit: 'unit7' }), 1],
  ['a person sees their own', actorOf('person', { account: 'person3' }), 1],
  ['somebody without any scope sees nothing', actorOf('operator'), 0],
])('%s', async (_, actor, rows) => {
  expect(await count(actor)).toBe(rows);
});

test('a row outside the scope can be neither written nor changed', async () => {
  const county = actorOf('county.officer', { division: 152201 });
  const insert = () =>
    db.database.transaction((tx) => tx.query(`insert into note (id, division) values (gen_random_uuid(), 152202)`));
  await expect(as(county, insert)).rejects.toThrow(/row-level security/);
  const change = () =>
    db.database.transaction((tx) => tx.query(`update note set text = 'x' where division = 152202 returning id`));
  expect(await as(county, change)).toEqual([[], 0]);
});

test('a step that looks beyond its scope sees every row, and its changes bear the name of who asked', async () => {
  const county = actorOf('county.officer', { division: 152201 });
  const reach = () =>
    db.database.beyondScope(async (tx) => {
      await tx.query(`update note set text = 'beyond' where division = 152202`);
      const [row]: { n: number }[] = await tx.query('select count(*)::int n from note');
      return row?.n;
    });
  expect(await as(county, reach)).toBe(24);
  expect(await db.query(`select account from audit_entry where after ->> 'text' = 'beyond'`)).toEqual([
    { account: county.account },
  ]);
  expect(await count(county)).toBe(1);
});

test('without a request around it there is no transaction, and outside of one nothing is visible', async () => {
  await expect(db.database.transaction(async () => 1)).rejects.toThrow('needs a request');
  expect(await db.source.query('select * from note')).toEqual([]);
});

test('many at once on few connections never see another’s rows', async () => {
  const source = await openSource(db.url, { poolSize: 3 });
  const database = new Database(source, 'notes');
  const work = Array.from({ length: 120 }, (_, n) => {
    const division = 152201 + (n % 24);
    return as(actorOf('county.officer', { division }), () =>
      database.transaction(async (tx) => {
        const rows: { division: number }[] = await tx.query('select division from note');
        if (n % 7 === 0) throw new Refusal('record.unknown');
        return rows.every((row) => row.division === division) && rows.length === 1;
      }),
    ).catch((error: unknown) => error instanceof Refusal);
  });
  expect(await Promise.all(work)).toEqual(work.map(() => true));
  await source.destroy();
});

test('two at once with one key do the work once and answer alike', async () => {
  const actor = actorOf('region.officer', { division: 150000 });
  const key = { key: 'k-12345678', digest: 'd' };
  let runs = 0;
  const add = () =>
    as(
      actor,
      () =>
        db.database.transaction(async (tx) => {
          runs += 1;
          const [row]: { id: string }[] = await tx.query(
            `insert into note (id, division) values (gen_random_uuid(), 150001) returning id`,
          );
          return row;
        }),
      key,
    );
  const [first, second] = await Promise.all([add(), add()]);
  expect(first).toEqual(second);
  expect(runs).toBe(1);
  await expect(
    as(actor, () => db.database.transaction(async () => 0), { ...key, digest: 'other' }),
  ).rejects.toMatchObject({ code: 'idempotency.key-reused' });
});

test('a refused request gives its key back, so that it may be tried again', async () => {
  const actor = actorOf('region.officer', { division: 150000 });
  const key = { key: 'k-refused-1', digest: 'd' };
  const refuse = () => db.database.transaction(async () => Promise.reject(new Refusal('record.unknown')));
  await expect(as(actor, refuse, key)).rejects.toMatchObject({ code: 'record.unknown' });
  expect(await as(actor, () => db.database.transaction(async () => 'done'), key)).toBe('done');
});

test('of a request for several rows, one that was refused is not given the answer of its neighbour when it comes again', async () => {
  const actor = actorOf('region.officer', { division: 150000 });
  const key = { key: 'k-several-1', digest: 'd' };
  const runs: string[] = [];
  const several = (refused: string | null) =>
    as(
      actor,
      () =>
        Promise.allSettled(
          ['first', 'second'].map((row) =>
            db.database.transaction(async () => {
              if (row === refused) throw new Refusal('record.unknown');
              runs.push(row);
              return row;
            }),
          ),
        ),
      key,
    );
  expect(await several('first')).toMatchObject([{ status: 'rejected' }, { value: 'second' }]);
  expect(await several(null)).toMatchObject([{ value: 'first' }, { value: 'second' }]);
  expect(runs).toEqual(['second', 'first']);
});

test('every table of the schema is protected, or stands on the list of those that hold no scope', async () => {
  const open = [
    'migration',
    'idempotency_key',
    'audit_entry',
    'audit_link',
    'schedule_tick',
    'virtual_clock',
    'season_copy',
    'season_milestone',
    'season_rulebook',
    'office_copy',
    'counted',
  ];
  const rows = await db.query<{ name: string }>(
    `select relname "name" from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and not (relrowsecurity and relforcerowsecurity) and relname !~ '^(outbox|inbox|parked|fact|bus|relay)'`,
  );
  expect(rows.map(({ name }) => name).filter((name) => !open.includes(name))).toEqual([]);
});
