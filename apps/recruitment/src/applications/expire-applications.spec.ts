import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actorOf, as, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason } from '@xibu/platform/testing-season';
import { recruitmentSchema } from '../recruitment.schema.js';
import { EveryDayExpireApplications } from './every-day-expire-applications.js';
import { ExpireApplications } from './expire-applications.js';
import { sampleApplicants } from './sample-applicants.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase(recruitmentSchema, '2023-05-21T00:30:00+08:00');
  await openSeason(t, { review: ['2023-04-12', '2023-05-25'], confirmation: ['2023-04-12', '2023-05-21'] });
});
afterAll(() => t.close());

const due = (day: string) => ({ due: new Date(`${day}T00:30:00+08:00`), day: day as `${number}-${number}-${number}` });
const schedule = () => new EveryDayExpireApplications(new ExpireApplications(t.database, t.clock));
const run = (day: string) => as(actorOf('operator', { division: 0 }), () => schedule().run(due(day)));
const statuses = async () =>
  (await t.query<{ status: string }>('select status from application order by number')).map(({ status }) => status);

test('what missed its window expires that night, the rest stays; nothing expires twice', async () => {
  const all = ['draft', 'returned', 'submitted', 'university-passed', 'confirmed', 'scored'] as const;
  await sampleApplicants(t, all.length, 'draft', (at) => ({
    status: all[at],
    ...(all[at] === 'draft' ? { number: null, identityIndex: null } : {}),
  }));
  await run('2023-05-20');
  expect(await statuses()).toEqual(['returned', 'submitted', 'university-passed', 'confirmed', 'scored', 'draft']);
  await run('2023-05-21');
  expect(await statuses()).toEqual(['expired', 'submitted', 'expired', 'confirmed', 'scored', 'expired']);
  await run('2023-05-21');
  const told = (await t.facts()).filter(({ type }) => type === 'recruitment.application.expired.v1');
  expect(told.map(({ data }) => (data as { status: string }).status).sort()).toEqual(['returned', 'university-passed']);
});

test('two drafts of one identity number expire side by side', async () => {
  await sampleApplicants(t, 2, 'draft', () => ({ from: 50, number: null, identityIndex: 'the same' }));
  await run('2023-05-22');
  const [row] = await t.query<{ n: string }>(
    `select count(*) n from application where identity_index = 'the same' and status = 'expired'`,
  );
  expect(row?.n).toBe('2');
});
