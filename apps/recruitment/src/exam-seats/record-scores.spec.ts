import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeCsv, writeSheet } from '@xibu/documents';
import { type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason } from '@xibu/platform/testing-season';
import { sampleApplicants } from '../applications/sample-applicants.js';
import { AssignSeats } from '../exam-sessions/assign-seats.js';
import { CloseExamSession } from '../exam-sessions/close-exam-session.js';
import { OpenExamSession } from '../exam-sessions/open-exam-session.js';
import { PlanExamSession } from '../exam-sessions/plan-exam-session.js';
import { samplePlan } from '../exam-sessions/sample-session.js';
import { recruitmentSchema } from '../recruitment.schema.js';
import { by, regionOfficer } from '../sample-actors.js';
import { RecordScores } from './record-scores.js';

let t: TestDatabase;
let session: string;
const tickets = ['2023010101001', '2023010101002', '2023010102001', '2023010102002', '2023010201001'] as const;
beforeAll(async () => {
  t = await testDatabase(recruitmentSchema, '2023-05-24T09:00:00+08:00');
  await openSeason(t, { exam: ['2023-05-20', '2023-06-01'], ranking: ['2023-06-01', '2023-06-10'] });
  await sampleApplicants(t, 5, 'confirmed');
  const { database, clock } = t;
  session = (await by(regionOfficer, new PlanExamSession(database, clock), { season: '2023-2024', ...samplePlan })).id;
  await by(regionOfficer, new OpenExamSession(database, clock), session);
});
afterAll(() => t.close());

const record = (request: Parameters<RecordScores['run']>[1]) =>
  by(regionOfficer, new RecordScores(t.database, t.clock), session, request);
const scores = async () =>
  (await t.query<{ score: number | null }>('select score_hundredths score from exam_seat order by ticket')).map(
    ({ score }) => score,
  );

test('tickets are issued to everybody in one step, and told', async () => {
  await expect(record({ rows: [] })).rejects.toMatchObject({ code: 'exam.wrong-step' });
  expect(await by(regionOfficer, new AssignSeats(t.database, t.clock), session)).toEqual({ seated: 5, left: 2 });
  const told = (await t.facts()).filter(({ type }) => type === 'recruitment.application.ticket-issued.v1');
  expect(told).toHaveLength(5);
  expect(told[0]?.data).toMatchObject({ ticket: tickets[0], site: '内蒙古师范大学', seat: '第1考场 1号' });
});

test('there are no scores before the exam has begun', async () => {
  await expect(record({ rows: [{ ticket: tickets[0], scoreHundredths: 1 }] })).rejects.toMatchObject({
    code: 'exam.not-held-yet',
  });
});

test('a spreadsheet is taken in row by row; what is wrong comes back by its cell, in a column of the same file', async () => {
  t.clock.moveTo(new Date('2023-05-28T09:00:00+08:00'));
  const columns = [
    { key: 'ticket', header: '准考证号', kind: 'text' },
    { key: 'score', header: '成绩', kind: 'text' },
  ] as const;
  const rows = [
    { ticket: tickets[0], score: '86.5' },
    { ticket: tickets[1], score: '缺考' },
    { ticket: '2023010109999', score: '50' },
    { ticket: tickets[0], score: '60' },
    { ticket: tickets[2], score: '一百' },
    { ticket: tickets[3], score: '120' },
  ];
  const sheet = { title: '成绩', columns, rows };
  const outcome = await record({ file: (await writeSheet(sheet)).toString('base64') });
  expect(outcome).toMatchObject({ total: 6, done: 2 });
  expect(outcome.errors.map(({ line, code }) => [line, code])).toEqual([
    [4, 'import.unknown-number'],
    [5, 'import.twice'],
    [6, null],
    [7, 'score.out-of-range'],
  ]);
  expect(outcome.errors[2]).toMatchObject({ cell: 'B6' });
  expect(
    Buffer.from(outcome.file ?? '', 'base64')
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  expect(await scores()).toEqual([8650, null, null, null, null]);
});

test('the same as CSV, and a second import that corrects', async () => {
  const columns = [
    { key: 'ticket', header: '准考证号', kind: 'text' },
    { key: 'score', header: '分数', kind: 'text' },
  ] as const;
  const sheet = {
    title: '成绩',
    columns,
    rows: [
      { ticket: tickets[0], score: '87' },
      { ticket: tickets[2], score: '70.25' },
    ],
  };
  expect(await record({ file: (await writeCsv(sheet)).toString('base64') })).toMatchObject({
    done: 2,
    errors: [],
    file: null,
  });
  expect(await scores()).toEqual([8700, null, 7025, null, null]);
  const told = (await t.facts()).filter(({ type }) => type === 'recruitment.application.scored.v1');
  expect(told.map(({ data }) => (data as { scoreHundredths: number }).scoreHundredths)).toEqual([8650, 8700, 7025]);
});

test('rows or a file, not both and not neither', async () => {
  await expect(record({})).rejects.toMatchObject({ code: 'import.rows-or-file' });
  await expect(record({ rows: [], file: '' })).rejects.toMatchObject({ code: 'import.rows-or-file' });
});

test('once ranked, a score stands; and outside both windows nothing is taken', async () => {
  await t.query(`update application set status = 'qualified' where number = '2023-15-000001'`);
  const outcome = await record({
    rows: [
      { ticket: tickets[0], scoreHundredths: 1 },
      { ticket: tickets[4], scoreHundredths: 5000 },
    ],
  });
  expect(outcome).toMatchObject({ done: 1, errors: [{ line: 1, code: 'score.fixed', cell: null }] });
  t.clock.moveTo(new Date('2023-06-05T09:00:00+08:00'));
  expect(await record({ rows: [{ ticket: tickets[4], scoreHundredths: 5100 }] })).toMatchObject({ done: 1 });
  t.clock.moveTo(new Date('2023-06-10T00:00:00+08:00'));
  await expect(record({ rows: [] })).rejects.toMatchObject({
    code: 'milestone.closed',
    details: { milestone: 'exam' },
  });
});

test('a closed session takes no more scores', async () => {
  const closed = await by(regionOfficer, new CloseExamSession(t.database, t.clock), session);
  expect(closed).toMatchObject({ status: 'closed', seated: 5, scored: 3, absent: 1 });
  await expect(record({ rows: [] })).rejects.toMatchObject({ code: 'exam.wrong-step' });
});
