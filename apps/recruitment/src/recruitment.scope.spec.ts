import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@xibu/domain';
import { Database, Sealing } from '@xibu/platform';
import { actorOf, as, startTestService, type TestService } from '@xibu/platform/testing';
import { sampleApplicants } from './applications/sample-applicants.js';
import { testDocumentKeys } from './documents/test-signer.js';
import { sampleScores } from './exam-seats/sample-scores.js';
import { sampleSession } from './exam-sessions/sample-session.js';
import { samplePosts } from './preselections/sample-posts.js';
import { recruitment } from './recruitment.service.js';

let service: TestService;
const record = '01890000-0000-7000-9000-0000000000';
const base = '/api/recruitment';

/** Four people, two of faculty f1 and one of f2 at university u1, one at u2; each with a row in every table. */
beforeAll(async () => {
  service = await startTestService(recruitment, testDocumentKeys);
  const sealing = service.app.get(Sealing, { strict: false });
  const places = [
    ['u1', 'f1'],
    ['u1', 'f1'],
    ['u1', 'f2'],
    ['u2', 'f1'],
  ] as const;
  const people = await sampleApplicants({ query: service.query, sealing }, 4, 'admitted', (at) => ({
    university: places[at]?.[0] ?? '',
    faculty: places[at]?.[1] ?? '',
  }));
  await sampleScores(service, people, () => 7000);
  await samplePosts(service, people);
  const sealed = sealing.seal('13900000000');
  for (const statement of everyTable(sealed)) await service.query(statement);
});
afterAll(() => service.stop());

const everyTable = (sealed: string): string[] => [
  `insert into season_copy values ('2023-2024', '2023-2024年度', 150000)`,
  `insert into qualified_list (id, season, division, status, rule, prepared_by, prepared_at)
   values ('${record}01', '2023-2024', 150000, 'prepared', '{}', 'a', now())`,
  `insert into qualified_entry select '${record}01', id, account_id, 150000, 'qualified', '[]', 7000, 6000, number, '{}', '{}', now()
   from application`,
  `insert into health_exam select ('${record}0' || right(u, 1))::uuid, '2023-2024', 150000, u, '校医院', '2023-06-05', 'open', 'a'
   from unnest('{u1,u2}'::text[]) u`,
  `insert into health_result select id, ('${record}0' || right(university, 1))::uuid, account_id, 150000, university, true, null,
     'a', now() from application`,
  `insert into public_notice select ('${record}0' || right(u, 1))::uuid, '2023-2024', 150000, u, u, '2023-04-01', '2023-06-12',
     'open', 3, 'a' from unnest('{u1,u2}'::text[]) u`,
  `insert into notice_entry select id, ('${record}0' || right(university, 1))::uuid, right(number, 1)::int, account_id, 150000,
     university, faculty from application`,
  `insert into objection select id, ('${record}0' || right(university, 1))::uuid, right(number, 1)::int, 150000, university,
     '${sealed}', '${sealed}', now(), 'open', null, null, null from application`,
  `insert into admission select id, season, account_id, 150000, university, faculty, 'Q' || number, 'p1', '小学教师', 152221, 'a',
     now(), null, null from application`,
  `insert into loss select id, season, account_id, 150000, university, faculty, 'declined', 'p1', '小学教师', 152221, now()
   from application`,
];

const actors: Record<string, Actor> = {
  region: actorOf('region.officer', { division: 150000 }),
  national: actorOf('national.officer', { division: 0 }),
  'university u1': actorOf('university.officer', { university: 'u1' }),
  'university u2': actorOf('university.officer', { university: 'u2' }),
  'faculty f1 of u1': actorOf('faculty.officer', { university: 'u1', faculty: 'f1' }),
  'another region': actorOf('region.officer', { division: 650000 }),
  'a county': actorOf('county.officer', { division: 152221 }),
  'a league-city': actorOf('league-city.officer', { division: 152200 }),
  'a unit': actorOf('unit.officer', { unit: 'x' }),
};
/** How many of the four each may know of. */
const knows: Record<string, number> = {
  ...{ region: 4, national: 4, 'university u1': 3, 'university u2': 1, 'faculty f1 of u1': 2 },
  ...{ 'another region': 0, 'a county': 0, 'a league-city': 0, 'a unit': 0 },
};

const session = sampleSession().id;
type Body = { total?: number; needed?: number; rows: { seated?: number; passed?: number }[] };
const total = (body: Body): number => body.total ?? -1;
/** Every list, count and figure, with what of the answer tells how many people it speaks of. */
const questions: readonly (readonly [string, (body: Body) => number])[] = [
  ['/applications', total],
  ['/applications?limit=1', total],
  ['/applications/counts?by=university', total],
  ['/applications/counts?by=faculty', total],
  ['/applications/counts?by=status', total],
  [`/exam-sessions/${session}/seats`, total],
  ['/exam-sessions', ({ rows }) => rows[0]?.seated ?? 0],
  [`/qualified-lists/${record}01/entries`, total],
  ['/health-exams', ({ rows }) => rows.reduce((sum, { passed }) => sum + (passed ?? 0), 0)],
  ['/objections', total],
  ['/admissions', total],
  ['/losses', total],
  ['/losses/by-post', ({ needed }) => needed ?? -1],
];

