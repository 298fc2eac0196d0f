// Runs local brokers until it is told to stop:
//   node infra/kafka/broker.mjs [--nodes 3] [--dir .data/kafka] [--version 3.9.1]
import { parseArgs } from 'node:util';
import { KAFKA_VERSION, startKafka, whyNoKafka } from '@xibu/testing';

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '1' },
    dir: { type: 'string', default: new URL('../../.data/kafka', import.meta.url).pathname },
    version: { type: 'string', default: KAFKA_VERSION },
  },
});
const missing = whyNoKafka();
if (missing !== null) {
  console.error(missing);
  process.exit(2);
}

const kafka = await startKafka({ brokers: values.nodes === '3' ? 3 : 1, dir: values.dir, version: values.version });
console.log(`Kafka ${values.version} serves on ${kafka.brokers.join(',')}`);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await kafka.stop();
    process.exit(0);
  });
}
