import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { fact, type ReceivedOf } from '@xibu/domain';
import { OfficeClosed, OfficeOpened, OfficeRenamed } from '@xibu/domain/programme/events';
import { On, record, type Tx } from '@xibu/messaging';
import { Clock } from '../clock.js';
import { notes } from '../sample-service.js';
import type { ServiceDefinition } from '../service-definition.js';
import { startTestService, type TestService } from '../testing.js';
import { sampleOf } from '../testing-samples.js';
import { isEmpty } from './rebuild.js';
import { complaintsOf, linesOf } from './report.js';

const ThingNamed = fact<{ readonly id: string; readonly name: string }>('things.thing.named.v1');
const ThingMarked = fact<{ readonly id: string; readonly mark: string }>('things.mark.given.v1');
const Echo = fact<{ readonly id: string }>('notes.echo.heard.v1');

/** Keeps names and marks, tells what it has heard, and does not want to hear of poison. */
@Controller()
class WhenThingNamed {
  constructor(private readonly clock: Clock) {}

  @On(ThingNamed)
  async handle({ data }: ReceivedOf<typeof ThingNamed>, tx: Tx): Promise<void> {
    if (data.name === 'poison') throw new Error('not this');
    await tx.query(
      'insert into thing (id, name, heard_at) values ($1, $2, $3) on conflict (id) do update set name = excluded.name',
      [data.id, data.name, this.clock.now()],
    );
    await record(tx, this.clock.now(), Echo(data.id, { id: data.id }));
  }

  @On(ThingMarked)
  async mark({ data }: ReceivedOf<typeof ThingMarked>, tx: Tx): Promise<void> {
    const [marked]: [unknown[], number] = await tx.query('update note set text = $2 where id::text = $1 returning 1', [
      ...[data.id, data.mark],
    ]);
    if (marked.length === 0) throw new Error(`no note ${data.id}`);
  }
}
@Module({ imports: [notes.module], controllers: [WhenThingNamed] })
class ThingsModule {}

const noteId = '01890000-0000-7000-8000-000000000001';
const things: ServiceDefinition = {
  ...notes,
  module: ThingsModule,
  migrations: [
    ...notes.migrations,
    {
      name: '0020-things',
      reason: 'a copy',
      statements: [
        'create table thing (id text primary key, name text not null, heard_at timestamptz not null)',
        'alter table note add column loud text generated always as (upper(text)) stored',
      ],
    },
  ],
  copies: [
    { table: 'thing', keptBy: [WhenThingNamed] },
    { table: 'note', keptBy: [WhenThingNamed], columns: ['text', 'loud', 'length(text) as long'] },
  ],
  ground: [{ table: 'note', begins: { text: 'null::text' } }],
};

const office = sampleOf(OfficeOpened);
let service: TestService;
beforeAll(async () => {
  service = await startTestService(things);
  await service.query(`insert into note (id, division) values ('${noteId}', 150000)`);
  await service.tell(
    ...['a', 'b', 'c'].map((id) => ThingNamed(id, { id, name: `${id} 1` })),
    ...[OfficeOpened(office.officeId, office), OfficeRenamed(office.officeId, { ...office, name: '新名' })],
    ThingNamed('a', { id: 'a', name: 'a 2' }),
    ThingMarked(noteId, { id: noteId, mark: 'seen' }),
  );
  await service.quiet();
});
afterAll(() => service.stop());

const shadows = () =>
  service.query<{ name: string }>(`select datname as name from pg_database where datname ~ '_shadow_'
  and starts_with(datname, current_database())`);

test('copies that are what the topics say are found to be the same, and nothing goes out a second time', async () => {
  const told = await service.query<{ n: number }>('select count(*)::int n from outbox');
  const report = await service.rebuild();
  expect(complaintsOf(report)).toEqual([]);
  expect(isEmpty(report)).toBe(true);
  expect(report.facts).toBe(7);
  expect(linesOf(report)).toEqual(expect.arrayContaining([expect.stringMatching(/^ {2}thing +3 rows: the same$/)]));
  expect(await service.query('select count(*)::int n from outbox')).toEqual(told);
  expect(await shadows()).toEqual([]);
});

