import { describe, expect, test } from '@jest/globals';
import { refusalOf } from '@xibu/platform/testing-refusals';
import { type Credential, credentialOf, refuseForeign, requireOwnPage } from './credentials.rules.js';
import { clearCookie, writeCookie } from './session-cookie.js';

const secret = 's'.repeat(43);
const publicUrl = 'https://xibu.example.cn/';
const cookie: Credential = { kind: 'cookie', secret };

test.each([
  ['a token', { authorization: 'Bearer a.b.c', cookie: `__Host-xibu=${secret}` }, 'bearer'],
  ['a session of a machine', { authorization: `Session ${secret}`, cookie: `__Host-xibu=${secret}` }, 'session'],
  ['a cookie', { cookie: `a=b; __Host-xibu=${secret}; c=d` }, 'cookie'],
  ['nothing', {}, 'none'],
  ['a cookie of another name', { cookie: `xibu=${secret}` }, 'none'],
  ['a cookie of no possible form', { cookie: '__Host-xibu=<script>' }, 'none'],
])('a request with %s', (_, headers, kind) => {
  expect(credentialOf({ headers }, true).kind).toBe(kind);
});

test('on one’s own machine, in plain http, the cookie has its other name', () => {
  expect(credentialOf({ headers: { cookie: `xibu=${secret}` } }, false)).toEqual(cookie);
});

test.each(['Basic abc', 'Session <script>', 'Bearer'])('authorization by “%s” is refused', (authorization) => {
  expect(refusalOf(() => credentialOf({ headers: { authorization } }, true))).toBe('session.missing');
});

describe('a change by cookie', () => {
  const asked = (headers: Record<string, string>, method = 'POST') => ({ method, host: 'xibu.example.cn', headers });
  const own = { 'x-xibu': 'portal' };
  test.each<[string, Record<string, string>, string]>([
    ['from our page', own, 'no refusal'],
    ['from our page, which names its origin', { ...own, origin: 'https://xibu.example.cn' }, 'no refusal'],
    ['without the header', {}, 'session.foreign-origin'],
    ['with another header', { 'x-xibu': 'machine' }, 'session.foreign-origin'],
    ['from another origin', { ...own, origin: 'https://evil.example' }, 'session.foreign-origin'],
    ['from another port', { ...own, origin: 'https://xibu.example.cn:8443' }, 'session.foreign-origin'],
    ['from a host that ends alike', { ...own, origin: 'https://evilxibu.example.cn' }, 'session.foreign-origin'],
    ['from a page without an origin', { ...own, origin: 'null' }, 'session.foreign-origin'],
  ])('%s: %s', (_, headers, answer) => {
    expect(refusalOf(() => refuseForeign(asked(headers), cookie, publicUrl))).toBe(answer);
  });

  test.each(['PUT', 'PATCH', 'DELETE'])('is one by %s too', (method) => {
    expect(refusalOf(() => refuseForeign(asked({}, method), cookie, publicUrl))).toBe('session.foreign-origin');
  });

  test('reading is none, and what a machine says on purpose needs no header', () => {
    for (const method of ['GET', 'HEAD']) {
      expect(refusalOf(() => refuseForeign(asked({}, method), cookie, publicUrl))).toBe('no refusal');
    }
    for (const kind of ['session', 'bearer', 'none'] as const) {
      const credential = { kind, secret, authorization: 'Bearer x' } as Credential;
      expect(refusalOf(() => refuseForeign(asked({ origin: 'https://a.b' }), credential, publicUrl))).toBe(
        'no refusal',
      );
    }
  });

  test('behind a proxy that keeps the host, the public address counts as well', () => {
    const inside = { method: 'POST', host: 'gateway:4000', headers: { ...own, origin: 'https://xibu.example.cn' } };
    expect(refusalOf(() => requireOwnPage(inside, publicUrl))).toBe('no refusal');
  });
});

test('the cookie is bound to this host, to https and to the session’s life, and scripts cannot read it', () => {
  expect(writeCookie(secret, 3600, true)).toBe(
    `__Host-xibu=${secret}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure`,
  );
  expect(clearCookie(false)).toBe('xibu=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax');
});
