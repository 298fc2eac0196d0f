import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PostOpened } from '@xibu/domain/placement/events';
import type { TeachingGroupRow } from '@xibu/domain/recruitment/api';
import { actorOf, as, react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { sampleOf } from '@xibu/platform/testing-samples';
import { openSeason, receivedOf } from '@xibu/platform/testing-season';
import { ListAdmissions } from '../admissions/list-admissions.js';
import { identityOf, sampleApplicants } from '../applications/sample-applicants.js';
import { WhenPostOpened } from '../preselections/when-post-opened.js';
import { recruitmentSchema } from '../recruitment.schema.js';
import { by, regionOfficer } from '../sample-actors.js';
import { ImportTeachingGroup } from './import-teaching-group.js';
import { ListTeachingGroups } from './list-teaching-groups.js';

let t: TestDatabase;
const season = '2023-2024';
const post = sampleOf(PostOpened);
beforeAll(async () => {
  t = await testDatabase(recruitmentSchema, '2023-06-15T09:00:00+08:00');
  await openSeason(t, { admission: ['2023-06-10', '2023-06-30'] });
  await react(t, (tx) => new WhenPostOpened().handle(receivedOf(PostOpened(post.postId, post)), tx));
  await sampleApplicants(t, 1, 'submitted', () => ({ from: 900 }));
});
afterAll(() => t.close());

const member = (at: number, changes: Partial<TeachingGroupRow> = {}): TeachingGroupRow => ({
  ...{ accountId: `member-${at}`, name: '苏日娜', identityNumber: identityOf(at), mobile: '13900000000' },
  ...{ university: '4115010126', faculty: '研究生院', majorCode: '050101', majorName: '汉语言文学' },
  ...{ graduatesOn: '2023-06-30', postId: post.postId, ...changes },
});
const take = (rows: TeachingGroupRow[], actor = regionOfficer) =>
  by(actor, new ImportTeachingGroup(t.database, t.clock, t.sealing), {
    season,
    listNumber: '中青办联发〔2022〕9号',
    rows,
  });

test('members of a list are admitted at once, counted apart, and every other row says why not', async () => {
  const outcome = await take([
    member(11),
    member(12),
    member(12, { accountId: 'member-13' }),
    member(14, { accountId: 'account-900' }),
    member(900),
    member(15, { identityNumber: '123' }),
    member(16, { postId: 'p0' }),
  ]);
  expect(outcome).toMatchObject({ total: 7, done: 2 });
  expect(outcome.errors.map(({ line, code }) => [line, code])).toEqual([
    [3, 'import.twice'],
    [4, 'teaching-group.account-taken'],
    [5, 'application.identity-number-taken'],
    [6, 'application.identity-number-invalid'],
    [7, 'teaching-group.post-unsuited'],
  ]);
  const { rows } = await by(regionOfficer, new ListTeachingGroups(t.database), season);
  expect(rows).toMatchObject([{ id: '中青办联发〔2022〕9号', people: 2, lost: 0 }]);
  const list = await as(regionOfficer, () =>
    new ListAdmissions(t.database).run({ limit: 10, track: 'teaching-group' }, regionOfficer),
  );
  expect(list).toMatchObject({
    total: 2,
    rows: [{ track: 'teaching-group', county: post.county, postId: post.postId }, {}],
  });
});

test('they are told like everybody who is admitted, with their track', async () => {
  const told = (await t.facts()).map(({ type, data }) => [type, (data as { track?: string }).track]);
  expect(told).toEqual([
    ['recruitment.application.admitted.v1', 'teaching-group'],
    ['recruitment.person.identified.v1', undefined],
    ['recruitment.application.admitted.v1', 'teaching-group'],
    ['recruitment.person.identified.v1', undefined],
  ]);
});

test('the same list again admits nobody twice', async () => {
  expect(await take([member(11)])).toMatchObject({ done: 0, errors: [{ code: 'teaching-group.account-taken' }] });
});

test('not by another region, and not outside the window of admission', async () => {
  await expect(take([], actorOf('region.officer', { division: 650000 }))).rejects.toMatchObject({
    code: 'record.unknown',
  });
  t.clock.moveTo(new Date('2023-07-01T00:00:00+08:00'));
  await expect(take([member(20)])).rejects.toMatchObject({ code: 'milestone.closed' });
});
