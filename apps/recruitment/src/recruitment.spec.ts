import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PlacementDecided } from '@xibu/domain/placement/events';
import { react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason, receivedOf } from '@xibu/platform/testing-season';
import { AdmitApplications } from './admissions/admit-applications.js';
import { sampleApplicants } from './applications/sample-applicants.js';
import { RecordScores } from './exam-seats/record-scores.js';
import { AssignSeats } from './exam-sessions/assign-seats.js';
import { OpenExamSession } from './exam-sessions/open-exam-session.js';
import { PlanExamSession } from './exam-sessions/plan-exam-session.js';
import { OpenHealthExam } from './health-exams/open-health-exam.js';
import { RecordHealthResults } from './health-exams/record-health-results.js';
import { FollowPlacement } from './preselections/follow-placement.js';
import { WhenPlacementDecided } from './preselections/when-placement-decided.js';
import { OpenPublicNotice } from './public-notices/open-public-notice.js';
import { ApproveQualifiedList } from './qualified-lists/approve-qualified-list.js';
import { PrepareQualifiedList } from './qualified-lists/prepare-qualified-list.js';
import { recruitmentSchema } from './recruitment.schema.js';
import { by, regionApprover, regionOfficer, universityApprover, universityOfficer } from './sample-actors.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase(recruitmentSchema, '2023-05-24T09:00:00+08:00');
  await openSeason(t);
});
afterAll(() => t.close());

const season = '2023-2024';
const count = 60;
const [officer, approver, school, head] = [regionOfficer, regionApprover, universityOfficer, universityApprover];
const numbersAt = (status: string) =>
  t.query<{ id: string; number: string }>('select id, number from application where status = $1 order by number', [
    status,
  ]);

test('sixty people go from confirmation to admission, each step in one request', async () => {
  const { database, clock, sealing } = t;
  await sampleApplicants(t, count, 'confirmed');
  const sites = [{ name: '内蒙古师范大学', address: '呼和浩特市', rooms: [{ name: '第1考场', seats: 90 }] }];
  const times = { startsAt: '2023-05-27T09:00:00+08:00', endsAt: '2023-05-27T11:00:00+08:00' };
  const session = await by(officer, new PlanExamSession(database, clock), {
    season,
    name: '招募考试',
    ...times,
    sites,
  });
  await by(officer, new OpenExamSession(database, clock), session.id);
  const seated = await by(officer, new AssignSeats(database, clock), session.id);
  expect(seated).toEqual({ seated: count, left: 30 });

  clock.moveTo(new Date('2023-05-28T09:00:00+08:00'));
  const seats = await t.query<{ ticket: string }>('select ticket from exam_seat order by ticket');
  const rows = seats.map(({ ticket }, at) => ({ ticket, scoreHundredths: at < 50 ? 6000 + at : 5999 }));
  const scores = await by(officer, new RecordScores(database, clock), session.id, { rows });
  expect(scores).toMatchObject({ total: count, done: count, errors: [] });

  const list = await by(officer, new PrepareQualifiedList(database, clock, sealing), { season });
  const approved = await by(approver, new ApproveQualifiedList(database, clock), list.id);
  expect(approved).toMatchObject({ status: 'approved', qualified: 50, notQualified: 10 });

  const placing = new WhenPlacementDecided(new FollowPlacement(clock));
  for (const [at, { id }] of (await numbersAt('qualified')).entries()) {
    const placed = { outcome: 'placed', postId: 'p1', postTitle: '小学教师', county: 152221 } as const;
    const unplaced = { outcome: 'unplaced', postId: null, postTitle: null, county: null } as const;
    const of = { roundId: 'r1', applicationId: id, accountId: `account-${at}`, season };
    const fact = PlacementDecided(id, { ...of, ...(at < 40 ? placed : unplaced) });
    await react(t, (tx) => placing.handle(receivedOf(fact), tx));
  }
  expect(await numbersAt('reserve')).toHaveLength(10);

  const exam = await by(school, new OpenHealthExam(database, clock), {
    season,
    hospital: '校医院',
    heldOn: '2023-06-05',
  });
  const results = (await numbersAt('preselected')).map(({ number }) => ({ number, passed: true }));
  const health = await by(school, new RecordHealthResults(database, clock, sealing), exam.id, { rows: results });
  expect(health).toMatchObject({ done: 40, errors: [] });

  const notice = await by(school, new OpenPublicNotice(database, clock), { season });
  expect(notice).toMatchObject({ people: 40, opensOn: '2023-05-28', closesOn: '2023-05-30' });
  clock.moveTo(new Date('2023-05-31T00:00:00+08:00'));
  const ids = (await numbersAt('noticed')).map(({ id }) => id);
  const admitted = await by(head, new AdmitApplications(database, clock, sealing), { ids });
  expect(admitted.filter(({ done }) => done)).toHaveLength(40);

  const told = new Map<string, number>();
  for (const { type } of await t.facts()) told.set(type, (told.get(type) ?? 0) + 1);
  expect(Object.fromEntries(told)).toEqual({
    'recruitment.application.ticket-issued.v1': 60,
    'recruitment.application.scored.v1': 60,
    'recruitment.application.qualified.v1': 50,
    'recruitment.application.not-qualified.v1': 10,
    'recruitment.application.health-decided.v1': 40,
    'recruitment.application.notice-opened.v1': 40,
    'recruitment.application.admitted.v1': 40,
    'recruitment.person.identified.v1': 40,
  });
});
