import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { may, roles } from '@xibu/domain';
import { actorOf, startTestService, type TestService } from '@xibu/platform/testing';
import { testDocumentKeys } from './documents/test-signer.js';
import { recruitment } from './recruitment.service.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(recruitment, testDocumentKeys);
});
afterAll(() => service.stop());

const id = '01890000-0000-7000-8000-000000000001';
const base = '/api/recruitment';
/** Every route, with the permission that it asks for; `open` needs none. */
const routes = [
  ['GET', '/reference/universities', 'open'],
  ['GET', '/reference/majors', 'open'],
  ['GET', '/reference/divisions', 'open'],
  ['GET', '/reference/ethnic-groups', 'open'],
  ['GET', '/reference/political-status', 'open'],
  ['GET', '/reference/education-levels', 'open'],
  ['GET', '/reference/degrees', 'open'],
  ['POST', '/applications', 'application.own'],
  ['GET', '/applications/mine', 'application.own'],
  ['PUT', '/applications/{id}/draft', 'application.own'],
  ['POST', '/applications/{id}/submit', 'application.own'],
  ['POST', '/applications/{id}/confirm', 'application.own'],
  ['POST', '/applications/{id}/withdraw', 'application.own'],
  ['GET', '/applications', 'application.read'],
  ['GET', '/applications/counts', 'application.read'],
  ['GET', '/applications/{id}', 'application.read'],
  ['GET', '/applications/{id}/progress', 'application.progress'],
  ['GET', '/applications/{id}/form.pdf', 'application.print'],
  ['POST', '/applications/{id}/reveal', 'application.reveal'],
  ['GET', '/applications/{id}/reads', 'application.own'],
  ['POST', '/applications/{id}/faculty-review', 'application.review-faculty'],
  ['POST', '/applications/{id}/university-review', 'application.review-university'],
  ['POST', '/applications/bulk-review', 'application.review-any'],
  ['GET', '/registration-forms/{number}/check', 'open'],
  ['GET', '/receipts/key', 'open'],
  ['GET', '/receipts/check', 'open'],
  ['GET', '/exam-announcements', 'open'],
  ['GET', '/exam-sessions', 'exam.read'],
  ['GET', '/exam-sessions/{id}', 'exam.read'],
  ['POST', '/exam-sessions', 'exam.manage'],
  ['PUT', '/exam-sessions/{id}', 'exam.manage'],
  ['POST', '/exam-sessions/{id}/open', 'exam.manage'],
  ['POST', '/exam-sessions/{id}/assign-seats', 'exam.manage'],
  ['POST', '/exam-sessions/{id}/close', 'exam.manage'],
  ['GET', '/exam-sessions/{id}/seats', 'exam.read'],
  ['POST', '/exam-sessions/{id}/scores', 'exam.manage'],
  ['GET', '/applications/{id}/ticket.pdf', 'application.print'],
  ['GET', '/qualified-lists', 'qualified-list.read'],
  ['GET', '/qualified-lists/{id}', 'qualified-list.read'],
  ['GET', '/qualified-lists/{id}/entries', 'qualified-list.read'],
  ['POST', '/qualified-lists', 'qualified-list.prepare'],
  ['POST', '/qualified-lists/{id}/approve', 'qualified-list.approve'],
  ['GET', '/health-exams', 'health-exam.read'],
  ['POST', '/health-exams', 'health-exam.manage'],
  ['POST', '/health-exams/{id}/results', 'health-exam.manage'],
  ['POST', '/health-exams/{id}/close', 'health-exam.manage'],
  ['GET', '/public-notices', 'open'],
  ['GET', '/public-notices/{id}', 'open'],
  ['GET', '/public-notices/{id}/entries', 'public-notice.read'],
  ['POST', '/public-notices', 'public-notice.open'],
  ['POST', '/public-notices/{id}/objections', 'open'],
  ['GET', '/objections', 'objection.read'],
  ['GET', '/objections/{id}', 'objection.read'],
  ['POST', '/objections/{id}/reveal', 'objection.reveal'],
  ['POST', '/objections/{id}/uphold', 'objection.decide'],
  ['POST', '/objections/{id}/dismiss', 'objection.decide'],
  ['GET', '/admissions', 'admission.read'],
  ['POST', '/admissions/bulk', 'admission.admit'],
  ['POST', '/applications/{id}/accept', 'application.own'],
  ['POST', '/applications/{id}/decline', 'application.own'],
  ['GET', '/applications/{id}/confirmation.pdf', 'application.print'],
  ['GET', '/confirmations/{number}/check', 'open'],
  ['GET', '/teaching-groups', 'teaching-group.read'],
  ['POST', '/teaching-groups', 'teaching-group.import'],
  ['GET', '/losses', 'loss.read'],
  ['GET', '/losses/by-post', 'loss.read'],
] as const;

