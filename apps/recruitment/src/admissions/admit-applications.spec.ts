import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { VolunteerFailedToReport } from '@xibu/domain/placement/events';
import { visitor } from '@xibu/platform';
import { actorOf, as, react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { sampleOf } from '@xibu/platform/testing-samples';
import { openSeason, receivedOf } from '@xibu/platform/testing-season';
import { identityOf, sampleApplicants } from '../applications/sample-applicants.js';
import { CheckDocument } from '../documents/check-document.js';
import { testSigner } from '../documents/test-signer.js';
import { ListLosses } from '../losses/list-losses.js';
import { WhenVolunteerFailedToReport } from '../losses/when-volunteer-failed-to-report.js';
import { samplePosts } from '../preselections/sample-posts.js';
import { OpenPublicNotice } from '../public-notices/open-public-notice.js';
import { recruitmentSchema } from '../recruitment.schema.js';
import { applicantOf, by, otherOfficer, universityApprover, universityOfficer } from '../sample-actors.js';
import { AdmitApplications } from './admit-applications.js';
import { AnswerAdmission } from './answer-admission.js';
import { ListAdmissions } from './list-admissions.js';
import { PrintConfirmation } from './print-confirmation.js';

let t: TestDatabase;
let people: Awaited<ReturnType<typeof sampleApplicants>>;
beforeAll(async () => {
  t = await testDatabase(recruitmentSchema, '2023-06-10T15:00:00+08:00');
  await openSeason(t, {
    ...{ admission: ['2023-06-10', '2023-06-30'], backfill: ['2023-07-01', '2023-07-20'] },
    'report-in': ['2023-07-22', '2023-07-29'],
  });
  people = await sampleApplicants(t, 6, 'health-passed', (at) => (at === 5 ? { status: 'preselected' } : {}));
  await samplePosts(t, people);
  await by(universityOfficer, new OpenPublicNotice(t.database, t.clock), { season: '2023-2024' });
});
afterAll(() => t.close());

const id = (at: number) => people[at]?.id ?? '';
const admit = (ids: string[], actor = universityApprover) =>
  by(actor, new AdmitApplications(t.database, t.clock, t.sealing), { ids });
const answer = (at: number, given: 'accepted' | 'declined') =>
  by(applicantOf(at + 1), new AnswerAdmission(t.database, t.clock), id(at), given);
const page = { limit: 50 };
const admissions = (actor = universityApprover, query = {}) =>
  as(actor, () => new ListAdmissions(t.database).run({ ...page, ...query }, actor));
const { signer } = testSigner;
const check = async (number: string, token: string) =>
  as(visitor, () => new CheckDocument(t.database, signer).run('confirmation-notice', number, token));

test('nobody is admitted while the notice runs', async () => {
  t.clock.moveTo(new Date('2023-06-12T23:59:59+08:00'));
  expect(await admit([id(0)])).toEqual([{ id: id(0), done: false, code: 'admission.notice-running' }]);
});

test('afterwards each row stands or falls by itself', async () => {
  t.clock.moveTo(new Date('2023-06-13T00:00:00+08:00'));
  const stranger = '01890000-0000-7000-8000-00000000ffff';
  expect(await admit([id(0), id(1), id(5), stranger])).toEqual([
    { id: id(0), done: true, status: 'admitted' },
    { id: id(1), done: true, status: 'admitted' },
    { id: id(5), done: false, code: 'application.wrong-step' },
    { id: stranger, done: false, code: 'record.unknown' },
  ]);
  expect(await admit([id(0)])).toMatchObject([{ code: 'application.wrong-step' }]);
});

test('another university admits nobody of this one; whoever opened the notice admits nobody either', async () => {
  expect(await admit([id(2)], actorOf('university.approver', { university: '4115010135' }))).toMatchObject([
    { code: 'record.unknown' },
  ]);
  const both = actorOf('university.approver', { university: '4115010126', account: universityOfficer.account });
  expect(await admit([id(2)], both)).toMatchObject([{ code: 'four-eyes.same-person' }]);
});

test('the restricted fact carries the sealed number, which services with the field key can open', async () => {
  const [fact] = (await t.facts()).filter(({ type }) => type === 'recruitment.person.identified.v1');
  const data = fact?.data as { identityNumberSealed: string; birthDate: string; number: string };
  expect(fact?.key).toBe('account-1');
  expect(t.sealing.open(data.identityNumberSealed)).toBe(identityOf(1));
  expect(JSON.stringify(fact)).not.toContain(identityOf(1));
  expect(data).toMatchObject({ birthDate: '2001-01-02', sex: '2', number: '2023-15-000001', university: '4115010126' });
});

test('the notice on paper can be checked by anybody, until the admission ends', async () => {
  const printing = new PrintConfirmation(t.database, t.sealing, signer);
  const { number, bytes } = await by(applicantOf(1), printing, id(0));
  expect(number).toBe('Q2023-15-000001');
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const token = await testSigner.tokenOf(t, 'confirmation-notice', number);
  expect(await check(number, token)).toEqual({
    ...{ isValid: true, reason: null, number, holder: '苏**', issuedOn: '2023-06-13' },
  });
  expect(await check('Q2023-15-000002', token)).toMatchObject({ isValid: false, reason: 'other-number' });
  expect(await check(number, `${token.slice(0, -2)}xx`)).toMatchObject({
    isValid: false,
    reason: 'forged',
    holder: null,
  });
  await expect(by(applicantOf(6), printing, id(5))).rejects.toMatchObject({ code: 'admission.none' });
  await expect(by(applicantOf(2), printing, id(0))).rejects.toMatchObject({ code: 'record.unknown' });
});

test('the person accepts; it is told once', async () => {
  expect(await answer(0, 'accepted')).toMatchObject({ status: 'admitted' });
  await expect(answer(0, 'accepted')).rejects.toMatchObject({ code: 'admission.answered' });
  expect((await t.facts()).at(-1)).toMatchObject({ type: 'recruitment.application.accepted.v1', key: id(0) });
  expect((await admissions()).facets.answer).toEqual({ accepted: 1, '': 1 });
});

test('a "no" is a loss: the seat is free, the paper void', async () => {
  const token = await testSigner.tokenOf(t, 'confirmation-notice', 'Q2023-15-000002');
  expect(await answer(1, 'declined')).toMatchObject({ status: 'lost' });
  expect(await t.query('select reason, post_id from loss')).toEqual([{ reason: 'declined', post_id: 'post-2' }]);
  expect(await check('Q2023-15-000002', token)).toMatchObject({ isValid: false, reason: 'void' });
  await expect(answer(1, 'accepted')).rejects.toMatchObject({ code: 'application.wrong-step' });
});

test('another person’s admission does not exist for them', async () => {
  await expect(by(applicantOf(3), new AnswerAdmission(t.database, t.clock), id(0), 'declined')).rejects.toMatchObject({
    code: 'record.unknown',
  });
});

test('whoever does not report in is lost, told once or twice', async () => {
  const reaction = new WhenVolunteerFailedToReport(t.clock);
  const fact = receivedOf(
    VolunteerFailedToReport('v1', { ...sampleOf(VolunteerFailedToReport), applicationId: id(0) }),
  );
  await react(t, (tx) => reaction.handle(fact, tx));
  await react(t, (tx) => reaction.handle(fact, tx));
  const lost = (await t.facts()).filter(({ type, key }) => type === 'recruitment.application.lost.v1' && key === id(0));
  expect(lost).toMatchObject([{ data: { reason: 'no-show', postId: 'post-1' } }]);
  const unknown = { ...fact, data: { ...fact.data, applicationId: '01890000-0000-7000-8000-00000000ffff' } };
  await expect(react(t, (tx) => reaction.handle(unknown, tx))).rejects.toThrow('nobody here');
});

test('losses and what they need again are shown within the scope', async () => {
  const list = new ListLosses(t.database);
  const own = await as(universityApprover, () => list.run(page, universityApprover));
  expect(own).toMatchObject({ total: 2, facets: { reason: { declined: 1, 'no-show': 1 }, isFilled: { false: 2 } } });
  expect(await as(otherOfficer, () => list.run(page, otherOfficer))).toMatchObject({
    total: 0,
    facets: { reason: {} },
  });
  expect(await as(universityApprover, () => list.byPost(page, universityApprover))).toMatchObject({ needed: 2 });
  expect(await as(otherOfficer, () => list.byPost(page, otherOfficer))).toEqual({ rows: [], needed: 0 });
});

test('after the windows nobody is admitted, and in the backfill again', async () => {
  t.clock.moveTo(new Date('2023-06-30T00:00:00+08:00'));
  await expect(admit([id(2)])).rejects.toMatchObject({ code: 'milestone.closed', details: { milestone: 'admission' } });
  t.clock.moveTo(new Date('2023-07-05T00:00:00+08:00'));
  expect(await admit([id(2)])).toMatchObject([{ done: true }]);
  t.clock.moveTo(new Date('2023-08-01T00:00:00+08:00'));
  await expect(answer(2, 'declined')).rejects.toMatchObject({ code: 'milestone.closed' });
});
