import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signToken } from './http/tokens.js';
import { notes } from './sample-service.js';
import { actorOf, startTestService, type TestService, testPrivateKey } from './testing.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(notes);
});
afterAll(() => service.stop());

const region = actorOf('region.officer', { division: 150000 });

test('a fault tells nothing of the inside', async () => {
  const answer = await service.call<{ trace: string }>(null, 'GET', '/api/notes/notes/fault');
  expect(answer).toMatchObject({ status: 500, body: { code: 'fault' } });
  expect(JSON.stringify(answer.body)).not.toContain('nobody may see');
  expect(answer.body.trace).toBe(answer.headers.get('x-correlation-id'));
});

test('who cannot be served now is told when to come back, and brings along that they were here', async () => {
  const ask = async (headers: Record<string, string>) => {
    const answer = await service.call(
      null,
      'POST',
      '/api/notes/notes/busy',
      {},
      { 'idempotency-key': 'busy-key-1', ...headers },
    );
    expect(answer).toMatchObject({ status: 503, body: { code: 'service.busy' } });
    expect(answer.headers.get('retry-after')).toBe('7');
    return answer.headers.get('arrival-note') ?? '';
  };
  const note = await ask({});
  await service.call(actorOf('operator'), 'PUT', '/api/notes/operations/clock', { now: '2023-05-01T09:01:00+08:00' });
  expect(await ask({ 'arrival-note': note })).toBe(note);
  expect(await ask({})).not.toBe(note);
  expect(await ask({ 'arrival-note': note, 'idempotency-key': 'busy-key-2' })).not.toBe(note);
});

test.each([
  ['forged', async () => `${(await signToken(region, testPrivateKey, 60)).slice(0, -4)}AAAA`],
  ['expired', () => signToken(region, testPrivateKey, -10)],
])('a %s token is refused', async (_, token) => {
  const answer = await service.call(null, 'GET', '/api/notes/notes', undefined, {
    authorization: `Bearer ${await token()}`,
  });
  expect(answer).toMatchObject({ status: 401, body: { code: 'session.expired' } });
});

test('an unknown address, a wrong content and a too large one are answered as problems', async () => {
  expect(await service.call(region, 'GET', '/api/notes/nothing')).toMatchObject({
    status: 404,
    body: { code: 'request.unknown-route' },
  });
  expect(await service.call(region, 'POST', '/api/notes/notes', { division: 'x' })).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/division', detail: '应为整数' }] },
  });
  expect(await service.call(region, 'POST', '/api/notes/notes', { text: 'x'.repeat(3_000_000) })).toMatchObject({
    status: 400,
    body: { code: 'request.too-large' },
  });
});

test('whoever lost the answer to a POST or a PUT hears it again by its key, and nothing is done again', async () => {
  const add = (key: string) =>
    service.call<{ id: string }[]>(
      region,
      'POST',
      '/api/notes/notes',
      { division: 152221 },
      { 'idempotency-key': key },
    );
  const { body } = await add('the-first-key');
  expect((await add('the-first-key')).body).toEqual(body);
  expect((await add('another-key')).body).not.toEqual(body);
  const lengthen = (key?: string) =>
    service.call(region, 'PUT', `/api/notes/notes/${body[0]?.id}`, {}, key ? { 'idempotency-key': key } : {});
  expect(await lengthen('key-of-the-put')).toMatchObject({ status: 200, body: { text: 'x' } });
  expect(await lengthen('key-of-the-put')).toMatchObject({ status: 200, body: { text: 'x' } });
  expect(await lengthen()).toMatchObject({ status: 200, body: { text: 'xx' } });
  await service.query('delete from note');
});

test('pages follow each other without gap or repetition, in every order, nulls last', async () => {
  await service.query(`insert into note (id, division, text, at)
    select gen_random_uuid(), 152200 + n % 3, nullif('t' || n % 5, 't0'), now() + make_interval(secs => n % 4) from generate_series(1, 23) n`);
  for (const sort of ['at', '-at', 'division', '-division', 'text', '-text']) {
    const seen: { id: string; text: string | null }[] = [];
    let after = '';
    do {
      const { body } = await service.call<{ rows: typeof seen; next: string | null; total: number }>(
        region,
        'GET',
        `/api/notes/notes?limit=4&sort=${sort}${after && `&after=${after}`}`,
      );
      expect(body.total).toBe(23);
      seen.push(...body.rows);
      after = body.next ?? '';
    } while (after);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(23);
    if (sort.endsWith('text')) expect(seen.slice(-4).map(({ text }) => text)).toEqual([null, null, null, null]);
  }
});

test.each(['limit=0', 'limit=201', 'sort=secret', 'after=nonsense', 'unknown=1'])(
  'a list refuses %s',
  async (query) => {
    expect((await service.call(region, 'GET', `/api/notes/notes?${query}`)).status).toBe(400);
  },
);

test('moving the virtual clock runs each schedule once for every day on the way, and never back', async () => {
  const operator = actorOf('operator');
  const move = (now: string) => service.call(operator, 'PUT', '/api/notes/operations/clock', { now });
  expect((await move('2023-05-04T09:00:00+08:00')).status).toBe(200);
  await service.tick();
  const days = await service.query<{ day: string }>(`select to_char(day, 'YYYY-MM-DD') "day" from counted order by 1`);
  expect(days.map(({ day }) => day)).toEqual(['2023-05-02', '2023-05-03', '2023-05-04']);
  expect(await move('2023-05-03T09:00:00+08:00')).toMatchObject({ status: 422, body: { code: 'clock.backwards' } });
  expect(
    (await service.call(region, 'PUT', '/api/notes/operations/clock', { now: '2023-06-01T00:00:00+08:00' })).status,
  ).toBe(403);
});

test('metrics and state are there for those who run it', async () => {
  const metrics = await service.call<string>(null, 'GET', '/metrics');
  expect(metrics.body).toContain('http_server_request_duration_seconds_count');
  expect(metrics.body).toContain('xibu_outbox_rows{service="notes"} 0');
  expect(await service.call(actorOf('operator'), 'GET', '/api/notes/operations/state')).toMatchObject({
    status: 200,
    body: { outbox: { rows: 0 }, bus: { ok: true } },
  });
});
