import { expect, test } from '@jest/globals';
import { OrderWatch } from './order-watch.js';

test('a fact that comes after a later one of its key is noticed, and other keys do not matter', () => {
  const watch = new OrderWatch();
  expect(watch.isNext('a', '00000000000000000009')).toBe(true);
  expect(watch.isNext('b', '00000000000000000002')).toBe(true);
  expect(watch.isNext('a', '00000000000000000010')).toBe(true);
  expect(watch.isNext('a', '00000000000000000009')).toBe(false);
  expect(watch.isNext('a', '00000000000000000010')).toBe(false);
});

test('it remembers so many keys and forgets the one that was quiet longest', () => {
  const watch = new OrderWatch(2);
  watch.isNext('a', '5');
  watch.isNext('b', '5');
  watch.isNext('a', '6');
  watch.isNext('c', '5');
  expect(watch.isNext('a', '1')).toBe(false);
  expect(watch.isNext('b', '1')).toBe(true);
});
