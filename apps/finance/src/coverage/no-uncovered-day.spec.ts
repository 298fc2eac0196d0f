import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type LegalDate, rfc3339 } from '@xibu/domain';
import type {
  ClaimView,
  CoverageCalendar,
  CoverageRow,
  CoverRow,
  ExceptionView,
  GapView,
  PolicyView,
  ReconciliationBoard,
} from '@xibu/domain/finance/api';
import { CommercialCoverSet, CoverageGapFound } from '@xibu/domain/finance/events';
import { AgreementSigned, VolunteerLeft } from '@xibu/domain/placement/events';
import { ApplicationAdmitted, ApplicationLost, ApplicationWithdrawn } from '@xibu/domain/recruitment/events';
import { Clock, type Page } from '@xibu/platform';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import { receivedOf } from '@xibu/platform/testing-season';
import { followReportIn } from '../insurance-covers/follow-report-in.js';
import { WhenApplicationIsDecided } from '../insurance-covers/when-application-decided.js';
import { WhenVolunteerLeft } from '../insurance-covers/when-volunteer-left.js';
import { WhenVolunteerServes } from '../people/when-volunteer-serves.js';
import { type SampleVolunteer, samplePolicy, sampleVolunteer } from '../sample-year.js';
import { tellOf } from '../tell-of-volunteers.js';
import { FinanceTest } from '../testing-finance.js';

const county = 152201;
let finance: FinanceTest;
let people: SampleVolunteer[];
let clock: Clock;
const officer = () => finance.actor('county.officer', county);
const one = (index: number): SampleVolunteer => people[index] as SampleVolunteer;
const gaps = async (query = ''): Promise<GapView[]> =>
  (await finance.ok<Page<GapView>>('GET', `/coverage/gaps?sort=number&${query}`, null, officer())).rows as GapView[];
const told = async (type: string) => (await finance.facts(type)).map(({ data }) => data);

beforeAll(async () => {
  finance = await FinanceTest.start('2023-08-15T09:00:00+08:00');
  clock = finance.service.app.get(Clock, { strict: false });
  people = await finance.volunteers(county, 3);
  await finance.terms(people.slice(0, 2));
});
afterAll(() => finance.stop());

const admit = (who: SampleVolunteer, season = '2023-2024') =>
  finance.react((tx) => {
    const data = {
      ...sampleOf(ApplicationAdmitted),
      accountId: who.accountId,
      applicationId: `application-${who.accountId}`,
      county: who.county,
      season,
    };
    const fact = { ...receivedOf(ApplicationAdmitted(data.applicationId, data)), at: rfc3339(clock.now()) };
    return new WhenApplicationIsDecided(clock).admit(fact, tx);
  });

test('whoever is admitted before there is a policy waits, and is enrolled when it is approved by a second person', async () => {
  for (const who of people.slice(0, 2)) await admit(who);
  expect(await told(CommercialCoverSet.type)).toEqual([]);
  const [prepares, approves] = [
    finance.actor('region.finance-officer', 150000),
    finance.actor('region.approver', 150000),
  ];
  const low = { ...samplePolicy, covers: { ...samplePolicy.covers, hospitalFen: 1 } };
  expect(await finance.refused('POST', '/insurance-policies', low, prepares)).toBe('policy.sum-too-low');
  const { id } = await finance.ok<PolicyView>('POST', '/insurance-policies', samplePolicy, prepares);
  expect(await finance.refused('POST', '/insurance-policies', samplePolicy, prepares)).toBe('policy.exists');
  expect(await finance.refused('POST', `/insurance-policies/${id}/approve`, {}, prepares)).toBe(
    'four-eyes.same-person',
  );
  expect(await finance.ok<PolicyView>('POST', `/insurance-policies/${id}/approve`, {}, approves)).toMatchObject({
    members: 2,
  });
  const facts = await told(CommercialCoverSet.type);
  expect(facts).toMatchObject([
    { accountId: one(0).accountId, policyId: id, from: '2023-08-15', to: '2024-08-10' },
    { accountId: one(1).accountId },
  ]);
  expectShape(sampleOf(CommercialCoverSet), facts[0]);
});

