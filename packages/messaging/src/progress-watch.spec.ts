import { expect, test } from '@jest/globals';
import { Consumer } from './consumer.js';
import { gate } from './contract/eventually.js';
import { Notes } from './contract/notes.js';
import { ProgressWatch } from './progress-watch.js';

test('the bus is not asked what waits while there is work at hand, and is once it is done', async () => {
  let asked = 0;
  const subscription = {
    ...{
      start: async () => undefined,
      stop: async () => undefined,
      commit: async () => undefined,
      trouble: () => null,
    },
    lag: async () => {
      asked++;
      return { 't.a': 0, 't.b': 3 };
    },
  };
  const work = gate();
  const settle = () => work.passed.then(() => true);
  const consumer = new Consumer({ settle, logger: new Notes(), commitEveryMs: 10, troubledMax: 10, stopWithinMs: 50 });
  await consumer.start(subscription);
  const message = { topic: 't.a', partition: 0, offset: 0n, key: 'a', headers: {}, value: null };
  const accepted = consumer.accept({ topic: 't.a', partition: 0, messages: [message] });
  const watch = new ProgressWatch(consumer, subscription, 60_000);

  expect(await watch.healthNow()).toEqual({ ok: true, lagByTopic: { 't.a': 1 } });
  expect(asked).toBe(0);
  work.open();
  await accepted;
  expect(await watch.healthNow()).toEqual({ ok: true, lagByTopic: { 't.a': 0, 't.b': 3 } });
  expect(asked).toBe(1);
  await consumer.stop();
});
