import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { may, type Permission, roles } from '@xibu/domain';
import { actorOf, startTestService, type TestService } from '@xibu/platform/testing';
import { placement } from './placement.service.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(placement);
});
afterAll(() => service.stop());

const id = '01890000-0000-7000-8000-000000000001';
const routes: readonly (readonly [method: string, path: string, permission: Permission])[] = [
  ['GET', 'counties?season=2023-2024', 'service-county.read'],
  ['GET', 'counties/152221', 'service-county.read'],
  ['POST', 'counties', 'service-county.apply'],
  ['POST', 'counties/register', 'service-county.register'],
  ['POST', 'counties/152221/approve', 'service-county.decide'],
  ['POST', 'counties/152221/refuse', 'service-county.decide'],
  ['POST', 'counties/152221/file', 'service-county.file'],
  ['POST', 'counties/152221/activate', 'service-county.activate'],
  ['POST', 'counties/152221/rectify', 'service-county.apply'],
  ['POST', 'counties/152221/reapply', 'service-county.reapply'],
  ['GET', 'blocks', 'service-county.read'],
  ['POST', `blocks/${id}/propose-lifting`, 'placement-block.propose-lifting'],
  ['POST', `blocks/${id}/lift`, 'placement-block.decide-lifting'],
  ['POST', `blocks/${id}/keep`, 'placement-block.decide-lifting'],
  ['GET', 'local-key-counties', 'service-county.read'],
  ['POST', 'local-key-counties', 'local-key-county.keep'],
  ['GET', 'quotas?season=2023-2024', 'quota.read'],
  ['GET', 'quota-plans?season=2023-2024', 'quota.read'],
  ['POST', 'quota-plans', 'quota.prepare'],
  ['PUT', `quota-plans/${id}`, 'quota.prepare'],
  ['POST', `quota-plans/${id}/propose`, 'quota.prepare'],
  ['POST', `quota-plans/${id}/approve`, 'quota.approve'],
  ['POST', `quota-plans/${id}/return`, 'quota.approve'],
  ['GET', 'quota-transfers?season=2023-2024', 'quota.read'],
  ['POST', 'quota-transfers', 'quota.prepare'],
  ['POST', `quota-transfers/${id}/approve`, 'quota.approve'],
  ['POST', `quota-transfers/${id}/refuse`, 'quota.approve'],
  ['GET', 'posts?season=2023-2024', 'post.read'],
  ['GET', 'posts/structure?season=2023-2024', 'post.read'],
  ['GET', 'posts/export?season=2023-2024', 'post.read'],
  ['GET', `posts/${id}`, 'post.read'],
  ['POST', 'posts', 'post.prepare'],
  ['POST', 'posts/bulk', 'post.prepare'],
  ['POST', 'posts/import', 'post.prepare'],
  ['PUT', `posts/${id}`, 'post.prepare'],
  ['DELETE', `posts/${id}`, 'post.prepare'],
  ['POST', 'posts/declare', 'post.declare'],
  ['POST', 'posts/confirm', 'post.confirm'],
  ['POST', 'posts/approve', 'post.approve'],
  ['POST', 'posts/return', 'post.return'],
  ['POST', 'posts/open', 'post.open'],
  ['POST', `posts/${id}/close`, 'post.close'],
  ['GET', 'structure-exemptions', 'post.read'],
  ['POST', 'structure-exemptions', 'post.exempt'],
  ['GET', 'rankings?season=2023-2024', 'ranking.read'],
  ['GET', 'rankings/expansion', 'ranking.own'],
  ['GET', 'rankings/mine/2023-2024', 'ranking.own'],
  ['PUT', 'rankings/mine/2023-2024', 'ranking.own'],
  ['GET', 'rounds?season=2023-2024', 'round.read'],
  ['GET', `rounds/${id}`, 'round.read'],
  ['GET', `rounds/${id}/placements`, 'round.read'],
  ['GET', `rounds/${id}/explanation`, 'round.explain'],
  ['GET', `rounds/${id}/diagnosis`, 'round.diagnose'],
  ['POST', `rounds/${id}/preview`, 'round.diagnose'],
  ['POST', 'rounds', 'round.prepare'],
  ['POST', `rounds/${id}/draw`, 'round.prepare'],
  ['POST', `rounds/${id}/freeze`, 'round.prepare'],
  ['POST', `rounds/${id}/reveal`, 'round.prepare'],
  ['POST', `rounds/${id}/run`, 'round.prepare'],
  ['POST', `rounds/${id}/publish`, 'round.publish'],
  ['POST', `rounds/${id}/annul`, 'round.annul'],
];

