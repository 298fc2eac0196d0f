import { expect, test } from '@jest/globals';
import { AnswersInHand } from './answers-in-hand.js';

const own = new Headers({ etag: '"1"', 'cache-control': 'private, no-store' });

test('one’s own answer is held by its version', () => {
  const hand = new AnswersInHand();
  hand.take('/mine', own, { a: 1 });
  expect(hand.of('/mine')).toEqual({ etag: '"1"', answer: { a: 1 } });
  expect(hand.of('/other')).toBeUndefined();
});

test.each([
  ['has no version', new Headers({ 'cache-control': 'private, no-store' })],
  ['is for everybody', new Headers({ etag: '"2"', 'cache-control': 'public, no-cache' })],
  ['does not say for whom it is', new Headers({ etag: '"2"' })],
])('what %s is not held, and what was held before is dropped', (_, headers) => {
  const hand = new AnswersInHand();
  hand.take('/mine', own, { a: 1 });
  hand.take('/mine', headers, { a: 2 });
  expect(hand.of('/mine')).toBeUndefined();
});

test('fifty are held, the oldest goes first; nothing is left for the next person', () => {
  const hand = new AnswersInHand();
  for (let at = 0; at <= 50; at += 1) hand.take(`/${at}`, own, at);
  expect([hand.of('/0'), hand.of('/1')?.answer, hand.of('/50')?.answer]).toEqual([undefined, 1, 50]);
  hand.clear();
  expect(hand.of('/50')).toBeUndefined();
});
