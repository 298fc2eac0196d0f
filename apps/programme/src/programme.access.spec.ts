import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { may, roles } from '@xibu/domain';
import { actorOf, startTestService, type TestService } from '@xibu/platform/testing';
import { variables } from './foundation/founded-for-specs.js';
import { programme } from './programme.service.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(programme, variables);
});
afterAll(() => service.stop());

const base = '/api/programme';
const id = '01890000-0000-7000-8000-000000000001';
const routes = [
  ['GET', `${base}/offices`, 'office.read'],
  ['GET', `${base}/offices/${id}`, 'office.read'],
  ['POST', `${base}/offices`, 'office.manage'],
  ['POST', `${base}/offices/bulk`, 'office.manage'],
  ['POST', `${base}/offices/${id}/close`, 'office.manage'],
  ['POST', `${base}/offices/${id}/reopen`, 'office.manage'],
  ['PUT', `${base}/offices/${id}/name`, 'office.manage'],
  ['PUT', `${base}/offices/${id}/contact`, 'office.contact'],
  ['GET', `${base}/accounts`, 'account.read'],
  ['POST', `${base}/accounts`, 'account.manage'],
  ['POST', `${base}/accounts/bulk`, 'account.manage'],
  ['POST', `${base}/accounts/${id}/close`, 'account.manage'],
  ['POST', `${base}/accounts/${id}/reset-password`, 'account.manage'],
  ['POST', `${base}/accounts/${id}/reset-second-factor`, 'account.manage'],
  ['GET', `${base}/accounts/me`, 'account.own'],
  ['PUT', `${base}/accounts/me/contact`, 'account.own'],
  ['POST', `${base}/accounts/me/change-password`, 'account.own'],
  ['POST', `${base}/accounts/me/close`, 'account.own'],
  ['POST', `${base}/accounts/me/second-factor/enrol`, 'account.second-factor'],
  ['POST', `${base}/accounts/me/second-factor/confirm`, 'account.second-factor'],
  ['POST', `${base}/accounts/me/second-factor/remove`, 'account.second-factor'],
  ['PUT', `${base}/session/language`, 'account.own'],
  ['GET', `${base}/sessions`, 'account.own'],
  ['POST', `${base}/sessions/end-others`, 'account.own'],
  ['POST', `${base}/sessions/${id}/end`, 'account.own'],
  ['POST', `${base}/sign-out`, 'account.own'],
  ['POST', `${base}/seasons`, 'season.open'],
  ['GET', `${base}/seasons/2023-2024/milestone-changes`, 'season.read'],
  ['POST', `${base}/seasons/2023-2024/milestone-changes`, 'milestone.propose'],
  ['POST', `${base}/milestone-changes/${id}/set`, 'milestone.decide'],
  ['POST', `${base}/milestone-changes/${id}/reject`, 'milestone.decide'],
  ['GET', `${base}/rulebooks`, 'rulebook.read'],
  ['GET', `${base}/rulebooks/${id}`, 'rulebook.read'],
  ['POST', `${base}/rulebooks`, 'rulebook.prepare'],
  ['POST', `${base}/rulebooks/first`, 'rulebook.prepare'],
  ['PUT', `${base}/rulebooks/${id}`, 'rulebook.prepare'],
  ['POST', `${base}/rulebooks/${id}/publish`, 'rulebook.publish'],
  ['POST', `${base}/rulebooks/${id}/discard`, 'rulebook.prepare'],
  ['GET', `${base}/notices`, 'notice.read'],
  ['GET', `${base}/notices/overdue-receipts`, 'notice.issue'],
  ['GET', `${base}/notices/${id}`, 'notice.read'],
  ['GET', `${base}/notices/${id}/receipts`, 'notice.issue'],
  ['POST', `${base}/notices`, 'notice.issue'],
  ['POST', `${base}/notices/${id}/receive`, 'notice.read'],
] as const;

describe.each(routes)('%s %s', (method, path, permission) => {
  test('asks who is there', async () => {
    expect(await service.call(null, method, path)).toMatchObject({ status: 401, body: { code: 'session.missing' } });
  });
  const others = roles.filter((role) => !may({ roles: [role] }, permission));
  if (others.length > 0) {
    test(`refuses ${others.join(', ')}`, async () => {
      for (const role of others) {
        expect({ role, ...(await service.call(actorOf(role), method, path)) }).toMatchObject({
          ...{ role, status: 403, body: { code: 'permission.missing' } },
        });
      }
    });
  }
});

/** Everybody may ask these; what they refuse, they refuse for another reason than who asks. */
const open = [
  ['GET', `${base}/welcome`, 200],
  ['GET', `${base}/directory`, 200],
  ['GET', `${base}/offices/search?q=x`, 200],
  ['GET', `${base}/seasons`, 200],
  ['GET', `${base}/seasons/2023-2024`, 404],
  ['GET', `${base}/public-notices`, 200],
  ['GET', `${base}/public-notices/${id}`, 404],
  ['POST', `${base}/accounts/register`, 400],
  ['POST', `${base}/foundation`, 400],
  ['POST', `${base}/sign-in`, 400],
  ['POST', `${base}/sessions/exchange`, 400],
] as const;
test.each(open)('%s %s is open to everybody', async (method, path, status) => {
  expect((await service.call(null, method, path, method === 'POST' ? {} : undefined)).status).toBe(status);
});

test('every route of the service stands in these lists', async () => {
  const api = await service.call<{ paths: Record<string, object> }>(null, 'GET', `${base}/openapi.json`);
  const plain = (path: string) => path.replace(/\{\w+\}|01890000[\w-]+|2023-2024/g, '…').replace(/\?.*/, '');
  const listed = [...routes, ...open].map(([method, path]) => `${method} ${plain(path)}`);
  const ofPlatform = /\/(operations|audit)\b|^[A-Z]+ \/(health|metrics)/;
  const found = Object.entries(api.body.paths)
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${plain(path)}`))
    .filter((route) => !ofPlatform.test(route));
  expect(found.filter((route) => !listed.includes(route))).toEqual([`GET ${base}/session`]);
});

test.each([
  ['sign-in', { name: 'someone', password: 'something' }],
  ['sessions/exchange', { session: 'x'.repeat(43) }],
])('%s answers the gateway alone', async (path, body) => {
  for (const key of [undefined, 'another key that is long enough as well']) {
    const headers = key ? { 'x-xibu-gateway-key': key } : undefined;
    expect(await service.call(null, 'POST', `${base}/${path}`, body, headers)).toMatchObject({
      ...{ status: 403, body: { code: 'gateway.unknown' } },
    });
  }
});

test('it is ready, and describes itself', async () => {
  expect(await service.call(null, 'GET', '/health/ready')).toMatchObject({ status: 200, body: { ready: true } });
});