describe.each(routes)('%s %s', (method, path, permission) => {
  test('asks who is there', async () => {
    const answer = await service.call(null, method, `/api/placement/${path}`);
    expect(answer).toMatchObject({ status: 401, body: { code: 'session.missing' } });
  });
  test('refuses every role but those of its permission', async () => {
    for (const role of roles.filter((each) => !may({ roles: [each] }, permission))) {
      const { status, body } = await service.call<{ code: string }>(actorOf(role), method, `/api/placement/${path}`);
      expect({ role, status, code: body.code }).toEqual({ role, status: 403, code: 'permission.missing' });
    }
  });
});

test('every route of these controllers is in the list above', async () => {
  const api = await service.call<{ paths: Record<string, object> }>(null, 'GET', '/api/placement/openapi.json');
  const nouns = ['counties', 'blocks', 'local-key-counties', 'quotas', 'quota-plans', 'quota-transfers', 'posts'];
  const own = [...nouns, 'structure-exemptions', 'rankings', 'rounds'];
  const open = ['/rounds/public', '/rounds/checker', '/rounds/{id}/files/{name}'];
  const described = Object.entries(api.body.paths)
    .map(([path, methods]) => ({ path: path.replace('/api/placement', ''), methods: Object.keys(methods) }))
    .filter(({ path }) => own.includes(path.split('/')[1] ?? '') && !open.includes(path))
    .flatMap(({ path, methods }) => methods.map((method) => `${method.toUpperCase()} ${path}`));
  const pattern = (method: string, path: string) => {
    const plain = `/${path.split('?')[0]}`
      .replace('152221', '{code}')
      .replace(id, '{id}')
      .replace('2023-2024', '{season}');
    return `${method} ${plain}`;
  };
  expect(described.sort()).toEqual(routes.map(([method, path]) => pattern(method, path)).sort());
});

test('a POST without an idempotency key, and a PUT without a version, are refused', async () => {
  const officer = actorOf('county.officer', { division: 152221 });
  const none = { 'idempotency-key': '' };
  expect(await service.call(officer, 'POST', '/api/placement/posts', {}, none)).toMatchObject({
    ...{ status: 400, body: { code: 'idempotency.key-missing' } },
  });
  const fields = {
    ...{ unit: 'u', unitName: '单位', title: '岗位', special: 'youth-work', level: 'county', seats: 1, duties: '职责' },
    ...{ projectKind: 'local', providesBoardAndLodging: true, cashMonthlyFen: 0, majors: [], placeTags: [] },
    acceptsReassigned: true,
  };
  for (const [actor, path, body] of [
    [officer, `posts/${id}`, fields],
    [actorOf('region.officer', { division: 150000 }), `quota-plans/${id}`, { lines: [] }],
    [actorOf('person'), 'rankings/mine/2023-2024', { posts: [], acceptsReassignment: true }],
  ] as const) {
    expect(await service.call(actor, 'PUT', `/api/placement/${path}`, body)).toMatchObject({
      ...{ status: 428, body: { code: 'version.missing' } },
    });
  }
});

test.each([
  [
    'quota-plans',
    'region.officer',
    { season: '2023-2024', lines: [{ division: 1, projectKind: 'x', max: -1 }] },
    '/lines/0/max',
  ],
  ['posts', 'county.officer', { season: '2023', seats: 0 }, '/season'],
  ['rounds', 'region.officer', { season: '2023-2024', kind: 'other' }, '/kind'],
  [`rounds/${id}/draw`, 'region.officer', { seed: '抽签' }, '/seed'],
] as const)('a malformed body of %s names its fields', async (path, role, body, pointer) => {
  const answer = await service.call<{ errors: { pointer: string }[] }>(
    actorOf(role),
    'POST',
    `/api/placement/${path}`,
    body,
  );
  expect(answer).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
  expect(answer.body.errors.map((error) => error.pointer)).toContain(pointer);
});