test('whoever is admitted after that is enrolled at once', async () => {
  await admit(one(2));
  expect((await told(CommercialCoverSet.type)).at(-1)).toMatchObject({
    accountId: one(2).accountId,
    from: '2023-08-15',
  });
  await admit(one(2));
  expect(await told(CommercialCoverSet.type)).toHaveLength(3);
});

test('when a later notice moves report-in, covers that have not begun follow it', async () => {
  const { policyId } = (await told(CommercialCoverSet.type))[0] as { policyId: string };
  const later = sampleVolunteer(county, 31);
  await finance.service.query(
    `insert into commercial_cover (id, account_id, season, division, admitted_on, policy_id, from_day, to_day, status, version)
     values (gen_random_uuid(), $1, '2023-2024', $2, '2023-08-15', $3, '2023-09-01', '2024-08-10', 'insured', 1)`,
    [later.accountId, county, policyId],
  );
  const follow = () => finance.react((tx) => followReportIn(tx, '2023-2024', clock.now()));
  const milestone = `update season_milestone set opens_at = $1, closes_at = '2024-12-31T00:00:00+08:00' where milestone = 'report-in'`;
  await finance.service.query(milestone, ['2023-08-28T00:00:00+08:00']);
  expect(await follow()).toBe(1);
  expect((await told(CommercialCoverSet.type)).at(-1)).toMatchObject({
    accountId: later.accountId,
    from: '2023-08-25',
  });
  expect(await follow()).toBe(0);
  await finance.service.query(milestone, ['2023-01-01T00:00:00+08:00']);
  await finance.service.query('delete from commercial_cover where account_id = $1', [later.accountId]);
});

test.each([
  ['lost', ApplicationLost],
  ['withdrawn', ApplicationWithdrawn],
] as const)('the cover of an application that is %s never begins, or ends', async (_, definition) => {
  const who = sampleVolunteer(county, definition === ApplicationLost ? 21 : 22);
  await admit(who);
  const applicationId = `application-${who.accountId}`;
  await finance.react((tx) => {
    const reaction = new WhenApplicationIsDecided(clock);
    const lost = receivedOf(
      ApplicationLost(applicationId, { ...sampleOf(ApplicationLost), applicationId, accountId: who.accountId }),
    );
    const gone = receivedOf(
      ApplicationWithdrawn(applicationId, {
        ...sampleOf(ApplicationWithdrawn),
        applicationId,
        accountId: who.accountId,
      }),
    );
    return definition === ApplicationLost ? reaction.lose(lost, tx) : reaction.withdraw(gone, tx);
  });
  expect((await told(CommercialCoverSet.type)).at(-1)).toMatchObject({
    accountId: who.accountId,
    from: '2023-08-15',
    to: '2023-08-15',
  });
});

test('a day on post without cover is an alarm with an owner, told once', async () => {
  await finance.moveTo('2023-08-17T09:00:00+08:00');
  const found = await gaps('kind=commercial');
  // Nobody was covered from 1 to 14 August: the policy came late.
  expect(found.map(({ accountId, from, to, days, owner, state }) => [accountId, from, to, days, owner, state])).toEqual(
    people.map(({ accountId }) => [accountId, '2023-08-01', '2023-08-15', 14, 'region:150000', 'open']),
  );
  const facts = await told(CoverageGapFound.type);
  expect(facts.filter(({ kind }) => kind === 'commercial')).toHaveLength(3);
  expectShape(sampleOf(CoverageGapFound), facts[0]);
  await finance.moveTo('2023-08-19T09:00:00+08:00');
  expect(await told(CoverageGapFound.type)).toHaveLength(facts.length);
});

