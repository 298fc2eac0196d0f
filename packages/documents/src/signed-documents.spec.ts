import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { CompactSign } from 'jose';
import {
  contentDigest,
  type SignedDocument,
  signDocument,
  tokenIn,
  verificationUrl,
  verifyDocument,
} from './signed-documents.js';

const mine = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');
const certificate: SignedDocument = {
  kind: 'certificate',
  number: 'XB-2025-152221-000017',
  holder: '乌云其木格',
  digest: contentDigest({ name: '乌云其木格', served: { years: 2, months: 0, days: 0 } }),
  issuedOn: '2025-07-28',
};

test('what was signed is read back, the name masked', async () => {
  const token = await signDocument(certificate, mine.privateKey, 'k1');
  expect(await verifyDocument(token, mine.publicKey)).toEqual({
    ok: true,
    keyId: 'k1',
    document: { ...certificate, holder: '乌**' },
  });
  expect(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).not.toContain('其木格');
});

test('the same document and key give the same token, short enough for a QR code', async () => {
  const token = await signDocument(certificate, mine.privateKey, 'k1');
  expect(await signDocument(certificate, mine.privateKey, 'k1')).toBe(token);
  expect(verificationUrl('https://xibu.example.invalid/verify', token).length).toBeLessThan(400);
});

test('a key in the form of a JWK serves as well', async () => {
  const token = await signDocument(certificate, mine.privateKey.export({ format: 'jwk' }));
  expect(await verifyDocument(token, mine.publicKey.export({ format: 'jwk' }))).toMatchObject({ ok: true });
});

test('a token of another key is refused', async () => {
  const token = await signDocument(certificate, other.privateKey, 'k1');
  expect(await verifyDocument(token, mine.publicKey)).toEqual({ ok: false, reason: 'signature' });
});

test('whatever is altered in a token, it is refused', async () => {
  const token = await signDocument(certificate, mine.privateKey, 'k1');
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const better = Buffer.from(JSON.stringify({ ...claims, n: 'XB-2025-152221-000018' })).toString('base64url');
  expect(await verifyDocument(`${header}.${better}.${signature}`, mine.publicKey)).toEqual({
    ok: false,
    reason: 'signature',
  });
  for (let at = 0; at < token.length; at += 7) {
    const swapped = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
    expect((await verifyDocument(swapped, mine.publicKey)).ok).toBe(false);
  }
});

test('a token that says it needs no signature is refused', async () => {
  const payload = Buffer.from('{"k":"certificate","n":"1","h":"乌**","d":"x","i":"2025-07-28"}').toString('base64url');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  expect((await verifyDocument(`${none}.${payload}.`, mine.publicKey)).ok).toBe(false);
});

test.each(['', 'x', 'a.b.c', '....', 'e30.e30.e30', 'a'.repeat(5_000)])('"%s" is no token', async (token) => {
  expect(await verifyDocument(token, mine.publicKey)).toEqual({ ok: false, reason: 'malformed' });
});

test.each(['no JSON', 'null', '{}', '[]', '"k"', '{"k":"certificate"}'])(
  '%s under a right signature is no document',
  async (text) => {
    const signer = new CompactSign(new TextEncoder().encode(text)).setProtectedHeader({ alg: 'EdDSA' });
    expect(await verifyDocument(await signer.sign(mine.privateKey), mine.publicKey)).toEqual({
      ok: false,
      reason: 'malformed',
    });
  },
);

test('an older certificate is checked with the key of its time', async () => {
  const keys = new Map([
    ['2024', mine.publicKey],
    ['2025', other.publicKey],
  ]);
  const find = (id: string | undefined) => keys.get(id ?? '');
  expect(await verifyDocument(await signDocument(certificate, mine.privateKey, '2024'), find)).toMatchObject({
    ok: true,
  });
  expect(await verifyDocument(await signDocument(certificate, other.privateKey, '2025'), find)).toMatchObject({
    ok: true,
  });
  expect(await verifyDocument(await signDocument(certificate, mine.privateKey, '2023'), find)).toEqual({
    ok: false,
    reason: 'key-unknown',
  });
});

test('the digest depends on every value and on the order of lists, not on the order of keys', () => {
  expect(contentDigest({ a: 1, b: ['x', null] })).toBe(contentDigest({ b: ['x', null], a: 1 }));
  expect(contentDigest({ a: 1, b: undefined })).toBe(contentDigest({ a: 1 }));
  expect(contentDigest({ a: 1 })).not.toBe(contentDigest({ a: '1' }));
  expect(contentDigest({ a: ['x', 'y'] })).not.toBe(contentDigest({ a: ['y', 'x'] }));
  expect(contentDigest({ on: new Date(0) })).toBe(contentDigest({ on: '1970-01-01T00:00:00.000Z' }));
});

test('the token is found in the link that the QR code carries', async () => {
  const token = await signDocument(certificate, mine.privateKey, 'k1');
  expect(tokenIn(verificationUrl('https://xibu.example.invalid/verify/', token))).toBe(token);
  expect(tokenIn('https://xibu.example.invalid/verify')).toBeUndefined();
});
