import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verifyDocument } from '@xibu/documents';
import type { ApplicationView, ReceiptCheck, ReceiptKey } from '@xibu/domain/recruitment/api';
import { Database, Sealing } from '@xibu/platform';
import {
  actorOf,
  startTestService,
  type TestDatabase,
  type TestService,
  testPrivateKey,
  testPublicKey,
} from '@xibu/platform/testing';
import { openSeason } from '@xibu/platform/testing-season';
import { sampleApplicants } from '../applications/sample-applicants.js';
import { DocumentSigner } from '../documents/document-signer.js';
import { testDocumentKeys } from '../documents/test-signer.js';
import type { RecruitmentConfig } from '../recruitment.config.js';
import { recruitment } from '../recruitment.service.js';

let service: TestService;
let submitted: ApplicationView;
let mine: ApplicationView;
const base = '/api/recruitment';
const person = actorOf('person', { account: 'account-1' });

beforeAll(async () => {
  service = await startTestService(recruitment, testDocumentKeys);
  const [sealing, database] = [Sealing, Database].map((part) => service.app.get(part, { strict: false })) as [
    Sealing,
    Database,
  ];
  await openSeason({ database } as TestDatabase);
  const [draft] = await sampleApplicants({ query: service.query, sealing }, 1, 'draft', () => ({ number: null }));
  const body = { declared: true };
  submitted = (await service.call<ApplicationView>(person, 'POST', `${base}/applications/${draft?.id}/submit`, body))
    .body;
  mine = (await service.call<ApplicationView[]>(person, 'GET', `${base}/applications/mine`)).body[0] as ApplicationView;
});
afterAll(() => service.stop());

/** As anybody would who holds the form: from its fields and the salt of the receipt. */
function digestOf({ form, proof }: ApplicationView): string {
  const fields = Object.entries(form).sort(([left], [right]) => (left < right ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify({ salt: proof?.salt, fields }))
    .digest('hex');
}

const check = async (receipt: string, digest: string) =>
  (await service.call<ReceiptCheck>(null, 'GET', `${base}/receipts/check?receipt=${receipt}&digest=${digest}`)).body;

test('the answer to a submission and the own application carry the same signed receipt', () => {
  expect(submitted.proof?.signed).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(mine.proof).toEqual(submitted.proof);
});

test('whoever holds the form computes its digest, and the receipt names number, digest and time of it', async () => {
  expect(digestOf(mine)).toBe(mine.receipt);
  expect(await check(mine.proof?.signed ?? '', digestOf(mine))).toEqual({
    ...{ isValid: true, reason: null, number: mine.number, submittedAt: mine.submittedAt },
  });
});

test.each(['name', 'identityNumber', 'skills'] as const)(
  'with another %s it is not the form of the receipt',
  async (field) => {
    const changed = { ...mine, form: { ...mine.form, [field]: '别的' } };
    expect(await check(mine.proof?.signed ?? '', digestOf(changed))).toMatchObject({
      isValid: false,
      reason: 'other-form',
    });
  },
);

test('a receipt that was altered, or made by somebody else, says nothing', async () => {
  const [head, claims = '', signature] = (mine.proof?.signed ?? '').split('.');
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString());
  const earlier = Buffer.from(JSON.stringify({ ...said, t: '2023-04-12T00:00:00.000+08:00' })).toString('base64url');
  const forged = { isValid: false, reason: 'forged', number: null, submittedAt: null };
  for (const receipt of [`${head}.${earlier}.${signature}`, `${head}.${claims}.AAAA`, 'nonsense', `${head}..`]) {
    expect(await check(receipt, digestOf(mine))).toEqual(forged);
  }
});

test('a document of the same key is no receipt, and a receipt is no document', async () => {
  const keys = {
    documentPrivateKey: testPrivateKey,
    documentPublicKey: testPublicKey,
    publicUrl: 'https://xibu.example',
  };
  const document = { kind: 'receipt', number: 'n', holder: '苏', digest: digestOf(mine), issuedOn: '2023-05-01' };
  const token = (await new DocumentSigner(keys as RecruitmentConfig).urlOf(document)).split('/').at(-1) ?? '';
  expect(await check(token, digestOf(mine))).toMatchObject({ reason: 'forged' });
  expect(await verifyDocument(mine.proof?.signed ?? '', JSON.parse(testPublicKey))).toMatchObject({ ok: false });
});

test('with the public key anybody checks a receipt without us', async () => {
  const { body } = await service.call<ReceiptKey>(null, 'GET', `${base}/receipts/key`);
  expect(Object.keys(body.publicKey)).not.toContain('d');
  const [head, claims = '', signature = ''] = (mine.proof?.signed ?? '').split('.');
  const key = createPublicKey({ key: { ...body.publicKey }, format: 'jwk' });
  expect(verify(null, Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ n: mine.number, d: mine.receipt });
});

test('nobody else is given the salt: an office sees the digest and cannot try identity numbers against it', async () => {
  const officer = actorOf('university.officer', { university: mine.form.university ?? '' });
  const { body } = await service.call<ApplicationView>(officer, 'GET', `${base}/applications/${mine.id}`);
  expect(body.receipt).toBe(mine.receipt);
  expect(JSON.stringify(body)).not.toContain(mine.proof?.salt);
});

test('before the submission there is nothing to prove', async () => {
  const other = actorOf('person');
  await service.call(other, 'POST', `${base}/applications`, { season: '2023-2024' });
  const { body } = await service.call<ApplicationView[]>(other, 'GET', `${base}/applications/mine`);
  expect(body).toHaveLength(1);
  expect(body[0]?.proof).toBeUndefined();
});
