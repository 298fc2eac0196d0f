import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PrepareAdjustmentRequest } from '@xibu/domain/finance/api';
import { actorOf, as, react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason, receivedOf } from '@xibu/platform/testing-season';
import { finance } from '../finance.service.js';
import { sampleTerms, sampleVolunteer } from '../sample-year.js';
import { tellOf } from '../tell-of-volunteers.js';
import { DecideAdjustment } from './decide-adjustment.js';
import { ListAdjustments } from './list-adjustments.js';
import { PrepareAdjustment } from './prepare-adjustment.js';
import { readBases } from './read-tables.js';
import { TryAdjustment } from './try-adjustment.js';

let db: TestDatabase;
const region = actorOf('region.finance-officer', { division: 150000 });
const approver = actorOf('region.approver', { division: 150000 });
const county = actorOf('county.finance-officer', { division: 152201 });
const countyApprover = actorOf('county.finance-approver', { division: 152201 });
const people = [1, 2].map((n) => sampleVolunteer(152201, n));
const bases = people.map(({ accountId }) => ({ accountId, fen: 400_000 }));

beforeAll(async () => {
  db = await testDatabase(finance, '2023-10-10T09:00:00+08:00');
  await openSeason(db);
  await react(db, async (tx) => {
    for (const one of people) await tellOf(tx, one, db.sealing, receivedOf);
  });
});
afterAll(() => db.close());

const prepare = (rows: Partial<PrepareAdjustmentRequest>, actor = region) =>
  as(actor, () =>
    new PrepareAdjustment(db.database, db.clock).run(
      { title: '标准', documentNumber: '1', from: '2023-07-01', ...rows },
      actor,
    ),
  );
const tryOut = (id: string, actor = region) => as(actor, () => new TryAdjustment(db.database, db.clock).run(id, actor));
const approve = (id: string, actor = approver) =>
  as(actor, () => new DecideAdjustment(db.database, db.clock).approve(id, actor));
const inForce = (on: string) => as(region, () => new ListAdjustments(db.database).inForce(152201, on as '2023-01-01'));

test('a dry run says what last month would have come to', async () => {
  const { id } = await prepare({ ...sampleTerms, bases });
  expect((await tryOut(id)).dryRun).toMatchObject({
    ...{ month: '2023-09', people: 2, beforeFen: 0, afterFen: 2 * (270_000 + 64_000), unpaidBefore: 2, unpaidAfter: 0 },
    counties: [{ county: 152201, people: 2, changed: 2 }],
  });
  await approve(id);
  expect((await inForce('2023-09-01')).rates.map(({ component, fen }) => [component, fen])).toEqual([
    ['living', 240_000],
    ['hardship', 30_000],
  ]);
});

test('rows that begin later are tried as though they had begun', async () => {
  const later = await prepare({ from: '2024-01-01', rates: [{ ...sampleTerms.rates[0], fen: 260_000 } as never] });
  expect((await tryOut(later.id)).dryRun).toMatchObject({ beforeFen: 668_000, afterFen: 708_000 });
  await approve(later.id);
  expect((await inForce('2023-12-31')).rates[0]).toMatchObject({ fen: 240_000, to: '2024-01-01' });
  expect((await inForce('2024-01-01')).rates[0]).toMatchObject({ fen: 260_000, to: null });
});

test('a county decides its own place only, and its row goes before the region’s', async () => {
  const rates = (place: number) => ({
    rates: [{ ...sampleTerms.rates[0], place, fen: 300_000 } as never],
    from: '2023-11-01',
  });
  for (const place of [152221, 152200, 150000]) {
    await expect(prepare(rates(place), county)).rejects.toMatchObject({ code: 'finance.foreign-place' });
  }
  const own = await prepare(rates(152201), county);
  expect(own.division).toBe(152201);
  await tryOut(own.id, county);
  const foreign = actorOf('county.finance-approver', { division: 152221 });
  await expect(approve(own.id, foreign)).rejects.toMatchObject({ code: 'record.unknown' });
  await approve(own.id, countyApprover);
  expect((await inForce('2023-11-01')).rates.filter(({ component }) => component === 'living')).toHaveLength(2);
});

test('what is decided is never edited; a later decision supersedes it, and history stays', async () => {
  for (const table of ['rate', 'funding_layer', 'insurance_terms', 'declared_base']) {
    await expect(db.query(`update ${table} set seq = 9`)).rejects.toThrow('is decided');
    await expect(db.query(`delete from ${table}`)).rejects.toThrow('is decided');
  }
  const [first] = people;
  const { id } = await prepare(
    { from: '2023-10-01', bases: [{ accountId: first?.accountId ?? '', fen: 500_000 }] },
    county,
  );
  await tryOut(id, county);
  await approve(id, countyApprover);
  const read = await react(db, (tx) => readBases(tx, [first?.accountId ?? '']));
  expect(read.get(first?.accountId ?? '')).toEqual([
    { from: '2023-07-01', to: '2023-10-01', fen: 400_000 },
    { from: '2023-10-01', to: null, fen: 500_000 },
  ]);
});