const addressOf = (path: string): string => base + path.replace('{id}', id).replace('{number}', 'Q2023-15-000001');
const guarded = routes.filter(([, , permission]) => permission !== 'open');
const open = routes
  .filter(([, , permission]) => permission === 'open')
  .map(([method, path]) => [method, path] as const);

describe.each(guarded)('%s %s', (method, path, permission) => {
  if (permission === 'open') return;
  test('asks who is there', async () => {
    const answer = await service.call(null, method, addressOf(path));
    expect(answer).toMatchObject({ status: 401, body: { code: 'session.missing' } });
  });
  test.each(roles.filter((role) => !may({ roles: [role] }, permission)))('refuses %s', async (role) => {
    expect(await service.call(actorOf(role), method, addressOf(path))).toMatchObject({
      status: 403,
      body: { code: 'permission.missing' },
    });
  });
  test.each(roles.filter((role) => may({ roles: [role] }, permission)))(
    'lets %s come as far as its scope',
    async (role) => {
      const { status } = await service.call(actorOf(role), method, addressOf(path));
      // With no scope at all there is nothing to see, and a request without content is malformed: never 401, 403 or a fault.
      expect([200, 201, 400, 404, 422, 428]).toContain(status);
    },
  );
});

test.each(open)('%s %s is open to everybody', async (method, path) => {
  const { status } = await service.call(null, method, addressOf(path));
  expect([200, 400, 404]).toContain(status);
});

test('no route is missing from this spec', async () => {
  const api = await service.call<{ paths: Record<string, object> }>(null, 'GET', `${base}/openapi.json`);
  const described = Object.entries(api.body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const ofPlatform = /^\w+ (\/health|\/metrics|\/api\/recruitment\/(operations|audit))/;
  expect(described.filter((route) => !ofPlatform.test(route)).sort()).toEqual(
    routes.map(([method, path]) => `${method} ${base}${path}`).sort(),
  );
});

test('a malformed request names every field, in the language asked for', async () => {
  const body = { season: 'now', extra: 1 };
  const answer = await service.call(actorOf('person'), 'POST', `${base}/applications`, body, {
    'accept-language': 'en',
  });
  expect(answer).toMatchObject({
    status: 400,
    body: {
      code: 'request.malformed',
      errors: expect.arrayContaining([
        { pointer: '/season', detail: 'has not the right form' },
        { pointer: '/extra', detail: 'is not a known field' },
      ]),
    },
  });
});

test('a POST without an idempotency key, and a PUT without a version, are refused', async () => {
  const person = actorOf('person');
  const body = { season: '2023-2024' };
  const post = await service.call(person, 'POST', `${base}/applications`, body, { 'idempotency-key': '' });
  expect(post.body).toMatchObject({ code: 'idempotency.key-missing' });
  const put = await service.call(person, 'PUT', `${base}/applications/${id}/draft`, {});
  expect(put).toMatchObject({ status: 428, body: { code: 'version.missing' } });
});

test('what was revealed is kept under no idempotency key', async () => {
  const officer = actorOf('university.officer', { university: 'u1' });
  const answer = await service.call(
    officer,
    'POST',
    `${base}/applications/${id}/reveal`,
    { reason: '核对' },
    { 'idempotency-key': '' },
  );
  expect(answer.status).toBe(404);
});

test('it is ready, and describes itself', async () => {
  expect(await service.call(null, 'GET', '/health/ready')).toMatchObject({ status: 200, body: { ready: true } });
});
