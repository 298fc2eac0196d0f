import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rfc3339 } from '@xibu/domain';
import type { ClaimView, PolicyView } from '@xibu/domain/finance/api';
import { VolunteerLeft } from '@xibu/domain/placement/events';
import { ApplicationAdmitted } from '@xibu/domain/recruitment/events';
import { Clock, type Page } from '@xibu/platform';
import { sampleOf } from '@xibu/platform/testing-samples';
import { receivedOf } from '@xibu/platform/testing-season';
import { WhenApplicationIsDecided } from '../insurance-covers/when-application-decided.js';
import { WhenVolunteerLeft } from '../insurance-covers/when-volunteer-left.js';
import { type SampleVolunteer, samplePolicy } from '../sample-year.js';
import { FinanceTest } from '../testing-finance.js';

const county = 152201;
let finance: FinanceTest;
let who: SampleVolunteer;
const own = () => finance.person(who);
const officer = (at = county) => finance.actor('county.officer', at);
const region = () => finance.actor('region.officer', 150000);
const request = (happenedOn: string, changes: object = {}) => ({
  ...{
    accountId: who.accountId,
    kind: 'accident-medical',
    happenedOn,
    words: '骑车摔伤',
    claimedFen: 120_000,
    ...changes,
  },
});
const call = (id: string, step: string, body: object, actor = region()) =>
  finance.refused('POST', `/insurance-claims/${id}/${step}`, body, actor);

/** Insured from 15 August 2023 to 9 August 2024, as the policy says. */
beforeAll(async () => {
  finance = await FinanceTest.start('2023-08-15T09:00:00+08:00');
  const clock = finance.service.app.get(Clock, { strict: false });
  [who] = (await finance.volunteers(county, 2)) as [SampleVolunteer];
  const applicationId = `application-${who.accountId}`;
  const data = { ...sampleOf(ApplicationAdmitted), accountId: who.accountId, applicationId, county };
  const admitted = { ...data, season: '2023-2024' };
  const fact = { ...receivedOf(ApplicationAdmitted(applicationId, admitted)), at: rfc3339(clock.now()) };
  await finance.react((tx) => new WhenApplicationIsDecided(clock).admit(fact, tx));
  const prepares = finance.actor('region.finance-officer', 150000);
  const { id } = await finance.ok<PolicyView>('POST', '/insurance-policies', samplePolicy, prepares);
  await finance.ok('POST', `/insurance-policies/${id}/approve`, {}, finance.actor('region.approver', 150000));
  await finance.moveTo('2023-09-20T09:00:00+08:00');
});
afterAll(() => finance.stop());

test.each([
  ['before the cover', '2023-08-01', 'claim.not-covered'],
  ['tomorrow', '2023-09-21', 'claim.in-the-future'],
])('what happened %s is not claimed for (notice 3.2.2)', async (_, day, code) => {
  expect(await finance.refused('POST', '/insurance-claims', request(day), own())).toBe(code);
});

test('a claim goes from the person to the county’s papers, to the insurer’s word, to the money', async () => {
  const claim = await finance.ok<ClaimView>('POST', '/insurance-claims', request('2023-09-10'), own());
  expect(claim).toMatchObject({ status: 'reported', county, words: '骑车摔伤', documents: [] });
  const { id } = claim;
  // Nobody decides without papers, and nobody decides their own.
  expect(await call(id, 'decide', { decision: 'accepted', reason: '属保险责任' })).toBe('claim.wrong-step');
  expect(await call(id, 'decide', { decision: 'accepted', reason: '属保险责任' }, own())).toBe('permission.missing');
  expect(await call(id, 'documents', { documents: ['发票'] }, officer(152221))).toBe('record.unknown');
  await finance.ok('POST', `/insurance-claims/${id}/documents`, { documents: ['发票'] }, own());
  const papers = await finance.ok<ClaimView>(
    'POST',
    `/insurance-claims/${id}/documents`,
    { documents: ['病历', '发票'] },
    officer(),
  );
  expect(papers).toMatchObject({ status: 'documents', documents: ['发票', '病历'] });
  expect(await call(id, 'pay', { paidFen: 1, paidOn: '2023-09-19' })).toBe('claim.wrong-step');
  expect(await call(id, 'decide', { decision: 'accepted', reason: ' ' })).toBe('reason.missing');
  expect(await call(id, 'decide', { decision: 'accepted', reason: '属保险责任' })).toBe('answered 200');
  expect(await call(id, 'documents', { documents: ['补充'] }, officer())).toBe('claim.wrong-step');
  expect(await call(id, 'pay', { paidFen: 100_000, paidOn: '2023-09-21' })).toBe('claim.in-the-future');
  expect(await call(id, 'pay', { paidFen: 100_000, paidOn: '2023-09-19' })).toBe('answered 200');
  expect(await finance.ok<ClaimView>('GET', `/insurance-claims/${id}`, null, own())).toMatchObject({
    ...{ status: 'paid', paidFen: 100_000, paidOn: '2023-09-19', reason: '属保险责任', words: '骑车摔伤' },
    history: ['reported', 'documents', 'documents', 'accepted', 'paid'].map((step) => ({ step })),
  });
});

test('the county reports for somebody who cannot; what the insurer refuses stays refused, with its reason', async () => {
  const { id } = await finance.ok<ClaimView>('POST', '/insurance-claims', request('2023-09-15'), officer());
  await finance.ok('POST', `/insurance-claims/${id}/documents`, { documents: ['病历'] }, officer());
  expect(await call(id, 'decide', { decision: 'refused', reason: '既往症' })).toBe('answered 200');
  expect(await call(id, 'pay', { paidFen: 1, paidOn: '2023-09-19' })).toBe('claim.wrong-step');
  expect(await finance.ok('GET', `/insurance-claims/${id}`, null, own())).toMatchObject({
    ...{ status: 'refused', reason: '既往症', paidFen: null },
  });
});

test('what happened to somebody is read by them and their county, and by nobody above (health data)', async () => {
  const { rows } = await finance.ok<Page<ClaimView>>('GET', '/insurance-claims', null, region());
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toContain('摔伤');
  const path = `/insurance-claims/${rows[0]?.id}`;
  expect(await finance.ok('GET', path, null, region())).toMatchObject({ words: null });
  expect(await finance.ok('GET', path, null, officer())).toMatchObject({ words: '骑车摔伤' });
});

test('the journey home is covered: days after leaving are claimed for as long as the cover lasts (全国项目办发〔2018〕14号)', async () => {
  const clock = finance.service.app.get(Clock, { strict: false });
  const of = { volunteerId: `volunteer-${who.accountId}`, number: who.number, accountId: who.accountId };
  const data = { ...sampleOf(VolunteerLeft), ...of, season: '2023-2024', county, on: '2023-09-12' };
  await finance.react((tx) => new WhenVolunteerLeft(clock).handle(receivedOf(VolunteerLeft(of.volunteerId, data)), tx));
  const last = await finance.service.query<{ to: string }>(
    `select (to_day - 1)::text "to" from commercial_cover where account_id = $1`,
    [who.accountId],
  );
  expect(last).toEqual([{ to: '2023-09-15' }]);
  expect(await finance.refused('POST', '/insurance-claims', request('2023-09-15'), own())).toBe('answered 201');
  expect(await finance.refused('POST', '/insurance-claims', request('2023-09-16'), own())).toBe('claim.not-covered');
});
