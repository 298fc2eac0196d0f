import { expect, test } from '@jest/globals';
import kafkajs from 'kafkajs';
import { Notes } from '../contract/notes.js';
import { kafkaLog } from './kafka-log.js';

const { logLevel } = kafkajs;

function said(level: number, message: string, error?: string): Notes {
  const notes = new Notes();
  const log = { timestamp: '2023-07-01T04:00:00Z', message, ...(error === undefined ? {} : { error }) };
  kafkaLog(notes)(logLevel.INFO)({ namespace: 'Consumer', level, label: 'any', log });
  return notes;
}

test.each([
  'The coordinator is loading and hence can not process requests for this group',
  'The group coordinator is not available',
  'The group is rebalancing, so a rejoin is needed',
  'The producer attempted to update a transaction while another concurrent operation on the same transaction was ongoing',
])('what is ordinary is not an error: %s', (sentence) => {
  expect(said(logLevel.ERROR, sentence).at('debug')).toEqual([sentence]);
  const inside = said(logLevel.ERROR, '[Connection] Response Heartbeat(key: 12, version: 3)', sentence);
  expect(inside.at('debug')).toHaveLength(1);
  expect(inside.at('error')).toEqual([]);
});

test.each([
  [logLevel.ERROR, 'error'],
  [logLevel.WARN, 'warn'],
  [logLevel.INFO, 'debug'],
  [logLevel.DEBUG, 'debug'],
] as const)('level %s of the client becomes %s', (level, ours) => {
  const notes = said(level, 'the disk is full');
  expect(notes.entries).toEqual([{ level: ours, message: 'the disk is full', values: { kafka: 'Consumer' } }]);
});
