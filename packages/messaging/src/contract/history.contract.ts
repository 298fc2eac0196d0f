import { expect, test } from '@jest/globals';
import { read } from '../cloud-event.js';
import { TopicTrimmed } from '../history.js';
import type { Delivered } from '../message.js';
import { type Count, messageOf, upTo } from './counting.js';
import type { Stage } from './harness.js';

/** What has been told can be read again from the beginning, and a beginning that is gone is noticed. */
export function remembers(stage: () => Stage): void {
  test('everything that was told can be read again, in order per key, and what comes later is left for later', async () => {
    const counted = await stage().fact();
    const bus = await stage().bus();
    const keys = ['a', 'b', 'c', 'd', 'e'];
    for (const n of upTo(130))
      await stage().publish(
        bus,
        keys.map((key) => messageOf(counted(key, { n }))),
      );
    const taken: Delivered[] = [];
    const ends = await bus.history([counted.topic], async (messages) => {
      if (taken.length === 0) await stage().publish(bus, [messageOf(counted('late', { n: 1 }))]);
      taken.push(...messages);
    });
    for (const key of keys) {
      const counts = taken.filter((message) => message.key === key).map((message) => read(message).fact.data as Count);
      expect(counts.map(({ n }) => n)).toEqual(upTo(130));
    }
    expect(taken).toHaveLength(650);
    expect([...ends.values()].reduce((sum, end) => sum + end, 0n)).toBe(650n);
    const now = await bus.ends([counted.topic]);
    expect([...now.values()].reduce((sum, end) => sum + end, 0n)).toBe(651n);
  });

  test('a topic that has forgotten its beginning is refused by name, partition and offset', async () => {
    const counted = await stage().fact();
    const bus = await stage().bus();
    const partition = await stage().harness.partitionOf('a');
    for (const n of upTo(3)) await stage().publish(bus, [messageOf(counted('a', { n }))]);
    await stage().harness.forget(counted.topic, partition, 2);
    let taken = 0;
    const reading = bus.history([counted.topic], async (messages) => {
      taken += messages.length;
    });
    await expect(reading).rejects.toThrow(TopicTrimmed);
    await expect(reading).rejects.toThrow(`${counted.topic}, partition ${partition}, begins at offset 2`);
    expect(taken).toBe(0);
  });
}
