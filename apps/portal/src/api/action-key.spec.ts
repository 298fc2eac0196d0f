import { expect, test } from '@jest/globals';
import { ActionKey } from './action-key.js';

test('a retry of the same content has the same key', () => {
  const key = new ActionKey();
  expect(key.for({ decision: 'pass' })).toBe(key.for({ decision: 'pass' }));
});

test('another content has another key', () => {
  const key = new ActionKey();
  expect(key.for({ decision: 'pass' })).not.toBe(key.for({ decision: 'return' }));
});

test('after it is done, the same content is a new action', () => {
  const key = new ActionKey();
  const first = key.for({ decision: 'pass' });
  key.done();
  expect(key.for({ decision: 'pass' })).not.toBe(first);
});
