import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { visitor } from '@xibu/platform';
import { actorOf, as, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason } from '@xibu/platform/testing-season';
import { CheckDocument } from '../documents/check-document.js';
import { registerDocuments } from '../documents/register-documents.js';
import { testSigner } from '../documents/test-signer.js';
import { PrintTicket } from '../exam-seats/print-ticket.js';
import { sampleScores } from '../exam-seats/sample-scores.js';
import { recruitmentSchema } from '../recruitment.schema.js';
import { applicantOf, by, otherOfficer, universityOfficer } from '../sample-actors.js';
import { GetProgress } from './get-progress.js';
import { PrintRegistrationForm } from './print-registration-form.js';
import { sampleApplicants } from './sample-applicants.js';
import { submittedForm } from './submitted-form.js';

let t: TestDatabase;
let people: Awaited<ReturnType<typeof sampleApplicants>>;
beforeAll(async () => {
  t = await testDatabase(recruitmentSchema, '2023-05-30T09:00:00+08:00');
  await openSeason(t);
  people = await sampleApplicants(t, 2, 'scored');
  await sampleScores(t, people, () => 8650);
  const [first] = people;
  if (!first) throw new Error('there is a first');
  const form = submittedForm({ ...first, receipt: 'receipt', submittedAt: new Date('2023-05-02T00:00:00+08:00') });
  await as(universityOfficer, () => t.database.transaction((tx) => registerDocuments(tx, [form])));
});
afterAll(() => t.close());

const id = (at = 0) => people[at]?.id ?? '';
const print = (actor = applicantOf(1)) =>
  by(actor, new PrintRegistrationForm(t.database, t.clock, t.sealing, testSigner.signer), id());

test('the form is printed for the person and for the offices concerned, for nobody else', async () => {
  const { number, bytes } = await print();
  expect(number).toBe('2023-15-000001');
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await print(universityOfficer)).bytes.equals(bytes)).toBe(false);
  await expect(print(otherOfficer)).rejects.toMatchObject({ code: 'record.unknown' });
  await expect(print(applicantOf(2))).rejects.toMatchObject({ code: 'record.unknown' });
});

test('the code on it says whether the paper is still what the record says', async () => {
  const token = await testSigner.tokenOf(t, 'registration-form', '2023-15-000001');
  const check = () =>
    as(visitor, () =>
      new CheckDocument(t.database, testSigner.signer).run('registration-form', '2023-15-000001', token),
    );
  expect(await check()).toMatchObject({ isValid: true, holder: '苏**' });
  await t.query(`update issued_document set digest = 'submitted again'`);
  expect(await check()).toMatchObject({ isValid: false, reason: 'superseded' });
});

test('while the form is with its writer it is not printed', async () => {
  await t.query(`update application set status = 'returned' where id = $1`, [id()]);
  await expect(print()).rejects.toMatchObject({ code: 'application.wrong-step', details: { status: 'returned' } });
});

test('the ticket is printed once there is one', async () => {
  const ticket = new PrintTicket(t.database, t.clock, t.sealing);
  const { number, bytes } = await by(applicantOf(2), ticket, id(1));
  expect(number).toBe('T2');
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await t.query('delete from exam_seat where application_id = $1', [id()]);
  await expect(by(applicantOf(1), ticket, id())).rejects.toMatchObject({ code: 'exam.no-ticket' });
});

test('a name that cannot be printed is an answer that names the character', async () => {
  await t.query(
    `update application set status = 'submitted', form = jsonb_set(form, '{name}', '"苏𲎯"') where id = $1`,
    [id()],
  );
  await expect(print()).rejects.toMatchObject({ code: 'document.unprintable', details: { character: '𲎯' } });
});

test('progress shows the steps so far, and what lies ahead as nothing', async () => {
  const progress = await by(applicantOf(2), new GetProgress(t.database), id(1));
  expect(progress).toMatchObject({
    exam: {
      ...{ ticket: 'T2', site: '内蒙古师范大学', room: '第1考场', seat: 2, scoreHundredths: 8650 },
      ...{ startsAt: '2023-05-27T09:00:00+08:00', address: '呼和浩特市赛罕区昭乌达路81号' },
    },
    ...{ ranking: null, placement: null, health: null, notice: null, admission: null, loss: null },
  });
  expect(await by(universityOfficer, new GetProgress(t.database), id(1))).toMatchObject({ exam: { ticket: 'T2' } });
  await expect(by(actorOf('person'), new GetProgress(t.database), id(1))).rejects.toMatchObject({
    code: 'record.unknown',
  });
});
