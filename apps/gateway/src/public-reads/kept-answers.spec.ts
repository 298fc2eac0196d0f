import { expect, test } from '@jest/globals';
import { KeptAnswer, KeptAnswers } from './kept-answers.js';
import { publicRouteOf } from './public-reads.rules.js';

const found = publicRouteOf('programme', 'GET', '/api/programme/public-notices');
if (!found) throw new Error('notices are public');
const route = found;

function answerOf(bytes: number): KeptAnswer {
  const about = { route, status: 200, etag: '"x"', servicesEtag: null, headers: {}, askedAtMs: 0 };
  return new KeptAnswer(about, Buffer.alloc(bytes));
}

test('a thousand answers are kept; those that nobody asked for the longest go first', () => {
  const kept = new KeptAnswers();
  for (let at = 0; at < 1000; at += 1) kept.set(String(at), answerOf(10));
  kept.get('0');
  kept.set('one more', answerOf(10));
  expect([kept.get('0'), kept.get('2')].every(Boolean)).toBe(true);
  expect(kept.get('1')).toBeUndefined();
});

test('they never take more than sixteen megabytes, and none of them half of one', () => {
  const kept = new KeptAnswers();
  for (let at = 0; at < 100; at += 1) kept.set(String(at), answerOf(500_000));
  const left = Array.from({ length: 100 }, (_, at) => kept.get(String(at))).filter(Boolean);
  expect(left).toHaveLength(Math.floor((16 * 1024 * 1024) / 500_000));
  kept.set('large', answerOf(600_000));
  expect(kept.get('large')).toBeUndefined();
});

test('what is dropped gives its room back', () => {
  const kept = new KeptAnswers();
  for (let round = 0; round < 5; round += 1) {
    for (let at = 0; at < 30; at += 1) kept.set(String(at), answerOf(500_000));
    expect(kept.get('0')).toBeDefined();
    kept.drop(() => true);
    expect(kept.get('0')).toBeUndefined();
  }
});
