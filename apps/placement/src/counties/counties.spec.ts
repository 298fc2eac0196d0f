import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { IncidentConcluded, OfficeRated } from '@xibu/domain/assessment/events';
import { countyStatuses } from '@xibu/domain/placement/api';
import { inRequest } from '@xibu/platform';
import { actorOf, as, react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { sampleOf } from '@xibu/platform/testing-samples';
import { openSeason, receivedOf } from '@xibu/platform/testing-season';
import { placement } from '../placement.service.js';
import { asActor, madeUpActor, serveCounties } from '../rounds/made-up-season.js';
import { ApplyForCounty } from './apply-for-county.js';
import { BlockTable } from './block.table.js';
import { ServiceCountyTable } from './county.table.js';
import { standingSql } from './county-standing.js';
import { DisqualifyCounties } from './disqualify-counties.js';
import { EveryDayDisqualifyCounties } from './every-day-disqualify-counties.js';
import { ImposeBlock } from './impose-block.js';
import { KeepLocalKeyCounty } from './keep-local-key-county.js';
import { ListCounties } from './list-counties.js';
import { MoveBlock } from './move-block.js';
import { MoveCounty } from './move-county.js';
import { RegisterCounties } from './register-counties.js';
import { standingOf } from './standing.rules.js';
import { WhenIncidentConcluded } from './when-incident-concluded.js';
import { WhenOfficeRated } from './when-office-rated.js';

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await testDatabase(placement, '2023-03-01T09:00:00+08:00');
  await openSeason(test_);
  await serveCounties(test_, [152201, 152223, 150422]);
});
afterAll(() => test_.close());

const request = {
  ...{ season: '2023-2024', foundingDocument: '团发3号', namedOfficer: '乌兰', governmentApproval: '政函8号' },
};
const apply = (county: number) =>
  asActor(madeUpActor('county.officer', county), (actor) =>
    new ApplyForCounty(test_.database, test_.clock).run(request, actor),
  );
const concluded = (change: object = {}) => {
  const data = { ...sampleOf(IncidentConcluded), county: 152223, unit: '152223-school', ...change };
  const when = new WhenIncidentConcluded(new ImposeBlock(test_.clock));
  return react(test_, (tx) => when.handle(receivedOf(IncidentConcluded(data.incidentId, data)), tx));
};
const rated = (change: object = {}) => {
  const data = { ...sampleOf(OfficeRated), county: 150422, ...change };
  const when = new WhenOfficeRated(new ImposeBlock(test_.clock));
  return react(test_, (tx) => when.handle(receivedOf(OfficeRated(data.officeId, data)), tx));
};
const blocks = (county: number) =>
  test_.query<{ id: string; unit: string | null; status: string; season: string }>(
    'select id, unit, status, season from placement_block where county = $1 order by unit nulls first',
    [county],
  );
const view = (code: number) =>
  asActor(madeUpActor('region.officer', 150000), (actor) => new ListCounties(test_.database).one(code, actor));

test('a national key county applies, a county on no list is refused until the region lists it', async () => {
  expect(await apply(152221)).toMatchObject({ status: 'applied', basis: 'national-key-county', newIn: '2023-2024' });
  await expect(apply(152202)).rejects.toMatchObject({ code: 'county.not-key-county' });
  await asActor(madeUpActor('region.officer', 150000), (actor) =>
    new KeepLocalKeyCounty(test_.database, test_.clock).run(
      { county: 152202, documentNumber: '内党农办〔2022〕5号' },
      actor,
    ),
  );
  expect(await apply(152202)).toMatchObject({ basis: 'local-key-county' });
  await expect(apply(152202)).rejects.toMatchObject({ code: 'county.exists' });
});

test('a code that is no county of the region is refused', async () => {
  const register = new RegisterCounties(test_.database, test_.clock);
  const enter = (county: number) =>
    asActor(madeUpActor('region.officer', 150000), (actor) =>
      register.run(
        { season: '2023-2024', counties: [{ county, foundingDocument: '团发1号', namedOfficer: '专人' }] },
        actor,
      ),
    );
  for (const county of [159999, 152200, 620102]) {
    await expect(enter(county)).rejects.toMatchObject({ code: 'county.unknown-division', details: { county } });
  }
  await expect(enter(152201)).rejects.toMatchObject({ code: 'county.exists' });
});

test('an office does not decide about a county outside its scope', async () => {
  const foreign = madeUpActor('region.approver', 620000);
  const move = new MoveCounty(test_.database, test_.clock);
  await expect(asActor(foreign, (actor) => move.run(152221, { take: 'approve' }, actor))).rejects.toMatchObject({
    code: 'record.unknown',
  });
});

test('a serious incident through poor management blocks county and unit in the next season, once', async () => {
  await concluded();
  await concluded();
  expect(await blocks(152223)).toMatchObject([
    { unit: null, status: 'standing', season: '2024-2025' },
    { unit: '152223-school', status: 'standing', season: '2024-2025' },
  ]);
  const facts = (await test_.facts()).filter(({ type }) => type === 'placement.county.blocked.v1');
  expect(facts).toMatchObject([{ key: '152223', data: { season: '2024-2025' } }]);
});

test.each([{ serious: false }, { managementFault: false }])('an incident with %p blocks nobody', async (change) => {
  await concluded({ incidentId: `harmless ${JSON.stringify(change)}`, county: 152201, ...change });
  expect(await blocks(152201)).toEqual([]);
});

test('a corrected conclusion lifts what the first one had blocked', async () => {
  await concluded({ incidentId: 'corrected', county: 152201 });
  await concluded({ incidentId: 'corrected', county: 152201, managementFault: false });
  expect((await blocks(152201)).map(({ status }) => status)).toEqual(['lifted', 'lifted']);
});

