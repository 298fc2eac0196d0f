import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actorOf, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { identityOf, sampleApplicants } from '../applications/sample-applicants.js';
import { recruitmentSchema } from '../recruitment.schema.js';
import { applicantOf, by, otherOfficer, universityOfficer } from '../sample-actors.js';
import { ListReadings } from './list-readings.js';
import { RevealField } from './reveal-field.js';

let t: TestDatabase;
let people: Awaited<ReturnType<typeof sampleApplicants>>;
beforeAll(async () => {
  t = await testDatabase(recruitmentSchema);
  people = await sampleApplicants(t, 2, 'submitted');
});
afterAll(() => t.close());

const id = () => people[0]?.id ?? '';
const reveal = (actor = universityOfficer, reason = '核对报名表与证件') =>
  by(actor, new RevealField(t.database, t.clock, t.sealing), id(), { reason });

test('an office opens one identity number with a reason, and the person sees who looked', async () => {
  expect(await reveal()).toEqual({ field: 'identityNumber', value: identityOf(1) });
  await reveal(actorOf('faculty.officer', { university: '4115010126', faculty: '文学与新闻传播学院' }), '谈话核实');
  const seen = await by(applicantOf(1), new ListReadings(t.database), id());
  expect(seen.map(({ field, by: who, reason }) => [field, who, reason]).sort()).toEqual([
    ['identityNumber', '测试 faculty.officer', '谈话核实'],
    ['identityNumber', '测试 university.officer', '核对报名表与证件'],
  ]);
});

test('without a reason nothing is opened and nothing noted', async () => {
  const before = await t.query('select from reading');
  await expect(reveal(universityOfficer, '  ')).rejects.toMatchObject({ code: 'reason.missing' });
  expect(await t.query('select from reading')).toHaveLength(before.length);
});

test('not of another university, nor of another faculty', async () => {
  await expect(reveal(otherOfficer)).rejects.toMatchObject({ code: 'record.unknown' });
  const faculty = actorOf('faculty.officer', { university: '4115010126', faculty: '数学学院' });
  await expect(reveal(faculty)).rejects.toMatchObject({ code: 'record.unknown' });
});

test('who looked is shown to the person alone', async () => {
  await expect(by(applicantOf(2), new ListReadings(t.database), id())).rejects.toMatchObject({
    code: 'record.unknown',
  });
});

test('a draft is its writer’s own: no office opens it', async () => {
  await t.query(`update application set status = 'draft' where id = $1`, [id()]);
  await expect(reveal()).rejects.toMatchObject({ code: 'record.unknown' });
});
