// Makes or checks the topics of a broker:
//   node infra/kafka/topics.mjs create --brokers 127.0.0.1:9092 [--replication 3] [--most-partitions 2]
//   node infra/kafka/topics.mjs verify --brokers 127.0.0.1:9092 [--replication 3] [--most-partitions 2]
// With --most-partitions a topic has no more than so many: every look of a consumer names all that it holds, which on
// one small machine costs more than the facts.
// Ends with 1 when `verify` finds a difference.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createKafkaTopics, readTopics, verifyKafkaTopics } from '@xibu/messaging';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    brokers: { type: 'string' },
    replication: { type: 'string', default: '1' },
    'most-partitions': { type: 'string', default: '1000' },
  },
});
const [command] = positionals;
const brokers = (values.brokers ?? process.env.KAFKA_BROKERS ?? '').split(',').filter(Boolean);
if (!['create', 'verify'].includes(command ?? '') || brokers.length === 0) {
  console.error('usage: topics.mjs create|verify --brokers host:port[,host:port] [--replication n]');
  process.exit(2);
}

const quiet = { debug() {}, info() {}, warn() {}, error: (values, message) => console.error(message, values) };
const declared = readTopics(readFileSync(new URL('topics.yaml', import.meta.url), 'utf8'));
const most = Number(values['most-partitions']);
const topics = declared.map((topic) => ({ ...topic, partitions: Math.min(topic.partitions, most) }));
const replication = Number(values.replication);
const config = { bus: 'kafka', brokers };

if (command === 'create') {
  const made = await createKafkaTopics(config, topics, replication, quiet);
  console.log(made.length === 0 ? `all ${topics.length} topics are there` : `made ${made.join(', ')}`);
}
const complaints = await verifyKafkaTopics(config, topics, replication, quiet);
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exitCode = 1;
else if (command === 'verify') console.log(`all ${topics.length} topics are as declared`);
