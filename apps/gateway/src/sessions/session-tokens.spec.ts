import { expect, test } from '@jest/globals';
import { RealClock } from '@xibu/platform';
import type { GatewayConfig } from '../gateway.config.js';
import type { Upstreams } from '../upstreams/upstreams.js';
import { SessionTokens } from './session-tokens.js';

const start = Date.parse('2023-05-19T23:00:00+08:00');

/** A gateway whose clock stands where the test puts it, and a programme whose tokens live so long. */
function gateway(secondsValid: number) {
  let passedMs = 0;
  let asked = 0;
  class Hand extends RealClock {
    override now(): Date {
      return new Date(start + passedMs);
    }
  }
  const ask = async () => {
    asked += 1;
    const expiresAt = new Date(start + passedMs + secondsValid * 1000).toISOString();
    return { status: 200, body: { token: expiresAt, sessionId: 's', actor: { account: 'a' }, expiresAt } };
  };
  const tokens = new SessionTokens({ ask } as unknown as Upstreams, {} as GatewayConfig, new Hand());
  return {
    asked: () => asked,
    /** Seconds for which the token that is handed on now is still good. */
    async leftAfter(seconds: number): Promise<number> {
      passedMs = seconds * 1000;
      const held = await tokens.of('secret');
      return (Date.parse(held?.token ?? '') - start - passedMs) / 1000;
    },
  };
}

test('a token of five minutes is good on its way, also with a service whose clock is two minutes ahead', async () => {
  const { leftAfter, asked } = gateway(300);
  const left: number[] = [];
  for (let second = 0; second <= 600; second += 10) left.push(await leftAfter(second));
  expect(Math.min(...left)).toBeGreaterThan(130);
  expect(asked()).toBe(4);
});

test('a token of one minute is used until shortly before its end', async () => {
  const { leftAfter, asked } = gateway(60);
  expect(await leftAfter(0)).toBe(60);
  expect(await leftAfter(39)).toBe(21);
  expect(asked()).toBe(1);
  expect(await leftAfter(41)).toBe(60);
});
