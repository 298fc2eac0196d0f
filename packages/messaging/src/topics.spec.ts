import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { compareTopics, readTopics } from './topics.js';

const list = readTopics(readFileSync(new URL('../../../infra/kafka/topics.yaml', import.meta.url), 'utf8'));

test('the list of the repository can be read, and each topic belongs to a service', () => {
  const writers = new Set(list.map(({ writer }) => writer));
  expect([...writers].sort()).toEqual([
    'assessment',
    'finance',
    'notifications',
    'placement',
    'programme',
    'recruitment',
  ]);
  expect(list.length).toBeGreaterThanOrEqual(23);
  expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
});

test('personal data travels on two topics, and only to those who cannot work without it', () => {
  const restricted = list.filter((topic) => topic.restricted).map(({ name, readers }) => [name, readers]);
  expect(restricted).toEqual([
    ['programme.contact', ['notifications']],
    ['recruitment.person', ['placement', 'finance', 'assessment']],
  ]);
  expect(list.filter((topic) => topic.restricted && topic.retentionDays === null)).toEqual([]);
});

const yaml = (topic: string): string =>
  `defaults: { partitions: 6, retention: forever, readers: everyone }\ntopics:\n  ${topic}`;

test('what a topic does not say comes from the defaults', () => {
  expect(readTopics(yaml('a.b:'))).toEqual([
    { name: 'a.b', partitions: 6, retentionDays: null, writer: 'a', readers: null, restricted: false },
  ]);
});

test.each([
  ['a: {}', 'service.aggregate'],
  ['a.b: { partitions: 0 }', 'partitions'],
  ['a.b: { retention: long }', 'retention'],
  ['a.b: { readers: nobody }', 'readers'],
  ['a.b: { restricted: true }', 'names its readers'],
])('refuses %s', (topic, why) => {
  expect(() => readTopics(yaml(topic))).toThrow(why);
});

const declared = readTopics(yaml('a.one: {}\n  a.secret: { restricted: true, readers: [b] }'));
const agreed = [
  { service: 'a', writes: ['a.one', 'a.secret'], reads: [] },
  { service: 'b', writes: [], reads: ['a.one', 'a.secret'] },
];

test('a list that says what the code does gives no complaint', () => {
  expect(compareTopics(declared, agreed)).toEqual([]);
});

test.each([
  [{ service: 'c', writes: [], reads: ['a.secret'] }, 'c reads a.secret, which only b may read'],
  [{ service: 'c', writes: ['a.one'], reads: [] }, 'c writes a.one, which belongs to a'],
  [{ service: 'c', writes: ['c.new'], reads: [] }, 'c uses c.new, which is not declared'],
])('%j is reported', (use, complaint) => {
  expect(compareTopics(declared, [...agreed, use])).toEqual([complaint]);
});

test('a topic that nobody writes is reported', () => {
  expect(compareTopics(declared, [])).toEqual([
    'a.one is declared and nobody writes it',
    'a.secret is declared and nobody writes it',
  ]);
});
