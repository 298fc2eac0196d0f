import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rfc3339 } from '@xibu/domain';
import type { CoverRow, GapView, PolicyView } from '@xibu/domain/finance/api';
import { CommercialCoverSet } from '@xibu/domain/finance/events';
import { VolunteerLeft } from '@xibu/domain/placement/events';
import { ApplicationAdmitted, ApplicationWithdrawn } from '@xibu/domain/recruitment/events';
import { Clock, type Page } from '@xibu/platform';
import { sampleOf } from '@xibu/platform/testing-samples';
import { receivedOf } from '@xibu/platform/testing-season';
import { type SampleVolunteer, samplePolicy } from '../sample-year.js';
import { FinanceTest } from '../testing-finance.js';
import { WhenApplicationIsDecided } from './when-application-decided.js';
import { WhenVolunteerLeft } from './when-volunteer-left.js';

const county = 152201;
let finance: FinanceTest;
let clock: Clock;
let who: SampleVolunteer;
let other: SampleVolunteer;
const officer = () => finance.actor('county.officer', county);
const covers = async ({ accountId }: SampleVolunteer): Promise<string[]> => {
  const query = '/insurance-covers?sort=number&limit=50';
  const { rows } = await finance.ok<Page<CoverRow>>('GET', query, null, officer());
  return rows
    .filter((row) => row.accountId === accountId)
    .map(({ from, to, status }) => `${status} ${from} ${to}`)
    .sort();
};

function admit({ accountId }: SampleVolunteer): Promise<void> {
  const applicationId = `application-${accountId}`;
  const data = { ...sampleOf(ApplicationAdmitted), accountId, applicationId, county, season: '2023-2024' };
  const fact = { ...receivedOf(ApplicationAdmitted(applicationId, data)), at: rfc3339(clock.now()) };
  return finance.react((tx) => new WhenApplicationIsDecided(clock).admit(fact, tx));
}

beforeAll(async () => {
  finance = await FinanceTest.start('2023-08-15T09:00:00+08:00');
  clock = finance.service.app.get(Clock, { strict: false });
  [who, other] = (await finance.volunteers(county, 2)) as [SampleVolunteer, SampleVolunteer];
  await admit(who);
  await admit(other);
  const prepares = finance.actor('region.finance-officer', 150000);
  const { id } = await finance.ok<PolicyView>('POST', '/insurance-policies', samplePolicy, prepares);
  await finance.ok('POST', `/insurance-policies/${id}/approve`, {}, finance.actor('region.approver', 150000));
});
afterAll(() => finance.stop());

test('whoever comes back on post is insured again, and the days that were covered before stay covered (notice 3.2.2)', async () => {
  const of = { volunteerId: `volunteer-${who.accountId}`, number: who.number, accountId: who.accountId };
  const left = { ...sampleOf(VolunteerLeft), ...of, season: '2023-2024', county, on: '2023-08-25' };
  await finance.react((tx) => new WhenVolunteerLeft(clock).handle(receivedOf(VolunteerLeft(of.volunteerId, left)), tx));
  const span = { county, unit: who.unit, projectKind: 'national' as const, paid: true };
  await finance.days(who, [
    { ...span, from: '2023-08-15', to: '2023-08-26' },
    { ...span, from: '2023-09-10', to: null },
  ]);
  await finance.moveTo('2023-09-10T09:00:00+08:00');
  expect(await covers(who)).toEqual(['ended 2023-08-15 2023-08-29', 'insured 2023-09-10 2024-08-10']);
  const { rows } = await finance.ok<Page<GapView>>('GET', '/coverage/gaps?kind=commercial', null, officer());
  expect(rows.filter(({ accountId }) => accountId === who.accountId)).toEqual([]);
  const claim = { accountId: who.accountId, kind: 'hospital', words: '住院', claimedFen: 1 };
  const report = (happenedOn: string) =>
    finance.refused('POST', '/insurance-claims', { ...claim, happenedOn }, finance.person(who));
  expect(await report('2023-08-20')).toBe('answered 201');
  expect(await report('2023-09-01')).toBe('claim.not-covered');
  expect(await report('2023-09-10')).toBe('answered 201');
});

test('the nights after that change nothing more', async () => {
  const told = (await finance.facts(CommercialCoverSet.type)).length;
  await finance.moveTo('2023-09-12T09:00:00+08:00');
  expect(await covers(who)).toHaveLength(2);
  expect(await finance.facts(CommercialCoverSet.type)).toHaveLength(told);
});

test('an admission that is told again finds its cover, and one after a withdrawal is waited for anew', async () => {
  await admit(other);
  expect(await covers(other)).toHaveLength(1);
  const applicationId = `application-${other.accountId}`;
  const withdrawn = { ...sampleOf(ApplicationWithdrawn), applicationId, accountId: other.accountId };
  await finance.react((tx) =>
    new WhenApplicationIsDecided(clock).withdraw(receivedOf(ApplicationWithdrawn(applicationId, withdrawn)), tx),
  );
  await admit(other);
  // The cover had begun: it ended today, and the night insures whoever still serves.
  await finance.moveTo('2023-09-13T09:00:00+08:00');
  expect(await covers(other)).toEqual(['ended 2023-08-15 2023-09-12', 'insured 2023-09-13 2024-08-10']);
});
