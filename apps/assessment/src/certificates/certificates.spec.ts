import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CertificateIssued, CertificateRevoked } from '@xibu/domain/assessment/events';
import type { ServiceSpan } from '@xibu/domain/placement/events';
import { ServiceRecorded, VolunteerLeft } from '@xibu/domain/placement/events';
import { actorOf, as, react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import { openSeason, receivedOf } from '@xibu/platform/testing-season';
import type { AssessmentConfig } from '../assessment.config.js';
import { assessment } from '../assessment.service.js';
import { serve } from '../sample-volunteers.js';
import { WhenVolunteerServed } from '../volunteers/when-volunteer-served.js';
import { IssueCertificates } from './issue-certificates.js';
import { lengthOf } from './service-length.rules.js';
import { ShowCertificates } from './show-certificates.js';
import { WriteAppraisals } from './write-appraisals.js';

const span = (from: string, to: string | null, paid = true): ServiceSpan => ({
  from,
  to,
  county: 152201,
  unit: 'u',
  projectKind: 'national',
  paid,
});

test.each([
  [
    'a whole year',
    [span('2023-08-01', '2024-08-01')],
    { days: 366, years: 1, months: 0, restDays: 0, from: '2023-08-01', to: '2024-07-31' },
  ],
  [
    'two posts in a row, with unpaid leave between',
    [span('2023-08-01', '2023-12-01'), span('2023-12-01', '2023-12-11', false), span('2023-12-11', '2024-02-01')],
    { days: 184, years: 0, months: 6 },
  ],
  ['an open service, up to the day asked for', [span('2023-08-01', null)], { days: 31, to: '2023-08-31', months: 1 }],
  ['from the end of a long month', [span('2023-08-31', '2023-09-30')], { days: 30, months: 1, restDays: 0 }],
] as const)('%s is counted by the days really served', (_, spans, expected) => {
  expect(lengthOf(spans, '2023-08-31')).toMatchObject(expected);
});

let db: TestDatabase;
let volunteers: string[];
const keys = generateKeyPairSync('ed25519');
const jwk = (key: typeof keys.privateKey): string => JSON.stringify(key.export({ format: 'jwk' }));
const config = {
  documentPrivateKey: jwk(keys.privateKey),
  documentPublicKey: jwk(keys.publicKey),
  publicUrl: 'http://localhost:4000',
} as AssessmentConfig;
const county = actorOf('county.officer', { division: 152201 });
const region = actorOf('region.officer', { division: 150000 });
const approver = actorOf('region.approver', { division: 150000 });

beforeAll(async () => {
  db = await testDatabase(assessment, '2024-08-05T09:00:00+08:00');
  await openSeason(db);
  volunteers = await serve(db, 152201, 4);
  await leave(0, 'completed');
  await leave(1, 'early-exit');
  await leave(2, 'completed');
});
afterAll(() => db.close());

async function leave(index: number, kind: 'completed' | 'early-exit'): Promise<void> {
  const volunteerId = volunteers[index] ?? '';
  const number = volunteerId.slice(2);
  const of = {
    volunteerId,
    number,
    accountId: `a-${number}`,
    applicationId: `p-${number}`,
    season: '2023-2024',
    county: 152201,
  };
  const copies = new WhenVolunteerServed();
  await react(db, async (tx) => {
    await copies.left(receivedOf(VolunteerLeft(volunteerId, { ...of, on: '2024-07-31', kind })), tx);
    await copies.served(
      receivedOf(ServiceRecorded(volunteerId, { ...of, spans: [span('2023-08-01', '2024-08-01')] })),
      tx,
    );
  });
}

const appraise = (rows: { volunteerId: string; grade: 'pass' | 'fail' | 'excellent'; text: string }[]) =>
  as(county, () => new WriteAppraisals(db.database, db.clock).run(rows, county));
const issue = (ids: string[], actor = region) =>
  as(actor, () => new IssueCertificates(db.database, db.clock, config).run(ids, actor));

test('nobody who still serves is appraised', async () => {
  expect(await appraise([{ volunteerId: volunteers[3] ?? '', grade: 'pass', text: '合格' }])).toMatchObject([
    { done: false, code: 'appraisal.not-left' },
  ]);
});

test('a certificate needs an appraisal, a completed service and a passing grade', async () => {
  expect(await issue([volunteers[0] ?? ''])).toMatchObject([{ code: 'certificate.no-appraisal' }]);
  await appraise([
    { volunteerId: volunteers[0] ?? '', grade: 'excellent', text: '优秀' },
    { volunteerId: volunteers[1] ?? '', grade: 'pass', text: '提前离岗' },
    { volunteerId: volunteers[2] ?? '', grade: 'fail', text: '不合格' },
  ]);
  const results = await issue(volunteers);
  expect(results).toMatchObject([
    { done: true, number: 'XB-2023-15-152201001' },
    { done: false, code: 'certificate.not-passed' },
    { done: false, code: 'certificate.not-passed' },
    { done: false, code: 'appraisal.not-left' },
  ]);
  const told = (await db.facts()).filter(({ type }) => type === CertificateIssued.type);
  expect(told).toHaveLength(1);
  expectShape(sampleOf(CertificateIssued), told[0]?.data);
  expect(await issue([volunteers[0] ?? ''])).toMatchObject([{ done: true, number: 'XB-2023-15-152201001' }]);
});

test('anybody can check it, by number or by what the code carries; the name is masked', async () => {
  const shown = new ShowCertificates(db.database, config);
  const view = await shown.check('XB-2023-15-152201001');
  expect(view).toMatchObject({
    holder: '娜**',
    serviceFrom: '2023-08-01',
    serviceTo: '2024-07-31',
    serviceDays: 366,
    startOfWork: '2023-07-25',
    grade: 'excellent',
    revoked: false,
  });
  const [row] = await db.query<{ token: string }>('select token from certificate');
  expect(await shown.checkToken(row?.token ?? '')).toEqual(view);
  await expect(shown.checkToken(`${row?.token.slice(0, -4)}AAAA`)).rejects.toMatchObject({ code: 'record.unknown' });
});

test('its PDF is for the holder and the offices of the place, and for nobody else', async () => {
  const shown = new ShowCertificates(db.database, config);
  const holder = actorOf('person', { account: 'a-2023-15-152201001' });
  expect((await as(holder, () => shown.pdf('XB-2023-15-152201001', holder))).subarray(0, 5).toString()).toBe('%PDF-');
  for (const stranger of [actorOf('person'), actorOf('county.officer', { division: 152202 })]) {
    await expect(as(stranger, () => shown.pdf('XB-2023-15-152201001', stranger))).rejects.toMatchObject({
      code: 'record.unknown',
    });
  }
});

test('it is revoked by another than who issued it, once, and the check says so', async () => {
  const revoke = (actor = approver) =>
    as(actor, () =>
      new IssueCertificates(db.database, db.clock, config).revoke('XB-2023-15-152201001', '材料不实', actor),
    );
  await expect(revoke(region)).rejects.toMatchObject({ code: 'four-eyes.same-person' });
  await revoke();
  await expect(revoke()).rejects.toMatchObject({ code: 'certificate.revoked' });
  expect(await new ShowCertificates(db.database, config).check('XB-2023-15-152201001')).toMatchObject({
    revoked: true,
    revokedReason: '材料不实',
  });
  expectShape(sampleOf(CertificateRevoked), (await db.facts()).at(-1)?.data);
});
