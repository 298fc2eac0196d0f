import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actorOf, as, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason } from '@xibu/platform/testing-season';
import { sampleApplicants } from '../applications/sample-applicants.js';
import { sampleScores } from '../exam-seats/sample-scores.js';
import { recruitmentSchema } from '../recruitment.schema.js';
import { by, regionApprover, regionOfficer } from '../sample-actors.js';
import { anonymousCode } from './anonymous-code.js';
import { ApproveQualifiedList } from './approve-qualified-list.js';
import { ListQualifiedLists } from './list-qualified-lists.js';
import { PrepareQualifiedList } from './prepare-qualified-list.js';

let t: TestDatabase;
const season = '2023-2024';
beforeAll(async () => {
  t = await testDatabase(recruitmentSchema, '2023-06-02T09:00:00+08:00');
  await openSeason(t, { ranking: ['2023-06-01', '2023-06-10'] });
  const people = await sampleApplicants(t, 6, 'scored');
  await sampleScores(t, people, (at) => 5800 + at * 100);
});
afterAll(() => t.close());

const prepare = (minimum?: number) =>
  by(regionOfficer, new PrepareQualifiedList(t.database, t.clock, t.sealing), {
    season,
    ...(minimum === undefined ? {} : { minimumScoreHundredths: minimum }),
  });
const approve = (id: string, actor = regionApprover) => by(actor, new ApproveQualifiedList(t.database, t.clock), id);

const waiting = async () => {
  const { rows } = await by(regionApprover, new ListQualifiedLists(t.database), season);
  return rows.find(({ status }) => status === 'prepared');
};

test('a list is prepared as often as needed; only the last one can be approved', async () => {
  const first = await prepare(5000);
  expect(first).toMatchObject({ qualified: 6, notQualified: 0, rule: { minimumScoreHundredths: 5000 } });
  const second = await prepare();
  expect(second).toMatchObject({ qualified: 4, notQualified: 2, rule: { minimumScoreHundredths: 6000 } });
  await expect(approve(first.id)).rejects.toMatchObject({
    code: 'qualified-list.wrong-step',
    details: { status: 'replaced' },
  });
});

test('each entry says what the rule saw and made of it', async () => {
  const list = await waiting();
  const entries = await as(regionApprover, () =>
    new ListQualifiedLists(t.database).entries(list?.id ?? '', { limit: 10 }, regionApprover),
  );
  expect(entries).toMatchObject({ total: 6, facets: { outcome: { qualified: 4, 'not-qualified': 2 } } });
  expect(entries.rows.map(({ scoreHundredths }) => scoreHundredths)).toEqual([6300, 6200, 6100, 6000, 5900, 5800]);
  expect(entries.rows[5]).toMatchObject({
    reasons: ['below-minimum'],
    classes: { 'rural-education': 0, 'youth-work': 0, 'healthy-countryside': 2 },
    met: { 'rural-education': ['major', 'volunteering'] },
  });
});

test('codes are anonymous, the same in every run of a season, and different in another', () => {
  const index = t.sealing.blindIndex('150603200103150011');
  const code = anonymousCode(season, index, t.sealing);
  expect(code).toMatch(/^A[0-9a-f]{12}$/);
  expect(anonymousCode(season, index, t.sealing)).toBe(code);
  expect(anonymousCode('2024-2025', index, t.sealing)).not.toBe(code);
});

test('the officer who prepared it does not approve it, whatever the role; another region does not see it', async () => {
  const list = await waiting();
  const both = actorOf('region.approver', { division: 150000, account: regionOfficer.account });
  await expect(approve(list?.id ?? '', both)).rejects.toMatchObject({ code: 'four-eyes.same-person' });
  const foreign = actorOf('region.approver', { division: 650000 });
  await expect(approve(list?.id ?? '', foreign)).rejects.toMatchObject({ code: 'record.unknown' });
});

test('a score that changed since makes the list stale', async () => {
  const { id } = await prepare();
  await t.query(`update exam_seat set score_hundredths = 9999 where ticket = 'T3'`);
  await expect(approve(id)).rejects.toMatchObject({ code: 'qualified-list.stale', details: { changed: 1 } });
});

test('approved, everybody on it becomes qualified or not, and is told; who left meanwhile is left out', async () => {
  const { id } = await prepare();
  await t.query(`update application set status = 'withdrawn' where number = '2023-15-000006'`);
  expect(await approve(id)).toMatchObject({ status: 'approved', approvedBy: regionApprover.account });
  const rows = await t.query<{ status: string }>('select status from application order by number');
  expect(rows.map(({ status }) => status)).toEqual([
    ...['not-qualified', 'not-qualified', 'qualified', 'qualified', 'qualified', 'withdrawn'],
  ]);
  const told = (await t.facts()).filter(({ type }) => type === 'recruitment.application.qualified.v1');
  expect(told).toHaveLength(3);
  expect(told[0]?.data).toMatchObject({
    ...{ scoreHundredths: 9999, counties: [152221], specials: ['rural-education'], acceptsReassignment: true },
    code: expect.stringMatching(/^A[0-9a-f]{12}$/),
  });
  await expect(approve(id)).rejects.toMatchObject({ code: 'qualified-list.wrong-step' });
  await expect(prepare()).rejects.toMatchObject({ code: 'qualified-list.nobody-scored' });
});

test('outside the window of ranking no list is prepared', async () => {
  t.clock.moveTo(new Date('2023-06-10T00:00:00+08:00'));
  await expect(prepare()).rejects.toMatchObject({ code: 'milestone.closed' });
});
