import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { GradeDecided } from '@xibu/domain/assessment/events';
import {
  AgreementSigned,
  ServiceRecorded,
  VolunteerCheckedIn,
  VolunteerLeft,
  VolunteerOnPost,
} from '@xibu/domain/placement/events';
import {
  ApplicationAdmitted,
  ApplicationLost,
  ApplicationWithdrawn,
  PersonIdentified,
} from '@xibu/domain/recruitment/events';
import type { Tx } from '@xibu/platform';
import { react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { sampleOf } from '@xibu/platform/testing-samples';
import { openSeason, receivedOf } from '@xibu/platform/testing-season';
import { finance } from '../finance.service.js';
import { readPeople } from '../subsidy-runs/read-run-people.js';
import { WhenApplicationDecided } from './when-application-decided.js';
import { WhenGradeDecided } from './when-grade-decided.js';
import { WhenPersonIdentified } from './when-person-identified.js';
import { WhenVolunteerServes } from './when-volunteer-serves.js';

const served = sampleOf(ServiceRecorded);
const { accountId, volunteerId, applicationId } = served;
const county = served.county;
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase(finance);
  await openSeason(db);
});
afterAll(() => db.close());
const tables = ['person', 'admission', 'volunteer', 'service_span', 'agreement_span', 'grade'];
const forget = async (): Promise<void> => {
  for (const table of tables) await db.query(`delete from ${table}`);
};
beforeEach(forget);

const [serves, decided] = [new WhenVolunteerServes(), new WhenApplicationDecided()];
/** Everything that finance hears of one volunteer, as the golden samples say it. */
const heard: Record<string, (tx: Tx) => Promise<void>> = {
  identified: (tx) => {
    const sample = { ...sampleOf(PersonIdentified), identityNumberSealed: db.sealing.seal('150602200103150022') };
    return new WhenPersonIdentified(db.sealing).handle(receivedOf(PersonIdentified(accountId, sample)), tx);
  },
  admitted: (tx) => decided.admit(receivedOf(ApplicationAdmitted(applicationId, sampleOf(ApplicationAdmitted))), tx),
  checkedIn: (tx) => serves.checkIn(receivedOf(VolunteerCheckedIn(volunteerId, sampleOf(VolunteerCheckedIn))), tx),
  onPost: (tx) => serves.takePost(receivedOf(VolunteerOnPost(volunteerId, sampleOf(VolunteerOnPost))), tx),
  signed: (tx) => serves.sign(receivedOf(AgreementSigned(volunteerId, sampleOf(AgreementSigned))), tx),
  recorded: (tx) => serves.record(receivedOf(ServiceRecorded(volunteerId, served)), tx),
  graded: (tx) =>
    new WhenGradeDecided().handle(
      receivedOf(GradeDecided(volunteerId, { ...sampleOf(GradeDecided), volunteerId, accountId, county })),
      tx,
    ),
};
const hear = (...names: (keyof typeof heard)[]) =>
  react(db, async (tx) => {
    for (const name of names) await heard[name]?.(tx);
  });

const copies = async () => ({
  person: await db.query(
    'select account_id, number, name, identity_masked, identity_index, division, unit from person',
  ),
  admission: await db.query('select application_id, division, confirmation_number, ended_on from admission'),
  volunteer: await db.query(
    'select volunteer_id, season, division, unit, project_kind, checked_in_on::text, on_post_on::text from volunteer',
  ),
  spans: await db.query('select from_day::text, to_day::text, division, unit, paid from service_span'),
  agreements: await db.query('select from_day::text, to_day::text from agreement_span'),
  grades: await db.query('select season, grade from grade'),
});

test('the copies come out alike in whatever order the facts of different aggregates arrive', async () => {
  await hear('identified', 'admitted', 'checkedIn', 'signed', 'onPost', 'recorded', 'graded');
  const first = await copies();
  expect(first).toMatchObject({
    person: [{ number: '2023-15-000001', division: county, unit: served.spans[0]?.unit }],
    agreements: [{ from_day: '2023-07-25', to_day: '2024-07-25' }],
    volunteer: [{ checked_in_on: sampleOf(VolunteerCheckedIn).on, on_post_on: '2023-08-01' }],
  });
  await forget();
  await hear('graded', 'checkedIn', 'signed', 'onPost', 'recorded', 'admitted', 'identified');
  expect(await copies()).toEqual(first);
});

