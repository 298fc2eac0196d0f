import { expect, test } from '@jest/globals';
import type { Logger } from '@xibu/messaging';
import type { DataSource } from 'typeorm';
import { RealClock } from './clock.js';
import { ClockWatch } from './clock-watch.js';

const said: string[] = [];
const note = (_: object, message: string): void => void said.push(message);
const logger: Logger = { debug: note, info: note, warn: note, error: note };

/** A database whose clock is so far behind that of this machine. */
function database(behindMs: () => number): Pick<DataSource, 'query'> {
  return { query: (async () => [{ at: new Date(Date.now() - behindMs()) }]) as DataSource['query'] };
}

test('a machine two minutes ahead closes no window early: the clock of the database counts', async () => {
  const clock = new RealClock();
  const ahead = await new ClockWatch(
    clock,
    database(() => 120_000),
    logger,
  ).look();
  expect(Math.abs(ahead - 120_000)).toBeLessThan(500);
  expect(Math.abs(clock.now().getTime() - (Date.now() - 120_000))).toBeLessThan(500);
  expect(said.splice(0)).toEqual(['the clock of this machine is wrong; the clock of the database counts']);
});

test('what differs by less than half a second is left alone, and a clock that is put right counts again', async () => {
  let behindMs = 200;
  const clock = new RealClock();
  const watch = new ClockWatch(
    clock,
    database(() => behindMs),
    logger,
  );
  await watch.look();
  expect(clock.aheadMs).toBe(0);
  behindMs = -90_000;
  await watch.look();
  expect(clock.aheadMs).toBeLessThan(-89_000);
  behindMs = 0;
  await watch.look();
  expect(clock.aheadMs).toBe(0);
});

test('a database that is away changes nothing, and is asked again', async () => {
  const clock = new RealClock();
  const away = { query: () => Promise.reject(new Error('away')) };
  const watch = new ClockWatch(clock, away, logger);
  await watch.start();
  watch.stop();
  expect(clock.aheadMs).toBe(0);
  expect(said.splice(0)).toContain('the clock could not be compared; the next look tries again');
});
