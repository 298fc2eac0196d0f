import { expect, test } from '@jest/globals';
import { EarlyAnswers } from './early-answers.js';

const path = '/api/programme/session';
const answer = Promise.resolve(new Response('{}'));

test('an answer under way is taken by the first who asks, and by nobody after', () => {
  const early = new EarlyAnswers(new Map([[path, answer]]));
  expect(early.take('GET', '/api/programme/other')).toBeUndefined();
  expect(early.take('GET', path)).toBe(answer);
  expect(early.take('GET', path)).toBeUndefined();
});

test('what was asked before a change answers nothing after it', () => {
  const early = new EarlyAnswers(new Map([[path, answer]]));
  early.clear();
  expect(early.take('GET', path)).toBeUndefined();
});

test('a change at the same address takes no answer to a question', () => {
  expect(new EarlyAnswers(new Map([[path, answer]])).take('POST', path)).toBeUndefined();
});

test('where nothing was asked early, everything is asked as usual', () => {
  expect(new EarlyAnswers(undefined).take('GET', path)).toBeUndefined();
});
