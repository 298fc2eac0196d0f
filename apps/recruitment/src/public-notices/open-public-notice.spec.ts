import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { visitor } from '@xibu/platform';
import { actorOf, as, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason } from '@xibu/platform/testing-season';
import { sampleApplicants } from '../applications/sample-applicants.js';
import { DecideObjection } from '../objections/decide-objection.js';
import { FileObjection } from '../objections/file-objection.js';
import { ListObjections } from '../objections/list-objections.js';
import { RevealObjection } from '../objections/reveal-objection.js';
import { samplePosts } from '../preselections/sample-posts.js';
import { recruitmentSchema } from '../recruitment.schema.js';
import { by, otherOfficer, universityApprover, universityOfficer } from '../sample-actors.js';
import { ClosePublicNotices } from './close-public-notices.js';
import { EveryDayClosePublicNotices } from './every-day-close-public-notices.js';
import { ListPublicNotices } from './list-public-notices.js';
import { OpenPublicNotice } from './open-public-notice.js';

let t: TestDatabase;
let notice: string;
const season = '2023-2024';
const page = { limit: 50 };
beforeAll(async () => {
  t = await testDatabase(recruitmentSchema, '2023-06-10T15:00:00+08:00');
  await openSeason(t, { 'health-exam': ['2023-06-01', '2023-06-20'] });
  const people = await sampleApplicants(t, 4, 'health-passed', (at) => (at === 3 ? { university: '4115010135' } : {}));
  await samplePosts(t, people);
});
afterAll(() => t.close());

const objection = { line: 2, contact: '13900001111', reason: '该同学并非应届毕业生，请核实。' };
const file = (changes = {}, actor = visitor) =>
  as(actor, () => new FileObjection(t.database, t.clock, t.sealing).run(notice, { ...objection, ...changes }));
const decide = (id: string, outcome: 'upheld' | 'dismissed', actor = universityApprover) =>
  as(actor, () => new DecideObjection(t.database, t.clock).run(id, outcome, '已核实', actor));
const objections = (actor = universityApprover) =>
  as(actor, () => new ListObjections(t.database, t.sealing).run(page, actor));

test('a university puts its own people on the list, and everybody reads it without signing in', async () => {
  const opened = await by(universityOfficer, new OpenPublicNotice(t.database, t.clock), { season });
  notice = opened.id;
  expect(opened).toMatchObject({ people: 3, universityName: '内蒙古大学', closesOn: '2023-06-12', status: 'open' });
  expect(opened).not.toHaveProperty('openedBy');
  const list = new ListPublicNotices(t.database);
  const shown = await as(visitor, () => list.one(notice, page));
  expect(shown.lines.rows[1]).toMatchObject({
    line: 2,
    name: '苏**',
    county: '兴安盟科尔沁右翼前旗',
    post: '小学教师',
  });
  expect(await as(visitor, () => list.run(page))).toMatchObject({ total: 1, facets: { status: { open: 1 } } });
});

test('the public table itself holds nothing that leads to a person', async () => {
  const [line] = await t.query<object>('select * from public_notice_line limit 1');
  expect(Object.keys(line ?? {}).sort()).toEqual(
    ['county', 'division', 'faculty', 'line', 'major', 'name', 'notice_id', 'post', 'university'].sort(),
  );
  const behind = await as(visitor, () => t.database.transaction((tx) => tx.query('select * from notice_entry')));
  expect(behind).toEqual([]);
});

test('the same people are not put up twice', async () => {
  await expect(by(universityOfficer, new OpenPublicNotice(t.database, t.clock), { season })).rejects.toMatchObject({
    code: 'public-notice.nobody',
  });
});

test('anybody may object, and then not even read it; contact and reason are sealed', async () => {
  const { id } = await file();
  expect(await as(visitor, () => t.database.transaction((tx) => tx.query('select * from objection')))).toEqual([]);
  const [row] = await t.query<object>('select * from objection where id = $1', [id]);
  expect(JSON.stringify(row)).not.toMatch(/13900001111|应届/);
  expect((await objections()).rows).toMatchObject([{ line: 2, status: 'open', name: '苏日娜·巴图' }]);
  expect((await objections(otherOfficer)).rows).toEqual([]);
});

