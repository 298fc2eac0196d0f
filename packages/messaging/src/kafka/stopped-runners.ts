import Runner from 'kafkajs/src/consumer/runner.js';

/**
 * kafkajs 2.2.4 answers a stopped consumer that asks for messages with "none", at once. When the brokers change in the
 * moment of the stop it has begun to ask anew, and asks for ever without letting anything else of the process happen
 * (consumer/fetchManager.js starts new fetchers after its stop). Whoever asks when stopped is told so instead, which
 * ends the asking.
 */
export function endStoppedRunners(): void {
  if (mended) return;
  mended = true;
  const { fetch } = Runner.prototype;
  Runner.prototype.fetch = async function fetchWhileRunning(nodeId) {
    if (!this.running) throw new Error('the consumer was stopped');
    return fetch.call(this, nodeId);
  };
}

let mended = false;
