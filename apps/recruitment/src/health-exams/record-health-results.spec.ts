import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeSheet } from '@xibu/documents';
import { actorOf, as, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason } from '@xibu/platform/testing-season';
import { sampleApplicants } from '../applications/sample-applicants.js';
import { samplePosts } from '../preselections/sample-posts.js';
import { RevealField } from '../readings/reveal-field.js';
import { recruitmentSchema } from '../recruitment.schema.js';
import { by, otherOfficer, regionOfficer, universityOfficer } from '../sample-actors.js';
import { CloseHealthExam } from './close-health-exam.js';
import { ListHealthExams } from './list-health-exams.js';
import { OpenHealthExam } from './open-health-exam.js';
import { RecordHealthResults } from './record-health-results.js';

let t: TestDatabase;
const season = '2023-2024';
const request = { season, hospital: '校医院', heldOn: '2023-06-05' };
beforeAll(async () => {
  t = await testDatabase(recruitmentSchema, '2023-06-06T09:00:00+08:00');
  await openSeason(t, { 'health-exam': ['2023-06-05', '2023-06-15'], backfill: ['2023-07-01', '2023-07-20'] });
  const people = await sampleApplicants(t, 6, 'preselected', (at) => (at === 5 ? { university: '4115010135' } : {}));
  await samplePosts(t, people);
});
afterAll(() => t.close());

const open = (actor = universityOfficer, changes = {}) =>
  by(actor, new OpenHealthExam(t.database, t.clock), { ...request, ...changes });
const record = (id: string, given: Parameters<RecordHealthResults['run']>[1], actor = universityOfficer) =>
  by(actor, new RecordHealthResults(t.database, t.clock, t.sealing), id, given);

test('results are taken in row by row, each row standing or falling by itself', async () => {
  const { id, university } = await open();
  expect(university).toBe('4115010126');
  const outcome = await record(id, {
    rows: [
      { number: '2023-15-000001', passed: true },
      { number: '2023-15-000002', passed: false, conclusion: '血压不合格' },
      { number: '2023-15-000003', passed: false },
      { number: '2023-15-000006', passed: true },
      { number: '2023-15-000001', passed: true },
    ],
  });
  expect(outcome).toMatchObject({ total: 5, done: 2 });
  expect(outcome.errors.map(({ line, code }) => [line, code])).toEqual([
    [3, 'health-exam.conclusion-missing'],
    [4, 'import.unknown-number'],
    [5, 'import.twice'],
  ]);
  const rows = await t.query<{ status: string }>('select status from application order by number limit 3');
  expect(rows.map(({ status }) => status)).toEqual(['health-passed', 'health-failed', 'preselected']);
});

test('a conclusion is sealed, opened one at a time with a reason, and never for a faculty', async () => {
  const [row] = await t.query<{ sealed: string }>(
    'select conclusion_sealed sealed from health_result where not passed',
  );
  expect(row?.sealed).not.toContain('血压');
  const id = '01890000-0000-7000-8000-000000000002';
  const reveal = new RevealField(t.database, t.clock, t.sealing);
  const asked = { reason: '复核体检结论', field: 'healthConclusion' } as const;
  expect(await by(universityOfficer, reveal, id, asked)).toEqual({ field: 'healthConclusion', value: '血压不合格' });
  const faculty = actorOf('faculty.officer', { university: '4115010126', faculty: '文学与新闻传播学院' });
  await expect(by(faculty, reveal, id, asked)).rejects.toMatchObject({ code: 'permission.missing' });
  await expect(by(universityOfficer, reveal, '01890000-0000-7000-8000-000000000001', asked)).rejects.toMatchObject({
    code: 'reading.nothing-there',
  });
});

test('a failed examination frees the seat of its post', async () => {
  expect(await t.query('select reason, post_id from loss')).toEqual([{ reason: 'health', post_id: 'post-2' }]);
  const told = (await t.facts()).map(({ type }) => type);
  expect(told.filter((type) => type === 'recruitment.application.lost.v1')).toHaveLength(1);
});

test('the same as a spreadsheet', async () => {
  const { id } = await open();
  const columns = [
    { key: 'number', header: '报名编号', kind: 'text' },
    { key: 'passed', header: '体检结果', kind: 'text' },
    { key: 'conclusion', header: '结论', kind: 'text' },
  ] as const;
  const rows = [
    { number: '2023-15-000003', passed: '不合格', conclusion: '视力不合格' },
    { number: '2023-15-000004', passed: '大概', conclusion: null },
  ];
  const file = (await writeSheet({ title: '体检', columns, rows })).toString('base64');
  const outcome = await record(id, { file });
  expect(outcome).toMatchObject({ total: 2, done: 1, errors: [{ line: 3, cell: 'B3', code: null }] });
  expect(outcome.file).not.toBeNull();
});

test('a university sees and fills its own batches; the region opens one for everybody', async () => {
  const { id } = await open(regionOfficer);
  await expect(record(id, { rows: [] })).rejects.toMatchObject({ code: 'record.unknown' });
  const both = [
    { number: '2023-15-000004', passed: true },
    { number: '2023-15-000006', passed: true },
  ];
  expect(await record(id, { rows: both }, regionOfficer)).toMatchObject({ done: 2 });
  expect((await by(otherOfficer, new ListHealthExams(t.database), season)).rows).toEqual([]);
  expect((await by(regionOfficer, new ListHealthExams(t.database), season)).rows).toHaveLength(3);
  expect((await by(universityOfficer, new ListHealthExams(t.database), season)).rows).toHaveLength(2);
});

test('a university opens none for another, nobody for one that does not exist', async () => {
  await expect(open(universityOfficer, { university: '4115010135' })).rejects.toMatchObject({
    code: 'health-exam.university-foreign',
  });
  await expect(open(regionOfficer, { university: '999' })).rejects.toMatchObject({ code: 'university.unknown' });
});

test('a closed batch takes nothing more', async () => {
  const { id } = await open();
  await by(universityOfficer, new CloseHealthExam(t.database), id);
  const rows = [{ number: '2023-15-000005', passed: true }];
  expect(await record(id, { rows })).toMatchObject({ done: 0, errors: [{ code: 'health-exam.closed' }] });
});

test('between the two windows nothing is opened; the backfill repeats it in its own', async () => {
  t.clock.moveTo(new Date('2023-06-20T09:00:00+08:00'));
  await expect(open()).rejects.toMatchObject({ code: 'milestone.closed', details: { milestone: 'health-exam' } });
  t.clock.moveTo(new Date('2023-07-02T09:00:00+08:00'));
  expect(await as(universityOfficer, () => open())).toMatchObject({ status: 'open' });
});