test('a fact that is told again changes nothing', async () => {
  await hear('identified', 'admitted', 'recorded');
  const once = await copies();
  await hear('recorded', 'admitted', 'identified');
  expect(await copies()).toEqual(once);
});

test('the earliest number stays with the person, in whatever order they are heard', async () => {
  const again = { ...sampleOf(PersonIdentified), number: '2024-15-000077', identityNumberSealed: db.sealing.seal('1') };
  const later = (tx: Tx) =>
    new WhenPersonIdentified(db.sealing).handle(receivedOf(PersonIdentified(accountId, again)), tx);
  await hear('identified', 'recorded');
  await react(db, later);
  expect(await db.query('select number from person')).toEqual([{ number: '2023-15-000001' }]);
  await forget();
  await react(db, later);
  await hear('recorded');
  expect(await db.query('select number from person')).toEqual([{ number: '2023-15-000001' }]);
});

test('where somebody belongs whose admissions ended does not hang on which was heard first', async () => {
  const sample = sampleOf(ApplicationAdmitted);
  const admissionOf = (id: string, season: string, division: number) => ({
    admit: (tx: Tx) =>
      decided.admit(
        receivedOf(ApplicationAdmitted(id, { ...sample, applicationId: id, accountId, season, county: division })),
        tx,
      ),
    lose: (tx: Tx) =>
      decided.lose(receivedOf(ApplicationLost(id, { ...sampleOf(ApplicationLost), applicationId: id, season })), tx),
  });
  const [first, second] = [admissionOf('a1', '2023-2024', 152221), admissionOf('a2', '2024-2025', 152222)];
  const belongs = async () => {
    const people = await db.query<{ division: number }>('select division from person');
    await forget();
    return people.map(({ division }) => division);
  };
  for (const step of [first.admit, second.admit, second.lose]) await react(db, step);
  expect(await belongs()).toEqual([152221]);
  for (const step of [second.admit, second.lose, first.admit]) await react(db, step);
  expect(await belongs()).toEqual([152221]);
  for (const step of [first.admit, first.lose, second.admit, second.lose]) await react(db, step);
  expect(await belongs()).toEqual([152222]);
  for (const step of [second.admit, second.lose, first.admit, first.lose]) await react(db, step);
  expect(await belongs()).toEqual([152222]);
});

test('a new record of service replaces the old one altogether, and days that are none are left out', async () => {
  await hear('recorded');
  const [span] = served.spans;
  const spans = [
    { ...span, from: '2023-08-01', to: '2023-08-01' },
    { ...span, from: '2023-08-05', to: '2023-09-01', unit: 'u2' },
  ] as typeof served.spans;
  await react(db, (tx) => serves.record(receivedOf(ServiceRecorded(volunteerId, { ...served, spans })), tx));
  expect((await copies()).spans).toEqual([
    { from_day: '2023-08-05', to_day: '2023-09-01', division: county, unit: 'u2', paid: true },
  ]);
});

test('whoever left serves no day after the last one, though the closed record has not come yet', async () => {
  await hear('recorded');
  await react(db, (tx) => serves.leave(receivedOf(VolunteerLeft(volunteerId, sampleOf(VolunteerLeft))), tx));
  expect((await copies()).spans).toMatchObject([{ from_day: '2023-08-01', to_day: '2024-07-25' }]);
});

test.each([
  ['lost', (tx: Tx) => decided.lose(receivedOf(ApplicationLost(applicationId, sampleOf(ApplicationLost))), tx)],
  [
    'withdrawn',
    (tx: Tx) => decided.withdraw(receivedOf(ApplicationWithdrawn(applicationId, sampleOf(ApplicationWithdrawn))), tx),
  ],
])('an admission that is %s ends; one that never was is no matter', async (_, end) => {
  await react(db, end);
  await hear('admitted');
  await react(db, end);
  expect(await db.query('select ended_on is not null ended from admission')).toEqual([{ ended: true }]);
});

test('nobody is left out of the books while their name or number is still under way', async () => {
  await react(db, (tx) => serves.record(receivedOf(ServiceRecorded(volunteerId, { ...served, number: '' })), tx));
  const people = await react(db, (tx) => readPeople(tx, [accountId], { since: '2023-07', month: '2023-08' }));
  expect(people).toMatchObject([
    { name: null, inputs: { person: accountId, card: false, service: [{ county: String(county) }] } },
  ]);
});