test.each([['a line that the list does not have', { line: 4 }, 'public-notice.line-unknown']])(
  'an objection to %s is refused',
  async (_, changes, code) => {
    await expect(file(changes)).rejects.toMatchObject({ code });
  },
);

test('the university reads what is said; the contact is opened with a reason, and that is noted', async () => {
  const [row] = (await objections()).rows;
  const id = row?.id ?? '';
  const view = await as(universityApprover, () =>
    new ListObjections(t.database, t.sealing).one(id, universityApprover),
  );
  expect(view).toMatchObject({ reason: objection.reason, decisionReason: null });
  expect(JSON.stringify(view)).not.toContain(objection.contact);
  const reveal = new RevealObjection(t.database, t.clock, t.sealing);
  await expect(by(universityApprover, reveal, id, ' ')).rejects.toMatchObject({ code: 'reason.missing' });
  expect(await by(universityApprover, reveal, id, '电话核实')).toMatchObject({ value: objection.contact });
  expect(await t.query('select field, reason from reading')).toEqual([
    { field: 'objectionContact', reason: '电话核实' },
  ]);
});

test('not by whoever put the list up, and not by another university', async () => {
  const [row] = (await objections()).rows;
  const both = actorOf('university.approver', { university: '4115010126', account: universityOfficer.account });
  await expect(decide(row?.id ?? '', 'dismissed', both)).rejects.toMatchObject({ code: 'four-eyes.same-person' });
  const foreign = actorOf('university.approver', { university: '4115010135' });
  await expect(decide(row?.id ?? '', 'dismissed', foreign)).rejects.toMatchObject({ code: 'record.unknown' });
});

test('upheld, the person is lost and the seat is free; another objection to the same line then changes nothing', async () => {
  const second = await file();
  const row = (await objections()).rows.find(({ id }) => id !== second.id);
  expect(await decide(row?.id ?? '', 'upheld')).toMatchObject({ status: 'upheld' });
  expect(await t.query('select reason, post_id from loss')).toEqual([{ reason: 'objection', post_id: 'post-2' }]);
  expect(await decide(second.id, 'upheld')).toMatchObject({ status: 'upheld' });
  expect(await t.query('select reason from loss')).toHaveLength(1);
  await expect(decide(second.id, 'dismissed')).rejects.toMatchObject({ code: 'objection.decided' });
});

test('dismissed, nothing happens to the person', async () => {
  const { id } = await file({ line: 1 });
  await decide(id, 'dismissed');
  const [row] = await t.query<{ status: string }>(`select status from application where number = '2023-15-000001'`);
  expect(row?.status).toBe('noticed');
});

test('the office sees who stands behind the lines, and what waits', async () => {
  await file({ line: 3 });
  const list = new ListPublicNotices(t.database);
  const entries = await as(universityOfficer, () => list.entries(notice, page, universityOfficer));
  expect(entries.rows.map(({ line, status, openObjections }) => [line, status, openObjections])).toEqual([
    ...[
      [1, 'noticed', 0],
      [2, 'lost', 0],
      [3, 'noticed', 1],
    ],
  ]);
  expect((await as(otherOfficer, () => list.entries(notice, page, otherOfficer))).rows).toEqual([]);
});

test('the clock closes a notice after its last day; by then nothing more is taken', async () => {
  const schedule = new EveryDayClosePublicNotices(new ClosePublicNotices(t.database));
  const run = (day: `${number}-${number}-${number}`) =>
    as(actorOf('operator', { division: 0 }), () => schedule.run({ day, due: new Date(`${day}T00:05:00+08:00`) }));
  const status = async () => (await t.query<{ status: string }>('select status from public_notice'))[0]?.status;
  await run('2023-06-12');
  expect(await status()).toBe('open');
  t.clock.moveTo(new Date('2023-06-13T00:00:00+08:00'));
  await expect(file({ line: 1 })).rejects.toMatchObject({
    code: 'public-notice.over',
    details: { closesOn: '2023-06-12' },
  });
  await run('2023-06-13');
  expect(await status()).toBe('closed');
});
