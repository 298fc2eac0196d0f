import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GradeDecided } from '@xibu/domain/assessment/events';
import * as facts from '@xibu/domain/placement/events';
import { ApplicationAdmitted, ApplicationLost, PersonIdentified } from '@xibu/domain/recruitment/events';
import { as, react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import { openSeason, receivedOf } from '@xibu/platform/testing-season';
import { CloseReportIn } from '../check-ins/close-report-in.js';
import { EndDueServices } from '../departures/end-due-services.js';
import { EndService } from '../departures/end-service.js';
import { EveryDayEndServices } from '../departures/every-day-end-services.js';
import { placement } from '../placement.service.js';
import { ConfirmOnPost } from './confirm-on-post.js';
import { ExpectVolunteer } from './expect-volunteer.js';
import { GetVolunteer } from './get-volunteer.js';
import { KeepGrade } from './keep-grade.js';
import { LoseVolunteer } from './lose-volunteer.js';
import {
  accountOf,
  applicationOf,
  countyOf,
  MadeUpService,
  noticeOf,
  numberOf,
  personOf,
  postOf,
  region,
  regionApprover,
  unitOf,
} from './made-up-service.js';
import { WhenGradeDecided } from './when-grade-decided.js';
import { WhenPersonChanged } from './when-person-changed.js';
import { WhenRecruitmentEnded } from './when-recruitment-ended.js';

const season = '2023-2024';
const county = 152221;
let test_: TestDatabase;
let service: MadeUpService;
beforeAll(async () => {
  test_ = await testDatabase(placement, '2023-07-12T09:00:00+08:00');
  await openSeason(test_, {
    'report-in': ['2023-07-20', '2023-07-28'],
    dispatch: ['2023-07-20', '2023-08-06'],
    'second-registration': ['2023-07-20', '2023-08-16'],
  });
  service = new MadeUpService(test_);
  await service.openPost(1, { seats: 20 });
});
afterAll(() => test_.close());

const heard = () => new WhenRecruitmentEnded(new ExpectVolunteer(test_.clock), new LoseVolunteer(test_.clock));
const seats = async (n: number) =>
  (await test_.query<{ release: string | null }>('select release from seat where account_id = $1', [accountOf(n)])).map(
    ({ release }) => release,
  );
const closeReportIn = () => as(region, () => new CloseReportIn(test_.database, test_.clock).run(season, region));
const own = (n: number) => as(personOf(n), () => new GetVolunteer(test_.database, test_.clock).own(personOf(n)));

test('an admission makes an expected volunteer on the post, told twice still one', async () => {
  await service.admit(1);
  const admitted = sampleOf(ApplicationAdmitted);
  await react(test_, (tx) => heard().admit(receivedOf(ApplicationAdmitted(admitted.applicationId, admitted)), tx));
  expect(await test_.query('select number, status, unit, county from volunteer')).toEqual([
    { number: admitted.number, status: 'admitted', unit: '152221-school', county },
  ]);
});

test('the name, the card and the cover are shown whichever comes first', async () => {
  const person = sampleOf(PersonIdentified);
  await service.insure(2, '2023-07-20');
  await service.confirmCard(2);
  await service.admit(2);
  expect(await service.volunteer(2)).toMatchObject({
    ...{ name: '测试2', sex: '女', card_last_four: '1234', covers: { p1: { from: '2023-07-20', to: null } } },
  });
  await react(test_, (tx) =>
    new WhenPersonChanged().identify(receivedOf(PersonIdentified(person.accountId, person)), tx),
  );
  expect(await service.volunteer(1)).toMatchObject({ name: person.name, university: person.university });
});

test('a grade of somebody unknown waits, and is kept when the volunteer is there', async () => {
  const grade = sampleOf(GradeDecided);
  const tell = (volunteerId: string) => {
    const fact = receivedOf(GradeDecided(volunteerId, { ...grade, volunteerId }));
    return react(test_, (tx) => new WhenGradeDecided(new KeepGrade()).handle(fact, tx));
  };
  await expect(tell(grade.volunteerId)).rejects.toThrow('nobody here serves');
  const { id } = await service.volunteer(1);
  await tell(id);
  expect(await service.volunteer(1)).toMatchObject({ grades: { [season]: 'pass' } });
});

test('a post that is not known yet makes the admission wait', async () => {
  const admitted = { ...sampleOf(ApplicationAdmitted), applicationId: applicationOf(98), postId: postOf(98) };
  const fact = receivedOf(ApplicationAdmitted(admitted.applicationId, admitted));
  await expect(react(test_, (tx) => heard().admit(fact, tx))).rejects.toThrow('no post');
});

test('a loss before dispatch removes the expected person and frees the seat', async () => {
  await service.admit(3);
  const lost = { ...sampleOf(ApplicationLost), applicationId: applicationOf(3), accountId: accountOf(3) };
  const tell = () => react(test_, (tx) => heard().lose(receivedOf(ApplicationLost(lost.applicationId, lost)), tx));
  await tell();
  await tell();
  expect(await service.volunteer(3)).toMatchObject({ status: 'lost', loss_reason: 'declined' });
  expect(await seats(3)).toEqual(['lost']);
});

test('report-in before its window is refused, each row for itself', async () => {
  const { rows } = await service.checkIn([1, 99]);
  expect(rows.map(({ code }) => code)).toEqual(['milestone.not-open', 'record.unknown']);
});

test('report-in needs notice, diploma or degree, and identity document', async () => {
  service.moveTo('2023-07-25T09:00:00+08:00');
  for (const n of [4, 5, 6, 7]) await service.admit(n);
  const said = async (n: number, changes: object) => (await service.checkIn([n], changes)).rows[0]?.code;
  expect(await said(1, { confirmationNumber: noticeOf(2) })).toBe('check-in.wrong-confirmation');
  expect(await said(1, { confirmationNumber: '' })).toBe('check-in.documents-missing');
  expect(await said(1, { identityShown: false })).toBe('check-in.documents-missing');
  expect(await said(4, { diploma: 'none' })).toBe('check-in.documents-missing');
  expect(await said(1, { diploma: 'degree' })).toBeNull();
  expect(await said(1, {})).toBe('volunteer.wrong-step');
  expect(await service.checkIn([2, 6, 7])).toMatchObject({ done: 3, refused: 0 });
  const [fact] = await service.factsOf(1, 'checked-in');
  expectShape(sampleOf(facts.VolunteerCheckedIn), fact?.data);
  expect(fact?.data).toMatchObject({ on: '2023-07-25', number: numberOf(1) });
});

test('untrained people are not dispatched', async () => {
  await expect(service.dispatch(county)).rejects.toMatchObject({ code: 'dispatch.nobody-trained' });
  const { rows } = await service.train([1, 2, 5, 6]);
  expect(rows.map(({ code }) => code)).toEqual([null, null, 'volunteer.wrong-step', null]);
  expect(await service.volunteer(1)).toMatchObject({ status: 'trained' });
  expect(await service.volunteer(7)).toMatchObject({ status: 'checked-in' });
});

test('report-in is not closed before its end; then who did not come is lost, and why', async () => {
  await expect(closeReportIn()).rejects.toMatchObject({ code: 'report-in.not-over' });
  service.moveTo('2023-07-28T00:00:00+08:00');
  await service.admit(8, postOf(1), '2023-07-28T10:00:00+08:00');
  expect((await service.checkIn([4])).rows[0]).toMatchObject({ code: 'milestone.closed' });
  expect(await closeReportIn()).toMatchObject({ done: 2, rows: [{ number: numberOf(4) }, { number: numberOf(5) }] });
  expect(await service.volunteer(4)).toMatchObject({ status: 'lost', loss_reason: 'no-diploma' });
  expect(await service.volunteer(5)).toMatchObject({ status: 'lost', loss_reason: 'no-show' });
  expect(await seats(5)).toEqual(['lost']);
  expectShape(sampleOf(facts.VolunteerFailedToReport), (await service.factsOf(5, 'failed-to-report'))[0]?.data);
});

test('who was admitted in a backfill after the window still reports in while people are dispatched', async () => {
  expect(await service.checkIn([8])).toMatchObject({ done: 1 });
  await service.train([8]);
});

test('the county takes over who came along; who did not waits for the next list', async () => {
  service.moveTo('2023-07-29T09:00:00+08:00');
  await service.dispatch(county, [6]);
  expect(await service.volunteer(6)).toMatchObject({ status: 'trained', dispatch_id: null });
  expect(await service.volunteer(1)).toMatchObject({ status: 'dispatched' });
  expectShape(sampleOf(facts.VolunteerDispatched), (await service.factsOf(1, 'dispatched'))[0]?.data);
  await service.dispatch(county);
  expect(await service.volunteer(6)).toMatchObject({ status: 'dispatched' });
  const lists = await test_.query<{ number: string; people: number }>('select number, people from dispatch order by 1');
  expect(lists).toEqual([
    { number: 'P2023-152221-1', people: 3 },
    { number: 'P2023-152221-2', people: 1 },
  ]);
});

test('three signatures in any order make the agreement of one year; the post is as it stood', async () => {
  await service.sign(1, [unitOf('152221-school'), countyOf(county)]);
  expect(await own(1)).toMatchObject({ next: { action: 'sign-agreement', until: '2023-08-16T00:00:00.000+08:00' } });
  await service.sign(1, [personOf(1)]);
  const [signed] = await service.factsOf(1, 'agreement-signed');
  expectShape(sampleOf(facts.AgreementSigned), signed?.data);
  expect(signed?.data).toMatchObject({ from: '2023-07-25', to: '2024-07-24' });
  await expect(service.sign(1, [personOf(1)])).rejects.toMatchObject({ code: 'agreement.not-open' });
  await service.sign(2, [personOf(2)]);
  await expect(service.sign(2, [personOf(2)])).rejects.toMatchObject({ code: 'agreement.signed-already' });
  await expect(service.sign(2, [personOf(1)])).rejects.toMatchObject({ code: 'record.unknown' });
  await expect(service.sign(2, [unitOf('152221-other')])).rejects.toMatchObject({ code: 'record.unknown' });
  await expect(service.sign(2, [countyOf(152222)])).rejects.toMatchObject({ code: 'record.unknown' });
});

test('nobody is on post before agreement, second registration, card and cover', async () => {
  const said = async (n: number, on?: string) => (await service.takePost([n], county, on)).rows[0]?.code;
  expect(await said(2)).toBe('on-post.no-agreement');
  expect(await said(1)).toBe('on-post.not-registered');
  await service.register(1);
  expect(await said(1)).toBe('on-post.not-registered');
  expect((await own(1)).next.action).toBe('confirm-bank-card');
  await service.confirmCard(1);
  expect(await said(1)).toBe('on-post.no-cover');
  await service.insure(1, '2023-08-01');
  expect(await said(1)).toBe('on-post.no-cover');
  service.moveTo('2023-08-01T09:00:00+08:00');
  expect(await said(1, '2023-07-20')).toBe('on-post.day');
  expect(await said(1, '2023-08-02')).toBe('on-post.day');
  expect(await said(99)).toBe('record.unknown');
  expect(await said(1)).toBeNull();
  expect((await own(1)).next.action).toBe('serve');
  const told = await service.factsOf(1);
  expectShape(sampleOf(facts.VolunteerOnPost), told.find(({ type }) => type.includes('on-post'))?.data);
  expectShape(sampleOf(facts.ServiceRecorded), told.at(-1)?.data);
  expect(told.at(-1)?.data).toMatchObject({ spans: [{ from: '2023-08-01', to: null, county, paid: true }] });
});

test('the region may let somebody on post without cover, with a reason', async () => {
  await service.sign(6, [personOf(6), unitOf('152221-school'), countyOf(county)]);
  await service.register(6);
  await service.confirmCard(6);
  const { id } = await service.volunteer(6);
  const waive = (reason: string) => {
    return as(regionApprover, () =>
      new ConfirmOnPost(test_.database, test_.clock).waiveCover(id, reason, regionApprover),
    );
  };
  await expect(waive(' ')).rejects.toMatchObject({ code: 'reason.missing' });
  await waive('保单次日生效');
  expect(await service.takePost([6], county)).toMatchObject({ done: 1 });
});

test('after 15 August nobody signs, unless the region allows it with a reason', async () => {
  service.moveTo('2023-08-16T00:00:00+08:00');
  await expect(service.sign(2, [countyOf(county)])).rejects.toMatchObject({ code: 'agreement.too-late' });
  const id = await service.agreementOf(2);
  const { SignAgreements } = await import('../agreements/sign-agreements.js');
  const allow = (reason: string) => {
    const request = { reason, until: '2023-08-20' };
    return as(regionApprover, () =>
      new SignAgreements(test_.database, test_.clock).allowLate(id, request, regionApprover),
    );
  };
  await expect(allow('')).rejects.toMatchObject({ code: 'reason.missing' });
  await allow('住院');
  await service.sign(2, [countyOf(county), unitOf('152221-school')]);
  expect(await service.volunteer(2)).toMatchObject({ status: 'agreement-signed' });
});

test('a term that ends without an extension is completed on its last day, and the seat is vacant', async () => {
  const every = new EveryDayEndServices(new EndDueServices(test_.database, test_.clock, new EndService()));
  service.moveTo('2024-07-24T01:00:00+08:00');
  await react(test_, () => every.run({ due: test_.clock.now(), day: '2024-07-24' }));
  expect(await service.volunteer(1)).toMatchObject({ status: 'on-post' });
  service.moveTo('2024-07-25T01:00:00+08:00');
  await react(test_, () => every.run({ due: test_.clock.now(), day: '2024-07-25' }));
  await react(test_, () => every.run({ due: test_.clock.now(), day: '2024-07-25' }));
  const left = await service.factsOf(1, 'left');
  expect(left).toHaveLength(1);
  expectShape(sampleOf(facts.VolunteerLeft), left[0]?.data);
  expect(left[0]?.data).toMatchObject({ on: '2024-07-24', kind: 'completed' });
  expect((await service.factsOf(1)).at(-1)?.data).toMatchObject({ spans: [{ from: '2023-08-01', to: '2024-07-25' }] });
  expect(await seats(1)).toEqual(['left']);
});
