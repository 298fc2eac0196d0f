import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Admin, SeekEntry } from 'kafkajs';
import { askForStretches } from './kafka-history.js';

test('topics are asked for one after the other, and every partition is told with its ends', async () => {
  let underWay = 0;
  const fetchTopicOffsets = async (topic: string): Promise<(SeekEntry & { high: string; low: string })[]> => {
    expect(++underWay).toBe(1);
    await turn();
    underWay--;
    const high = `${topic.length}`;
    return [0, 1].map((partition) => ({ partition, offset: high, high, low: `${partition}` }));
  };
  const admin = { fetchTopicOffsets } as Partial<Admin> as Admin;
  expect(await askForStretches(admin, ['any', 'other'])).toEqual([
    { topic: 'any', partition: 0, first: 0n, end: 3n },
    { topic: 'any', partition: 1, first: 1n, end: 3n },
    { topic: 'other', partition: 0, first: 0n, end: 5n },
    { topic: 'other', partition: 1, first: 1n, end: 5n },
  ]);
});
