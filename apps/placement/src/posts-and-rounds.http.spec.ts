import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@xibu/domain';
import type { OpenPostView, PlacementRow, PostRow, PublicRoundView, RoundView } from '@xibu/domain/placement/api';
import { sampleRulebook } from '@xibu/domain/samples';
import { actorOf, startTestService, type TestService } from '@xibu/platform/testing';
import { placement } from './placement.service.js';
import { sampleFields } from './posts/sample-post.js';

const season = '2023-2024';
const officer = actorOf('region.officer', { division: 150000, account: 'officer' });
const approver = actorOf('region.approver', { division: 150000, account: 'approver' });
const national = {
  officer: actorOf('national.officer', { division: 0 }),
  approver: actorOf('national.approver', { division: 0 }),
};
const county = (role: 'officer' | 'approver', division: number) => actorOf(`county.${role}`, { division });
const counties = [150422, 152221];

let service: TestService;
let round: RoundView;

const call = async <Body>(
  actor: Actor | null,
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => {
  const answer = await service.call<Body>(actor, method, `/api/placement/${path}`, body, headers);
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
};
const post = <Body>(actor: Actor, path: string, body?: unknown) => call<Body>(actor, 'POST', path, body);

beforeAll(async () => {
  service = await startTestService(placement);
  await service.query(`insert into season_copy values ('2023-2024', '2023-2024年度', 150000)`);
  await service.query(`insert into season_rulebook values ('2023-2024', $1, '2023-01-01', $2)`, [
    ...[sampleRulebook.version, JSON.stringify(sampleRulebook)],
  ]);
  await service.query(
    `insert into season_milestone
     select '2023-2024', m, '2023-01-01', '2024-01-01', '内团联发〔2023〕6号'
       from unnest(array['post-declaration', 'ranking', 'placement', 'backfill']) m`,
  );
});
afterAll(() => service.stop());

test('counties come into service, step by step', async () => {
  const entries = counties.map((code) => ({ county: code, foundingDocument: '团发1号', namedOfficer: '专人' }));
  expect((await post(officer, 'counties/register', { season, counties: entries })).status).toBe(201);
  for (const code of counties) {
    await post(approver, `counties/${code}/approve`);
    await post(national.officer, `counties/${code}/file`, { filingNumber: `备${code}` });
    const active = await post<{ status: string }>(officer, `counties/${code}/activate`);
    expect(active).toMatchObject({ status: 200, body: { status: 'active' } });
  }
});

test('quotas are prepared, proposed and approved', async () => {
  const lines = counties.map((division) => ({ division, projectKind: 'national', special: null, max: 3 }));
  const plan = await post<{ id: string }>(officer, 'quota-plans', { season, lines });
  await post(officer, `quota-plans/${plan.body.id}/propose`);
  await post(approver, `quota-plans/${plan.body.id}/approve`);
  const { body } = await call<{ lines: object[] }>(county('officer', 152221), 'GET', `quotas?season=${season}`);
  expect(body.lines).toEqual([
    { quotaId: 'national-152221', division: 152221, projectKind: 'national', special: null, max: 3, taken: 0, left: 3 },
  ]);
});

describe('posts', () => {
  const rows = [
    { ...sampleFields, title: '语文教师', seats: 1 },
    { ...sampleFields, title: '数学教师', seats: 1, unit: 'other-unit', majors: ['0701'], placeTags: [] },
    { ...sampleFields, title: '村医', seats: 1, special: 'healthy-countryside', level: 'village', majors: [] },
  ];

  test('are drafted, declared, confirmed, approved and opened', async () => {
    for (const division of counties) {
      const drafted = await post<{ done: boolean }[]>(county('officer', division), 'posts/bulk', { season, rows });
      expect(drafted).toMatchObject({ status: 201, body: [{ done: true }, { done: true }, { done: true }] });
      await post(county('approver', division), 'posts/declare', { season });
      await post(officer, 'posts/confirm', { season, county: division });
      await post(national.approver, 'posts/approve', { season, county: division });
    }
    expect((await post(officer, 'posts/open', { season })).body).toEqual({ opened: 6 });
  });

  test('are listed to each office within its scope: rows, total and facets alike', async () => {
    const list = async (actor: Actor) =>
      (await call<{ rows: PostRow[]; total: number; facets: object }>(actor, 'GET', `posts?season=${season}&limit=2`))
        .body;
    expect(await list(officer)).toMatchObject({
      total: 6,
      rows: { length: 2 },
      facets: { county: { 150422: 3, 152221: 3 } },
    });
    expect(await list(actorOf('league-city.officer', { division: 152200 }))).toMatchObject({
      total: 3,
      facets: { county: { 152221: 3 } },
    });
    expect(await list(county('officer', 150422))).toMatchObject({ total: 3, rows: [{ code: '150422-23-001' }, {}] });
    expect(await list(actorOf('unit.officer', { unit: 'other-unit' }))).toMatchObject({
      total: 2,
      facets: { status: { open: 2 } },
    });
    expect(await list(county('officer', 620102))).toMatchObject({ total: 0, rows: [], facets: { county: {} } });
  });

  test('one of another county, or of another unit, does not exist', async () => {
    const { body } = await call<{ rows: PostRow[] }>(officer, 'GET', `posts?season=${season}&county=150422`);
    const path = `/api/placement/posts/${body.rows[0]?.id}`;
    expect(await service.call(county('officer', 150422), 'GET', path)).toMatchObject({ status: 200 });
    for (const actor of [county('officer', 152221), actorOf('unit.officer', { unit: 'other-unit' })]) {
      expect(await service.call(actor, 'GET', path)).toMatchObject({ status: 404, body: { code: 'record.unknown' } });
    }
  });

  test('are exported as a file', async () => {
    const answer = await call<string>(officer, 'GET', `posts/export?season=${season}&format=csv`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="posts-2023-2024.csv"');
    expect(answer.body.trim().split('\r\n')).toHaveLength(7);
  });
});

describe('the open catalogue', () => {
  const find = async (query: string) => {
    const { body } = await call<{ rows: OpenPostView[]; facets: object }>(
      null,
      'GET',
      `catalogue/posts?season=${season}${query}`,
    );
    return body;
  };

  test('needs no account, filters and searches', async () => {
    const all = await find('');
    expect(all.rows.map(({ code, seatsLeft }) => [code, seatsLeft])).toHaveLength(6);
    expect(all).toMatchObject({ total: 6, facets: { special: { 'rural-education': 4, 'healthy-countryside': 2 } } });
    expect(all.rows[0]).toMatchObject({ countyName: '巴林左旗', seatsLeft: 1 });
    expect(JSON.stringify(all.rows)).not.toContain('preparedBy');
    for (const [query, codes] of [
      ['&leagueCity=152200&special=healthy-countryside', ['152221-23-003']],
      ['&q=数学', ['150422-23-002', '152221-23-002']],
      ['&county=150422&major=050101', ['150422-23-001', '150422-23-003']],
      ['&placeTag=ethnic-area&county=150422', ['150422-23-001', '150422-23-003']],
      ['&level=village', ['150422-23-003', '152221-23-003']],
      ['&projectKind=local', []],
      ['&hasSeatsLeft=false', []],
    ] as const) {
      const found = (await find(encodeURI(query))).rows.map(({ code }) => code);
      expect({ query, codes: found }).toEqual({ query, codes });
    }
  });

  test('says when nothing has changed, so that it can be kept', async () => {
    const path = `catalogue/counties?season=${season}`;
    const first = await call<{ rows: { county: number; seats: number }[] }>(null, 'GET', path);
    expect(first.body.rows).toMatchObject([
      { county: 150422, posts: 3, seats: 3, seatsBySpecial: { 'rural-education': 2 } },
      {},
    ]);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    const again = await call(null, 'GET', path, undefined, { 'if-none-match': tag });
    expect(again).toMatchObject({ status: 304, body: '' });
    expect((await call(null, 'GET', path, undefined, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('shows one post by its code, and no draft', async () => {
    await post(county('officer', 152221), 'posts', { season, ...sampleFields, title: '草稿' });
    expect((await call<OpenPostView>(null, 'GET', 'catalogue/posts/152221-23-001')).body.title).toBe('语文教师');
    expect(await service.call(null, 'GET', '/api/placement/catalogue/posts/152221-23-004')).toMatchObject({
      status: 404,
    });
    expect((await find('')).rows).toHaveLength(6);
  });
});

describe('a round over HTTP', () => {
  const person = (number: number) => actorOf('person', { account: `account-${number}` });

  test('applicants rank open posts', async () => {
    await service.query(
      `insert into candidate (id, season, account_id, university, division, code, score_hundredths, classes, counties,
                              specials, accepts_reassignment, status, updated_at, version)
       select 'application-' || n, '2023-2024', 'account-' || n, 'u', 150000, 'C' || n, 7000 + n,
              '{"rural-education": 0, "healthy-countryside": 1}', '[152221]', '["rural-education"]', n % 2 = 0, 'qualified',
              now(), 1 from generate_series(1, 8) n`,
    );
    const mine = await call<{ posts: object[] }>(person(1), 'GET', `rankings/mine/${season}`);
    expect(mine.body).toMatchObject({
      isPrefilled: true,
      posts: [{ code: '152221-23-001' }, { code: '152221-23-002' }],
    });
    const list = { posts: ['152221-23-003', '150422-23-001'], acceptsReassignment: false };
    const saved = await call(person(1), 'PUT', `rankings/mine/${season}`, list, { 'if-match': '"1"' });
    expect(saved.body).toMatchObject({ version: 2, posts: [{ code: '152221-23-003', class: 1 }, {}] });
    const expansion = `rankings/expansion?season=${season}&county=152221&special=rural-education`;
    expect((await call(person(1), 'GET', expansion)).body).toEqual({ posts: ['152221-23-001', '152221-23-002'] });
  });

  test('is opened, drawn, frozen, revealed and run, and tells how far it has come', async () => {
    const opened = await post<RoundView>(officer, 'rounds', { season, kind: 'main' });
    expect(opened.status).toBe(201);
    const { id } = opened.body;
    const drawn = await post<RoundView>(officer, `rounds/${id}/draw`, {});
    expect(drawn.body).toMatchObject({
      status: 'committed',
      seed: null,
      seedCommitment: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const preview = await call<{ before: object }>(
      officer,
      'POST',
      `rounds/${id}/preview`,
      {},
      { 'idempotency-key': '' },
    );
    expect(preview.body.before).toMatchObject({ applicants: 8, seats: 6 });
    await post(officer, `rounds/${id}/freeze`);
    const promised = await call<PublicRoundView[]>(null, 'GET', `rounds/public?season=${season}`);
    expect(promised.body).toMatchObject([
      { status: 'frozen', seed: null, resultDigest: null, counts: null, files: [] },
    ]);
    expect(promised.body[0]?.inputDigest).toMatch(/^[0-9a-f]{64}$/);
    await post(officer, `rounds/${id}/reveal`);
    expect((await post(officer, `rounds/${id}/run`)).body).toMatchObject({
      status: 'running',
      progress: { phase: 'queued' },
    });
    round = await eventually(async () => {
      const { body } = await call<RoundView>(officer, 'GET', `rounds/${id}`);
      return body.status === 'running' ? null : body;
    });
    expect(round).toMatchObject({ status: 'proposed', progress: { phase: 'done', failures: [] } });
  });

  test('before publication a county sees no placement and an applicant no explanation', async () => {
    const path = `/api/placement/rounds/${round.id}`;
    expect(await service.call(officer, 'GET', `${path}/placements`)).toMatchObject({ status: 200, body: { total: 8 } });
    expect(await service.call(county('officer', 152221), 'GET', `${path}/placements`)).toMatchObject({ status: 404 });
    expect(await service.call(person(1), 'GET', `${path}/explanation`)).toMatchObject({ status: 404 });
    const early = await service.call(null, 'GET', `${path}/files/result.csv`);
    expect({ status: early.status, kept: early.headers.get('cache-control') }).toEqual({ status: 404, kept: null });
    expect(await service.call(officer, 'GET', `${path}/diagnosis`)).toMatchObject({ status: 200 });
  });

  test('published it is everybody’s: files, checker, and to each their own reasons', async () => {
    await post(approver, `rounds/${round.id}/publish`);
    const [shown] = (await call<PublicRoundView[]>(null, 'GET', `rounds/public?season=${season}`)).body;
    expect(shown).toMatchObject({ status: 'published', files: { length: 8 } });
    const result = await call<string>(null, 'GET', `rounds/${round.id}/files/result.csv`);
    expect(result.body.split('\n')[0]).toBe('code,post_id,pass,rank');
    expect(await service.call(null, 'GET', `/api/placement/rounds/${round.id}/files/etc`)).toMatchObject({
      status: 404,
    });
    expect((await call<string>(null, 'GET', 'rounds/checker')).body).toContain('xibu-round/1');
    const own = await call(person(1), 'GET', `rounds/${round.id}/explanation?code=C2`);
    expect(own.body).toMatchObject({ code: 'C1', held: { postId: '152221-23-003', pass: 1, rank: 1 } });
    const other = await call(approver, 'GET', `rounds/${round.id}/explanation?code=C2`);
    expect(other.body).toMatchObject({ code: 'C2' });
    const ofCounty = await call<{ rows: PlacementRow[] }>(
      county('officer', 152221),
      'GET',
      `rounds/${round.id}/placements`,
    );
    expect(new Set(ofCounty.body.rows.map(({ county: at }) => at))).toEqual(new Set([152221]));
    const left = await call<{ rows: OpenPostView[] }>(
      null,
      'GET',
      `catalogue/posts?season=${season}&hasSeatsLeft=false`,
    );
    expect(left.body.rows.map(({ code }) => code)).toContain('152221-23-003');
  });
});

/** Asks again until there is an answer; says what it waited for when there is none in ten seconds. */
async function eventually<Value>(ask: () => Promise<Value | null>): Promise<Value> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const value = await ask();
    if (value !== null) return value;
    await setTimeout(50);
  }
  throw new Error(`no answer from ${ask}`);
}
