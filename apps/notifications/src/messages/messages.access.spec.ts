import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { may, roles } from '@xibu/domain';
import { actorOf, startTestService, type TestService } from '@xibu/platform/testing';
import { notifications } from '../notifications.service.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(notifications, { XIBU_SMTP_URL: 'smtp://127.0.0.1:9' });
  await service.query(`insert into message (id, account, cause, template, subject, text, at)
    select ('01890000-0000-7000-8000-00000000000' || n)::uuid, 'p' || n, 'c', 't', 's' || n, 'x', now() from generate_series(1, 3) n`);
});
afterAll(() => service.stop());

const message = '01890000-0000-7000-8000-000000000002';
const routes = [
  ['GET', '/api/notifications/messages/mine', 'message.own'],
  ['GET', '/api/notifications/messages/unread', 'message.own'],
  ['POST', `/api/notifications/messages/${message}/read`, 'message.own'],
  ['GET', '/api/notifications/deliveries', 'delivery.read'],
] as const;

describe.each(routes)('%s %s', (method, path, permission) => {
  test('asks who is there', async () => {
    expect(await service.call(null, method, path)).toMatchObject({ status: 401 });
  });
  const without = roles.filter((role) => !may({ roles: [role] }, permission));
  if (without.length > 0) {
    test.each(without)('refuses %s', async (role) => {
      expect(await service.call(actorOf(role), method, path)).toMatchObject({
        status: 403,
        body: { code: 'permission.missing' },
      });
    });
  }
});

test('everybody reads their own messages and nobody else’s', async () => {
  const person = actorOf('person', { account: 'p1' });
  expect((await service.call(person, 'GET', '/api/notifications/messages/mine')).body).toMatchObject({
    total: 1,
    rows: [{ subject: 's1' }],
  });
  expect(await service.call(person, 'POST', `/api/notifications/messages/${message}/read`)).toMatchObject({
    status: 404,
  });
  const owner = actorOf('person', { account: 'p2' });
  expect(await service.call(owner, 'GET', '/api/notifications/messages/unread')).toMatchObject({ body: { unread: 1 } });
  expect(await service.call(owner, 'POST', `/api/notifications/messages/${message}/read`)).toMatchObject({
    status: 200,
  });
  expect(await service.call(owner, 'GET', '/api/notifications/messages/unread')).toMatchObject({ body: { unread: 0 } });
});
