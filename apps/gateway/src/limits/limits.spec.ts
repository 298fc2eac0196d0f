import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Refusal } from '@xibu/domain';
import { VirtualClock } from '@xibu/platform';
import { type FakeSystem, startFakeSystem } from '../upstreams/fake-services-for-specs.js';
import { Limits } from './limits.js';

let system: FakeSystem;
beforeAll(async () => {
  system = await startFakeSystem({ XIBU_REQUESTS_PER_MINUTE: '5', XIBU_SIGN_INS_PER_MINUTE: '2' });
});
afterAll(() => system.stop());

test('what goes beyond the limit of a minute waits for the next, each subject by itself; 0 is no limit', () => {
  const clock = new VirtualClock(new Date('2023-05-01T09:00:10Z'));
  const limits = new Limits(clock);
  const secondsOf = (subject: string, most: number): unknown => {
    try {
      limits.count(subject, most);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'request.too-many') return error.details['seconds'];
      throw error;
    }
    return null;
  };
  expect([secondsOf('a', 2), secondsOf('a', 2), secondsOf('a', 2), secondsOf('b', 2)]).toEqual([null, null, 50, null]);
  expect(Array.from({ length: 100 }, () => secondsOf('c', 0))).not.toContain(50);
  clock.moveTo(new Date('2023-05-01T09:01:00Z'));
  expect(secondsOf('a', 2)).toBeNull();
});

test('many tries to come in from one address are a 429 that says when', async () => {
  const given = { headers: { 'x-xibu': 'portal' }, body: '{}' };
  const statuses: number[] = [];
  for (const path of ['sign-in', 'accounts/register', 'sign-in', 'accounts/register']) {
    const answer = await system.call('POST', `/api/programme/${path}`, given);
    statuses.push(answer.status);
    if (answer.status === 429) expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  }
  expect(statuses.slice(2)).toEqual([429, 429]);
});

test('a session is counted by itself, a visitor by address', async () => {
  for (const name of ['one', 'two']) {
    const secret = `${name}-${'s'.repeat(40)}`;
    system.sessions.set(secret, { token: name, sessionId: name, account: name, seconds: 300 });
    const headers = { authorization: `Session ${secret}` };
    const calls = Array.from({ length: 8 }, () => system.call('GET', '/api/finance/things', { headers }));
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(5);
    expect(statuses).toContain(429);
  }
});