describe.each(questions)('GET %s', (path, count) => {
  test.each(Object.entries(actors))('speaks to %s of their own people only', async (name, actor) => {
    const { status, body } = await service.call<Body>(actor, 'GET', base + path);
    if (status === 403) return;
    // A list of the region’s own does not exist for another region.
    if (status === 404) expect(knows[name]).toBe(0);
    else expect({ status, people: count(body) }).toEqual({ status: 200, people: knows[name] });
  });
});

test.each(['/applications', `/exam-sessions/${session}/seats`, '/admissions', '/losses'])(
  'a spreadsheet of %s holds the very same rows',
  async (path) => {
    for (const [name, actor] of Object.entries(actors)) {
      const { status, body, headers } = await service.call<string>(actor, 'GET', `${base}${path}?format=csv&limit=1`);
      if (status === 403) continue;
      expect(headers.get('content-type')).toContain('text/csv');
      expect(body.trim().split('\r\n')).toHaveLength(1 + (knows[name] ?? 0));
    }
    const { status, headers } = await service.call(actors['region'] ?? null, 'GET', `${base}${path}?format=xlsx`);
    expect({ status, type: headers.get('content-type') }).toMatchObject({
      status: 200,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
  },
);

test('a spreadsheet of the qualified list is for the region and who is above it', async () => {
  const { body } = await service.call<string>(
    actors['region'] ?? null,
    'GET',
    `${base}/qualified-lists/${record}01/entries?format=csv`,
  );
  expect(body.trim().split('\r\n')).toHaveLength(5);
});

const person = '01890000-0000-7000-8000-000000000003';
const single = [
  ['GET', `/applications/${person}`],
  ['GET', `/applications/${person}/progress`],
  ['GET', `/applications/${person}/form.pdf`],
  ['GET', `/applications/${person}/ticket.pdf`],
  ['GET', `/applications/${person}/confirmation.pdf`],
  ['POST', `/applications/${person}/reveal`, { reason: '核对' }],
  ['GET', `/objections/${person}`],
] as const;
describe.each(single)('%s %s', (method, path, body?: object) => {
  test.each(['university u2', 'faculty f1 of u1', 'another region', 'a county', 'a league-city', 'a unit'])(
    'does not exist for %s',
    async (name) => {
      const { status } = await service.call(actors[name] ?? null, method, base + path, body);
      expect([403, 404]).toContain(status);
    },
  );
  test.each(['university u1', 'region'])('exists for %s', async (name) => {
    const { status } = await service.call(actors[name] ?? null, method, base + path, body);
    expect(status).toBe(200);
  });
});

/** Tables under row-level security; a faculty sees none of the university’s own, codes of the round are the region’s. */
const walls = [
  ...['application', 'exam_seat', 'preselection', 'notice_entry', 'admission', 'loss'].map(
    (table) => [table, knows] as const,
  ),
  ...['health_result', 'objection'].map((table) => [table, { ...knows, 'faculty f1 of u1': 0 }] as const),
  ['qualified_entry', { ...knows, 'university u1': 0, 'university u2': 0, 'faculty f1 of u1': 0 }] as const,
] as const;
test.each(walls)('PostgreSQL itself shows of %s only what belongs to the asker', async (table, expected) => {
  const database = service.app.get(Database, { strict: false });
  const seen: Record<string, number> = {};
  for (const [name, actor] of Object.entries(actors)) {
    const rows = await as(actor, () => database.transaction((tx) => tx.query(`select from ${table}`)));
    seen[name] = (rows as unknown[]).length;
  }
  expect(seen).toEqual(expected);
});

test('a list gives its pages one after the other, with total and facets of the whole', async () => {
  const officer = actors['university u1'] ?? null;
  type Page = { rows: { university: string }[]; total: number; next: string | null; facets: object };
  const first = await service.call<Page>(officer, 'GET', `${base}/applications?limit=2`);
  expect(first.body).toMatchObject({ total: 3, facets: { faculty: { f1: 2, f2: 1 } } });
  const rest = await service.call<Page>(officer, 'GET', `${base}/applications?limit=2&after=${first.body.next}`);
  expect([first.body.rows.length, rest.body.rows.length, rest.body.next]).toEqual([2, 1, null]);
});

test('counts are the lengths of the lists that they open', async () => {
  const officer = actors['region'] ?? null;
  type Counts = { rows: { key: string; university: string | null; byStatus: Record<string, number> }[] };
  const counts = await service.call<Counts>(officer, 'GET', `${base}/applications/counts?by=faculty&season=2023-2024`);
  expect(counts.body.rows).toHaveLength(3);
  for (const { key, university, byStatus } of counts.body.rows) {
    const list = await service.call<{ total: number }>(
      officer,
      'GET',
      `${base}/applications?season=2023-2024&university=${university}&faculty=${key}&status=admitted`,
    );
    expect(list.body.total).toBe(byStatus['admitted']);
  }
});

test('what a visitor reads of a notice names nobody; what they file, they cannot read', async () => {
  const notice = `${base}/public-notices/${record}01`;
  const filed = { line: 1, contact: '13900000000', reason: '该同学并非应届毕业生，请核实。' };
  expect(await service.call(null, 'POST', `${notice}/objections`, filed)).toMatchObject({ status: 201 });
  expect(await service.call(null, 'GET', notice)).toMatchObject({ status: 200 });
  expect(JSON.stringify((await service.call(null, 'GET', notice)).body)).not.toMatch(/account|application|苏日娜/);
  expect((await service.call(null, 'GET', `${base}/objections`)).status).toBe(401);
});