test.each([
  ['changed by hand', `update thing set name = 'x' where id = 'b'`, { changed: 1 }, /"name": "x".*"name": "b 1"/s],
  ['missing', `delete from thing where id = 'c'`, { missing: 1 }, /\["c"\]\s+kept {4}is not there\s+rebuilt \{.*"c 1"/],
  ['too many', `insert into thing values ('d', 'd', now())`, { extra: 1 }, /\["d"\].*rebuilt is not there/s],
])('a row that is %s is found and shown with both versions', async (_, damage, found, shown) => {
  const before = await service.query<object>('select * from thing');
  await service.query(damage);
  const report = await service.rebuild();
  const [comparison] = report.comparisons.filter(({ table }) => table === 'thing');
  expect(comparison).toMatchObject({ missing: 0, extra: 0, changed: 0, ...found });
  const [complaint, ...others] = complaintsOf(report);
  expect(complaint).toMatch(shown);
  expect(others).toEqual([]);
  await service.query('delete from thing');
  await service.query('insert into thing select * from jsonb_populate_recordset(null::thing, $1::jsonb)', [
    JSON.stringify(before),
  ]);
  expect(isEmpty(await service.rebuild())).toBe(true);
});

test('a column that others tell of is compared on a row of its own', async () => {
  await service.query(`update note set text = 'by hand'`);
  expect(complaintsOf(await service.rebuild())).toEqual([
    expect.stringMatching(/^note: .*1 different.*"by hand".*"seen"/s),
  ]);
  await service.query(`update note set text = 'seen'`);
});

test('what the clock said is said again', async () => {
  const [{ at } = { at: '' }] = await service.query<{ at: string }>(
    `select heard_at::text at from thing where id = 'a'`,
  );
  expect(at).toMatch(/^2023-05-01 09:00:00/);
  expect(isEmpty(await service.rebuild())).toBe(true);
});

test('a fact that is parked is named; once it is given up it is left out, and the copies are the same', async () => {
  await service.tell(ThingNamed('a', { id: 'a', name: 'poison' }), ThingNamed('a', { id: 'a', name: 'a 3' }));
  await service.quiet();
  expect(complaintsOf(await service.rebuild())).toEqual([expect.stringContaining('2 facts are parked')]);
  await service.query(
    `update parked set settlement = 'dropped', settled_at = now(), settled_by = 'x', settled_because = 'y'`,
  );
  const report = await service.rebuild();
  expect(complaintsOf(report)).toEqual([]);
  expect(report.givenUp).toBe(2);
});

test('a fact that the service heard and that cannot be heard again is named, with what waits behind it', async () => {
  const other = '01890000-0000-7000-8000-000000000002';
  await service.query(`insert into note (id, division) values ('${other}', 150000)`);
  await service.tell(ThingMarked(other, { id: other, mark: 'x' }), ThingMarked(other, { id: other, mark: 'y' }));
  await service.quiet();
  await service.query(`delete from note where id = '${other}'`);
  const [complaint, ...others] = complaintsOf(await service.rebuild());
  expect(complaint).toMatch(
    /things\.mark\.given\.v1, key .* cannot be heard again: Error: no note .*, and 1 wait behind it/,
  );
  expect(others).toEqual([]);
  await service.query(`insert into note (id, division, text) values ('${other}', 150000, 'y')`);
  expect(isEmpty(await service.rebuild())).toBe(true);
});

test('a service that has not heard everything yet is said to be behind', async () => {
  await service.query(
    `delete from inbox where fact_id in (select fact_id from outbox where type = '${OfficeRenamed.type}')`,
  );
  expect(complaintsOf(await service.rebuild())).toEqual([expect.stringContaining('1 facts are on the topics')]);
  await service.query(
    `insert into inbox (consumer, fact_id) select 'xibu.notes', fact_id from outbox where type = '${OfficeRenamed.type}'`,
  );
});

test('a service that keeps no copies has nothing to compare', async () => {
  const { programmeLike } = { programmeLike: { ...notes, copiesSeasons: false } };
  const other = await startTestService(programmeLike);
  const report = await other.rebuild();
  await other.stop();
  expect(linesOf(report)).toEqual(['notes: keeps no copies']);
  expect(complaintsOf(report)).toEqual([]);
});

test('a topic that has forgotten its beginning is refused, and no shadow stays behind', async () => {
  await service.tell(OfficeClosed(office.officeId, sampleOf(OfficeClosed)));
  await service.quiet();
  await service.onBus(`delete from bus_message m using bus_partition p
    where p.id = m.partition_id and p.topic = 'programme.office' and m."offset" = 0`);
  await expect(service.rebuild()).rejects.toThrow(/programme\.office, partition \d+, begins at offset 1 instead of 0/);
  expect(await shadows()).toEqual([]);
});
