import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { may, type Permission, roles } from '@xibu/domain';
import { actorOf, startTestService, type TestService, testPrivateKey, testPublicKey } from '@xibu/platform/testing';
import { assessment } from './assessment.service.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(assessment, {
    XIBU_DOCUMENT_PRIVATE_KEY: testPrivateKey,
    XIBU_DOCUMENT_PUBLIC_KEY: testPublicKey,
  });
  await service.query(`insert into report (id, county, month, status, due_on, expected_on_post)
    select c || ':2023-09', c, '2023-09', 'due', '2023-10-04', 1 from unnest(array[152201, 152202, 152501]) c`);
  await service.query(`insert into incident (id, season, county, unit, kind, level, status, happened_at, place, people, steps, reported_by, at)
    select gen_random_uuid(), '2023-2024', c, 'unit-' || c, 'fire', 'general', 'reported', now(), 'x', 1, '[]', 'a', now() from unnest(array[152201, 152501]) c`);
  await service.query(`insert into assessment (id, season, volunteer_id, account, number, name, county, unit, university, status)
    select gen_random_uuid(), '2023-2024', 'v' || c, 'a' || c, 'n' || c, 'x', c, 'unit-' || c, 'u' || c, 'open' from unnest(array[152201, 152501]) c`);
});
afterAll(() => service.stop());

const id = '01890000-0000-7000-8000-000000000001';
const at = (path: string): string => `/api/assessment/${path}`;
const routes: readonly (readonly [method: string, path: string, permission: Permission])[] = [
  ['GET', 'reports', 'report.read'],
  ['POST', 'reports/152201:2023-09/submit', 'report.submit'],
  ['POST', 'reports/league-check', 'report.check-league'],
  ['POST', 'reports/region-check', 'report.check-region'],
  ['GET', 'incidents', 'incident.read'],
  ['POST', 'incidents', 'incident.report'],
  ['POST', `incidents/${id}/respond`, 'incident.handle'],
  ['POST', `incidents/${id}/close`, 'incident.handle'],
  ['POST', `incidents/${id}/conclude`, 'incident.conclude'],
  ['GET', 'tickets/mine', 'ticket.own'],
  ['POST', 'tickets', 'ticket.own'],
  ['POST', `tickets/${id}/rate`, 'ticket.own'],
  ['GET', 'tickets', 'ticket.read'],
  ['POST', `tickets/${id}/take`, 'ticket.answer'],
  ['POST', `tickets/${id}/offer`, 'ticket.answer'],
  ['POST', `tickets/${id}/accept`, 'ticket.answer'],
  ['POST', `tickets/${id}/answer`, 'ticket.answer'],
  ['GET', 'grades/mine', 'grade.own'],
  ['GET', 'grades', 'grade.read'],
  ['POST', 'grades/open', 'grade.open'],
  ['POST', `grades/${id}/summarise`, 'grade.own'],
  ['POST', `grades/${id}/object`, 'grade.own'],
  ['POST', `grades/${id}/opine`, 'grade.opine'],
  ['POST', 'grades/bulk-grade', 'grade.give'],
  ['POST', `grades/${id}/answer-objection`, 'grade.give'],
  ['GET', 'excellent-lists/2023-2024', 'grade.read'],
  ['POST', 'excellent-lists/2023-2024/prepare', 'grade.prepare'],
  ['POST', 'excellent-lists/2023-2024/approve', 'grade.approve'],
  ['GET', 'office-ratings?season=2023-2024', 'office-rating.read'],
  ['POST', 'office-ratings', 'office-rating.propose'],
  ['POST', `office-ratings/${id}/decide`, 'office-rating.decide'],
  ['POST', 'appraisals/bulk', 'appraisal.write'],
  ['POST', 'certificates/bulk', 'certificate.issue'],
  ['GET', 'certificates/mine', 'certificate.own'],
  ['GET', 'certificates', 'certificate.read'],
  ['GET', 'certificates/XB-1/pdf', 'certificate.print'],
  ['POST', 'certificates/XB-1/revoke', 'certificate.revoke'],
];

describe.each(routes)('%s %s', (method, path, permission) => {
  test('asks who is there', async () => {
    expect(await service.call(null, method, at(path))).toMatchObject({
      status: 401,
      body: { code: 'session.missing' },
    });
  });
  const without = roles.filter((role) => !may({ roles: [role] }, permission));
  if (without.length > 0) {
    test.each(without)('refuses %s', async (role) => {
      expect(await service.call(actorOf(role), method, at(path))).toMatchObject({
        status: 403,
        body: { code: 'permission.missing' },
      });
    });
  }
});

test('every route of the service stands in this table, or is open to everybody', async () => {
  const { body } = await service.call<{ paths: Record<string, object> }>(null, 'GET', at('openapi.json'));
  const listed = new Set(
    routes.map(
      ([method, path]) =>
        `${method} ${path.replace(/\?.*/, '').replaceAll(id, '{id}').replace('152201:2023-09', '{id}').replace('2023-2024', '{season}').replace('XB-1', '{number}')}`,
    ),
  );
  const open = ['GET certificates/check/{number}', 'GET certificates/check-token/{token}'];
  const known = Object.entries(body.paths)
    .filter(([path]) => path.startsWith('/api/assessment/') && !/\/(operations|audit)/.test(path))
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.slice('/api/assessment/'.length)}`),
    );
  expect(known.filter((route) => !listed.has(route) && !open.includes(route))).toEqual([]);
});

test.each([
  ['county.officer', { division: 152201 }, 1, 1, 1],
  ['league-city.officer', { division: 152200 }, 2, 1, 1],
  ['region.officer', { division: 150000 }, 3, 2, 2],
] as const)(
  '%s sees reports, incidents and grades of its own area: rows, totals and facets',
  async (role, scope, reports, incidents, grades) => {
    const actor = actorOf(role, scope);
    for (const [path, n] of [
      ['reports', reports],
      ['incidents', incidents],
      ['grades', grades],
    ] as const) {
      const { body } = await service.call<{
        rows: object[];
        total: number;
        facets: { status: Record<string, number> };
      }>(actor, 'GET', at(path));
      expect([
        body.rows.length,
        body.total,
        Object.values(body.facets.status).reduce((sum, count) => sum + count, 0),
      ]).toEqual([n, n, n]);
    }
  },
);

test('a unit sees its own incidents and people, a university its own people', async () => {
  const unit = actorOf('unit.officer', { unit: 'unit-152201' });
  expect((await service.call(unit, 'GET', at('incidents'))).body).toMatchObject({ total: 1 });
  expect((await service.call(unit, 'GET', at('grades'))).body).toMatchObject({ total: 1 });
  expect(
    (await service.call(actorOf('university.officer', { university: 'u152501' }), 'GET', at('grades'))).body,
  ).toMatchObject({ total: 1 });
  expect(
    (await service.call(actorOf('university.officer', { university: 'none' }), 'GET', at('grades'))).body,
  ).toMatchObject({ total: 0 });
});