test('an alarm closes when the days are covered after all, and by a reason otherwise', async () => {
  await finance.service.query(`update commercial_cover set from_day = '2023-07-20' where account_id = $1`, [
    one(0).accountId,
  ]);
  await finance.moveTo('2023-08-20T09:00:00+08:00');
  expect((await gaps('kind=commercial&state=covered')).map(({ accountId }) => accountId)).toEqual([one(0).accountId]);
  const [gap] = await gaps('kind=commercial&state=open');
  const settle = `/coverage/gaps/${gap?.id}/settle`;
  const approver = finance.actor('county.approver', county);
  expect(await finance.refused('POST', settle, { reason: '保单补录' }, officer())).toBe('permission.missing');
  expect(await finance.refused('POST', settle, { reason: ' ' }, approver)).toBe('reason.missing');
  expect(await finance.refused('POST', settle, { reason: '保单补录' }, finance.actor('county.approver', 152221))).toBe(
    'record.unknown',
  );
  expect(await finance.ok('POST', settle, { reason: '保单补录' }, approver)).toMatchObject({
    state: 'settled',
    reason: '保单补录',
  });
  expect(await finance.refused('POST', settle, { reason: '再次' }, approver)).toBe('coverage.wrong-step');
  await finance.moveTo('2023-08-21T09:00:00+08:00');
  expect((await gaps('kind=commercial')).map(({ state }) => state).sort()).toEqual(['covered', 'open', 'settled']);
});

test('after the agreement window a day without an agreement is an alarm', async () => {
  const sign = (who: SampleVolunteer, from: string, to: string) => {
    const of = { volunteerId: `volunteer-${who.accountId}`, number: who.number, accountId: who.accountId };
    const data = { ...of, applicationId: 'x', season: '2023-2024', county, postId: 'p', unit: who.unit, from, to };
    return finance.react((tx) => new WhenVolunteerServes().sign(receivedOf(AgreementSigned(of.volunteerId, data)), tx));
  };
  expect(await gaps('kind=agreement')).toEqual([]);
  await finance.service.query('delete from agreement_span where account_id = $1', [one(1).accountId]);
  await finance.moveTo('2023-08-22T09:00:00+08:00');
  expect(await gaps('kind=agreement&state=open')).toMatchObject([
    { accountId: one(1).accountId, from: '2023-08-16', to: null, days: 7, owner: 'county:152201' },
  ]);
  await sign(one(1), '2023-08-01', '2024-07-31');
  await finance.moveTo('2023-08-23T09:00:00+08:00');
  expect(await gaps('kind=agreement&state=open')).toEqual([]);
});

test('whoever leaves is covered some days longer, and no more', async () => {
  const who = one(2);
  const on: LegalDate = '2023-08-25';
  const of = {
    volunteerId: `volunteer-${who.accountId}`,
    number: who.number,
    accountId: who.accountId,
    applicationId: `application-${who.accountId}`,
  };
  const left = receivedOf(
    VolunteerLeft(of.volunteerId, { ...sampleOf(VolunteerLeft), ...of, season: '2023-2024', county, on }),
  );
  await finance.react(async (tx) => {
    await new WhenVolunteerServes().leave(left, tx);
    await new WhenVolunteerLeft(clock).handle(left, tx);
  });
  expect((await told(CommercialCoverSet.type)).at(-1)).toMatchObject({
    accountId: who.accountId,
    from: '2023-08-15',
    to: '2023-08-29',
  });
});

test('after the day of payment, whoever is not insured or not paid for the month is an alarm', async () => {
  await finance.cards(people.slice(0, 2));
  await finance.moveTo('2023-09-06T09:00:00+08:00');
  await finance.release(county, '2023-08');
  await finance.moveTo('2023-09-16T09:00:00+08:00');
  const open = await gaps('state=open');
  expect(open.filter(({ kind }) => kind === 'social').map(({ accountId, from, to }) => [accountId, from, to])).toEqual([
    [one(2).accountId, '2023-08-01', '2023-08-26'],
  ]);
  expect(open.filter(({ kind }) => kind === 'pay').map(({ accountId }) => accountId)).toEqual(
    people.map(({ accountId }) => accountId),
  );
});

