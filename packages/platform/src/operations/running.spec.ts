import { expect, test } from '@jest/globals';
import type { Ticker } from '../schedules/ticker.js';
import { Running } from './running.js';

test('a tick that fails is told to whoever asked, and the next one runs all the same', async () => {
  const running = new Running();
  let ticks = 0;
  const ticker = {
    tick: async () => {
      ticks += 1;
      if (ticks === 1) throw new Error('the database is away');
    },
  } as Ticker;
  running.set({ ticker } as Parameters<Running['set']>[0]);
  await expect(running.tick()).rejects.toThrow('away');
  await running.tick();
  expect(ticks).toBe(2);
});