test('a block is lifted by two people of the region', async () => {
  const [block] = await blocks(152223);
  const move = new MoveBlock(test_.database, test_.clock);
  const id = block?.id ?? '';
  const officer = madeUpActor('region.officer', 150000);
  await asActor(officer, (actor) => move.run(id, { take: 'propose-lifting', reason: '整改验收合格' }, actor));
  await expect(asActor(officer, (actor) => move.run(id, { take: 'lift' }, actor))).rejects.toMatchObject({
    code: 'four-eyes.same-person',
  });
  const lifted = await asActor(madeUpActor('region.approver', 150000), (actor) =>
    move.run(id, { take: 'lift' }, actor),
  );
  expect(lifted).toMatchObject({ status: 'lifted', liftReason: '整改验收合格' });
  const foreign = madeUpActor('region.approver', 620000);
  await expect(asActor(foreign, (actor) => move.run(id, { take: 'lift' }, actor))).rejects.toMatchObject({
    code: 'record.unknown',
  });
});

test('a failing county office is out of the next season; a corrected rating brings it back', async () => {
  await rated();
  expect(await view(150422)).toMatchObject({
    ...{
      status: 'failed-assessment',
      disqualifiedFrom: '2024-2025',
      blocks: [{ cause: 'assessment', status: 'standing' }],
    },
  });
  await rated({ rating: 'pass' });
  expect(await view(150422)).toMatchObject({ status: 'active', blocks: [{ status: 'lifted' }] });
  await rated();
  expect(await view(150422)).toMatchObject({ status: 'failed-assessment', blocks: [{ status: 'standing' }] });
});

test('a rating of a university office is none of a county’s business', async () => {
  const before = await test_.query('select count(*) from placement_block');
  await rated({ officeId: 'university', county: null, university: '4115010126' });
  expect(await test_.query('select count(*) from placement_block')).toEqual(before);
});

test('with the season the county is disqualified; rectified, it reapplies and serves again', async () => {
  const every = new EveryDayDisqualifyCounties(test_.database, test_.clock, new DisqualifyCounties());
  const service = { ...madeUpActor('operator', 0), account: 'service:placement' };
  const context = {
    correlation: 'c',
    traceparent: null,
    language: 'zh',
    action: 'schedule',
    idempotency: null,
  } as const;
  const tick = (day: `${number}-${number}-${number}`) =>
    inRequest({ ...context, actor: service }, () => every.run({ due: test_.clock.now(), day }));
  await tick('2024-07-31');
  expect((await view(150422)).status).toBe('failed-assessment');
  await tick('2024-08-01');
  expect((await view(150422)).status).toBe('disqualified');

  const move = new MoveCounty(test_.database, test_.clock);
  const step = (role: Parameters<typeof madeUpActor>[0], division: number, take: Parameters<typeof move.run>[1]) =>
    asActor(madeUpActor(role, division), (actor) => move.run(150422, take, actor));
  await step('county.officer', 150422, { take: 'rectify', measures: '配齐专人', document: '整改1号' });
  await step('county.approver', 150422, { take: 'reapply', season: '2025-2026', governmentApproval: '函9号' });
  await step('region.approver', 150000, { take: 'approve' });
  await step('national.officer', 0, { take: 'file', filingNumber: '备2' });
  expect(await step('region.officer', 150000, { take: 'activate' })).toMatchObject({
    ...{ status: 'active', season: '2025-2026', disqualifiedFrom: null },
  });
});

test('the standing in SQL is the standing of the rules, for every state and season', async () => {
  const seasons = ['2022-2023', '2023-2024', '2024-2025', '2025-2026'];
  const base = { firstSeason: '2023-2024', season: '2024-2025' };
  const cases = countyStatuses.flatMap((status) =>
    [null, '2024-2025', '2025-2026'].map((disqualifiedFrom) => ({ status, disqualifiedFrom, ...base })),
  );
  for (const state of cases) {
    const rows = await test_.query<{ season: string; standing: string }>(
      `select s.season, ${standingSql} standing from unnest($1::text[]) s (season)
       cross join (select 152223 code, $2 status, $3 first_season, $4 season, $5::text disqualified_from) c
       order by 1`,
      [seasons, state.status, state.firstSeason, state.season, state.disqualifiedFrom],
    );
    const own = await react(test_, (tx) => tx.find(BlockTable, { where: { county: 152223 } }));
    const wanted = seasons.map((season) => ({ season, standing: standingOf(state, own, season) }));
    expect({ state, rows }).toEqual({ state, rows: wanted });
  }
});

test('a list shows the standing in the season asked for, within the scope', async () => {
  const list = (actor: ReturnType<typeof actorOf>) =>
    as(actor, () => new ListCounties(test_.database).run({ season: '2023-2024', limit: 50 }, actor));
  const region = await list(actorOf('region.officer', { division: 150000 }));
  expect(region.rows.find(({ county }) => county === 152201)).toMatchObject({ standing: 'in-service', openPosts: 0 });
  expect(region.rows.find(({ county }) => county === 152221)).toMatchObject({ standing: 'not-qualified' });
  const league = await list(actorOf('league-city.officer', { division: 152200 }));
  expect(league.rows.map(({ county }) => county)).toEqual([152201, 152202, 152221, 152223]);
  expect(await list(actorOf('county.officer', { division: 152202 }))).toMatchObject({ total: 1 });
  expect(await react(test_, (tx) => tx.count(ServiceCountyTable))).toBe(5);
});
