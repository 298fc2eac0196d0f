import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { may, roles } from '@xibu/domain';
import { actorOf, startTestService, type TestService } from '@xibu/platform/testing';
import { recruitment } from '../recruitment.service.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(recruitment);
});
afterAll(() => service.stop());

const id = '01890000-0000-7000-8000-000000000001';
const routes = [
  ['POST', '/api/recruitment/applications', 'application.own'],
  ['GET', '/api/recruitment/applications/mine', 'application.own'],
  ['PUT', `/api/recruitment/applications/${id}/draft`, 'application.own'],
  ['POST', `/api/recruitment/applications/${id}/submit`, 'application.own'],
  ['POST', `/api/recruitment/applications/${id}/confirm`, 'application.own'],
  ['POST', `/api/recruitment/applications/${id}/withdraw`, 'application.own'],
  ['GET', '/api/recruitment/applications', 'application.read'],
  ['GET', `/api/recruitment/applications/${id}`, 'application.read'],
  ['POST', `/api/recruitment/applications/${id}/faculty-review`, 'application.review-faculty'],
  ['POST', `/api/recruitment/applications/${id}/university-review`, 'application.review-university'],
  ['POST', '/api/recruitment/applications/bulk-review', 'application.review-any'],
] as const;

describe.each(routes)('%s %s', (method, path, permission) => {
  test('asks who is there', async () => {
    expect(await service.call(null, method, path)).toMatchObject({ status: 401, body: { code: 'session.missing' } });
  });
  test.each(roles.filter((role) => !may({ roles: [role] }, permission)))('refuses %s', async (role) => {
    expect(await service.call(actorOf(role), method, path)).toMatchObject({
      status: 403,
      body: { code: 'permission.missing' },
    });
  });
});

test('a list shows an office its own scope: rows, total and facets alike', async () => {
  await service.query(`
    insert into application (id, season, account_id, status, division, university, faculty, number, form, identity_index,
                             checks, reviews, updated_at, version, submitted_at)
    select gen_random_uuid(), '2023-2024', 'a' || n, 'submitted', 150000, case when n % 2 = 0 then 'u1' else 'u2' end,
           'f' || n % 3, 'n' || n, '{}', 'i' || n, '[]', '[]', now(), 1, now() + make_interval(secs => n)
    from generate_series(1, 12) n`);
  const officer = actorOf('university.officer', { university: 'u1' });
  const page = await service.call<{
    rows: { university: string }[];
    total: number;
    next: string;
    facets: { faculty: object };
  }>(...([officer, 'GET', '/api/recruitment/applications?limit=4'] as const));
  expect(page.status).toBe(200);
  expect(page.body.rows.map(({ university }) => university)).toEqual(['u1', 'u1', 'u1', 'u1']);
  expect(page.body).toMatchObject({ total: 6, facets: { faculty: { f0: 2, f1: 2, f2: 2 } } });
  const rest = await service.call<{ rows: object[]; next: null }>(
    officer,
    'GET',
    `/api/recruitment/applications?limit=4&after=${page.body.next}`,
  );
  expect(rest.body).toMatchObject({ rows: [{}, {}], next: null });
  const county = await service.call(
    actorOf('county.officer', { division: 152201 }),
    'GET',
    '/api/recruitment/applications',
  );
  expect(county.body).toMatchObject({ rows: [], total: 0 });
});

test('a malformed request names every field, in the language asked for', async () => {
  const answer = await service.call(
    actorOf('person'),
    'POST',
    '/api/recruitment/applications',
    { season: 'now', extra: 1 },
    { 'accept-language': 'en' },
  );
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
  const post = await service.call(
    person,
    'POST',
    '/api/recruitment/applications',
    { season: '2023-2024' },
    { 'idempotency-key': '' },
  );
  expect(post.body).toMatchObject({ code: 'idempotency.key-missing' });
  const put = await service.call(person, 'PUT', `/api/recruitment/applications/${id}/draft`, {});
  expect(put).toMatchObject({ status: 428, body: { code: 'version.missing' } });
});

test('it is ready, and describes itself', async () => {
  expect(await service.call(null, 'GET', '/health/ready')).toMatchObject({ status: 200, body: { ready: true } });
  const api = await service.call<{ paths: object }>(null, 'GET', '/api/recruitment/openapi.json');
  expect(Object.keys(api.body.paths)).toContain('/api/recruitment/applications/{id}/submit');
});
