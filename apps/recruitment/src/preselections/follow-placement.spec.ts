import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { DataOf } from '@xibu/domain';
import { PlacementDecided, PostOpened } from '@xibu/domain/placement/events';
import { as, react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { sampleOf } from '@xibu/platform/testing-samples';
import { openSeason, receivedOf } from '@xibu/platform/testing-season';
import { sampleApplicants } from '../applications/sample-applicants.js';
import { WithdrawApplication } from '../applications/withdraw-application.js';
import { ListLosses } from '../losses/list-losses.js';
import { recruitmentSchema } from '../recruitment.schema.js';
import { applicantOf, by, regionOfficer } from '../sample-actors.js';
import { FollowPlacement } from './follow-placement.js';
import { WhenPlacementDecided } from './when-placement-decided.js';
import { WhenPostOpened } from './when-post-opened.js';

let t: TestDatabase;
let people: Awaited<ReturnType<typeof sampleApplicants>>;
let from = 0;
beforeAll(async () => {
  t = await testDatabase(recruitmentSchema, '2023-06-05T09:00:00+08:00');
  await openSeason(t);
});
afterAll(() => t.close());
beforeEach(async () => {
  from += 10;
  people = await sampleApplicants(t, 3, 'qualified', () => ({ from }));
});

type Decided = DataOf<typeof PlacementDecided>;
const decide = (at: number, changes: Partial<Decided>) => {
  const { id: applicationId = '', accountId = '' } = people[at] ?? {};
  const nothing = { postId: null, postTitle: null, county: null } as const;
  const decided: Decided = {
    ...{ roundId: 'r1', applicationId, accountId, season: '2023-2024', outcome: 'unplaced', ...nothing, ...changes },
  };
  const reaction = new WhenPlacementDecided(new FollowPlacement(t.clock));
  return react(t, (tx) => reaction.handle(receivedOf(PlacementDecided(applicationId, decided)), tx));
};
const post = (postId: string) => ({ outcome: 'placed', postId, postTitle: '小学教师', county: 152221 }) as const;
const statuses = async () => {
  const ids = people.map(({ id }) => id);
  const rows = await t.query<{ status: string }>('select status from application where id = any($1) order by number', [
    ids,
  ]);
  return rows.map(({ status }) => status);
};
const needs = async () => by(regionOfficer, new ListLosses(t.database), { limit: 50 }).then(({ rows }) => rows);
const needed = async (postId: string) => {
  const { rows } = await as(regionOfficer, () => new ListLosses(t.database).byPost({ limit: 50 }, regionOfficer));
  return rows.find(({ id }) => id === postId);
};

test('with a post preselected, without one on the reserve; a backfill round takes from the reserve', async () => {
  await decide(0, post('p1'));
  await decide(1, {});
  expect(await statuses()).toEqual(['preselected', 'reserve', 'qualified']);
  await decide(1, { ...post('p2'), roundId: 'r2' });
  expect(await statuses()).toEqual(['preselected', 'preselected', 'qualified']);
  const [row] = await t.query<object>('select round_id, post_id, county from preselection where application_id = $1', [
    people[1]?.id,
  ]);
  expect(row).toEqual({ round_id: 'r2', post_id: 'p2', county: 152221 });
});

test('a lost seat is needed again until a reserve takes it: equal numbers (notice 2.3.2)', async () => {
  await decide(0, post('p5'));
  await decide(1, {});
  const withdrawal = new WithdrawApplication(t.database, t.clock);
  const view = await by(applicantOf(from), withdrawal, people[0]?.id ?? '');
  expect(view.status).toBe('lost');
  expect(await needed('p5')).toMatchObject({ lost: 1, filled: 0, needed: 1, county: 152221 });
  expect((await t.facts()).at(-1)).toMatchObject({
    type: 'recruitment.application.lost.v1',
    data: { reason: 'withdrawn', postId: 'p5' },
  });
  await decide(1, { ...post('p5'), roundId: 'r2' });
  expect(await needed('p5')).toBeUndefined();
  expect(await needs()).toContainEqual(expect.objectContaining({ id: people[0]?.id, isFilled: true }));
});

test('a seat given to somebody who left while the round ran is free again', async () => {
  await by(applicantOf(from), new WithdrawApplication(t.database, t.clock), people[0]?.id ?? '');
  await decide(0, post('p6'));
  expect(await statuses()).toEqual(['withdrawn', 'qualified', 'qualified']);
  expect(await needed('p6')).toMatchObject({ needed: 1 });
});

test('a round about somebody unknown is tried again, not forgotten', async () => {
  const unknown = '01890000-0000-7000-8000-00000099ffff';
  await expect(decide(0, { applicationId: unknown })).rejects.toThrow('not here');
});

test('the golden samples of placement are understood, a post told twice is one copy', async () => {
  const opened = sampleOf(PostOpened);
  for (const title of ['小学教师', '小学语文教师']) {
    const fact = receivedOf(PostOpened(opened.postId, { ...opened, title }));
    await react(t, (tx) => new WhenPostOpened().handle(fact, tx));
  }
  expect(await t.query('select title, unit_name from post_copy')).toEqual([
    { title: '小学语文教师', unit_name: opened.unitName },
  ]);
  const decided = sampleOf(PlacementDecided);
  await decide(0, { ...decided, applicationId: people[0]?.id ?? '' });
  expect(await statuses()).toEqual(['preselected', 'qualified', 'qualified']);
});
