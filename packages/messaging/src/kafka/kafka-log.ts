import kafkajs, { type LogEntry, type logCreator } from 'kafkajs';
import type { Logger } from '../logger.js';

/**
 * What a young broker and an ordinary rebalance say at the level of errors, though nothing is wrong; and a warning about
 * limited tries, which are meant so: the relay publishes again with a new producer, and the inbox absorbs what came twice.
 */
const ORDINARY = [
  'The coordinator is loading',
  'The group coordinator is not available',
  'The group is rebalancing, so a rejoin is needed',
  'concurrent operation on the same transaction',
  'Limiting retries for the idempotent producer',
];

/** Hands what kafkajs says to the logger of the service, with the ordinary at the level where it belongs. */
export function kafkaLog(logger: Logger): logCreator {
  return () => (entry) => {
    const { message, timestamp: _timestamp, ...values } = entry.log;
    logger[levelOf(entry)]({ kafka: entry.namespace, ...values }, message);
  };
}

export function levelOf({ level, log }: LogEntry): keyof Logger {
  const text = `${log.message} ${String(log['error'] ?? '')}`;
  if (level >= kafkajs.logLevel.INFO || ORDINARY.some((sentence) => text.includes(sentence))) return 'debug';
  return level === kafkajs.logLevel.ERROR ? 'error' : 'warn';
}
