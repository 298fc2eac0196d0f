import { expect, test } from '@jest/globals';
import Runner from 'kafkajs/src/consumer/runner.js';
import { endStoppedRunners } from './stopped-runners.js';

test('a consumer that was stopped is not asked for messages for ever', async () => {
  endStoppedRunners();
  const stopped = Object.assign(Object.create(Runner.prototype) as Runner, { running: false });
  await expect(stopped.fetch('1')).rejects.toThrow('the consumer was stopped');
});
