import { expect, test } from '@jest/globals';
import { Refusal } from '@xibu/domain';
import { eachByItself } from './each-by-itself.js';

const half = (number: number) => {
  if (number % 2 === 1) return Promise.reject(new Refusal('record.unknown'));
  return number < 10 ? Promise.resolve({ half: number / 2 }) : Promise.reject(new Error('too large'));
};

test('a refused row is answered with its code, and the others are done', async () => {
  expect(await eachByItself([4, 3, 2], String, half)).toEqual([
    { id: '4', done: true, half: 2 },
    { id: '3', done: false, code: 'record.unknown' },
    { id: '2', done: true, half: 1 },
  ]);
});

test('a fault is nobody’s answer: it ends all', async () => {
  await expect(eachByItself([2, 10, 4], String, half)).rejects.toThrow('too large');
});