test('whoever comes to be known after the run was calculated is an exception of that month, and is not silently missing', async () => {
  const late = sampleVolunteer(county, 9);
  await finance.react((tx) => tellOf(tx, late, finance.sealing, receivedOf));
  await finance.moveTo('2023-09-17T09:00:00+08:00');
  const { rows } = await finance.ok<Page<ExceptionView>>('GET', '/exceptions?code=not-in-run', null, officer());
  expect(rows).toMatchObject([{ accountId: late.accountId, month: '2023-08', state: 'open', owner: 'county:152201' }]);
  const { offices } = await finance.ok<ReconciliationBoard>('GET', '/months/2023-08/reconciliation', null, officer());
  expect(offices[0]?.obstacles.missing).toContain(late.accountId);
  await finance.moveTo('2023-09-18T09:00:00+08:00');
  expect((await finance.ok<Page<ExceptionView>>('GET', '/exceptions?code=not-in-run', null, officer())).total).toBe(1);
  await finance.days(late, []);
});

test('the calendar of a person shows it all side by side, to themselves and to their county', async () => {
  const own = finance.person(one(0));
  const calendar = await finance.ok<CoverageCalendar>('GET', '/coverage/mine', null, own);
  expect(calendar).toMatchObject({
    service: [{ from: '2023-08-01', to: null, county, isPaid: true }],
    agreements: [{ from: '2023-08-01', to: '2024-08-01' }],
    commercial: [{ from: '2023-07-20', status: 'insured' }],
    social: [{ month: '2023-08', schemes: ['pension'] }],
    pay: [{ month: '2023-08', netFen: 238_000, state: 'waiting' }],
  });
  const path = `/coverage/people/${one(0).accountId}`;
  expect(await finance.ok('GET', path, null, officer())).toEqual(calendar);
  expect(await finance.refused('GET', path, null, finance.actor('county.officer', 152221))).toBe('record.unknown');
  expect(await finance.refused('GET', path, null, own)).toBe('permission.missing');
  const list = await finance.ok<Page<CoverageRow>>('GET', '/coverage?gaps=open', null, officer());
  expect(list.rows).toMatchObject([
    { accountId: one(0).accountId, hasAgreement: true, hasCommercial: true, insuredUntil: '2023-08', paidUntil: null },
    { accountId: one(1).accountId },
  ]);
});

test('members and claims: only covered days are claimed for, and what happened stays with those who need it', async () => {
  const covers = await finance.ok<Page<CoverRow>>('GET', '/insurance-covers?state=insured,ended', null, officer());
  expect(covers.rows.map(({ accountId, to }) => [accountId, to])).toEqual([
    [one(0).accountId, '2024-08-10'],
    [one(1).accountId, '2024-08-10'],
    [one(2).accountId, '2023-08-29'],
    // Came to be known on post without cover, and was insured the night after.
    [sampleVolunteer(county, 9).accountId, '2024-08-10'],
  ]);
  const request = {
    accountId: one(0).accountId,
    kind: 'hospital',
    happenedOn: '2023-09-10',
    words: '急性阑尾炎住院',
    claimedFen: 300_000,
  };
  const own = finance.person(one(0));
  expect(await finance.refused('POST', '/insurance-claims', { ...request, happenedOn: '2023-07-01' }, own)).toBe(
    'claim.not-covered',
  );
  expect(await finance.refused('POST', '/insurance-claims', request, finance.person(one(1)))).toBe('claim.not-covered');
  const claim = await finance.ok<ClaimView>('POST', '/insurance-claims', request, own);
  const path = `/insurance-claims/${claim.id}`;
  const region = finance.actor('region.officer', 150000);
  await finance.ok('POST', `${path}/documents`, { documents: ['出院小结'] }, officer());
  await finance.ok('POST', `${path}/decide`, { decision: 'accepted', reason: '属保险责任' }, region);
  const paid = await finance.ok<ClaimView>('POST', `${path}/pay`, { paidFen: 250_000, paidOn: '2023-09-16' }, region);
  expect(paid).toMatchObject({ status: 'paid', words: null, paidFen: 250_000 });
  expect(await finance.ok<ClaimView>('GET', path, null, own)).toMatchObject({ words: request.words });
  const [stored] = await finance.service.query<{ words_sealed: string }>('select words_sealed from insurance_claim');
  expect(stored?.words_sealed).not.toContain('阑尾炎');
});
