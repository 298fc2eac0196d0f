import { expect, test } from '@jest/globals';
import { Sealing } from './sealing.js';

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const sealing = new Sealing(`k2:${key(2)},k1:${key(1)}`, 'index key of thirty-two characters');

test('what is sealed opens again, and never looks the same twice', () => {
  const [one, two] = [sealing.seal('150603200103150011'), sealing.seal('150603200103150011')];
  expect(one).not.toBe(two);
  expect(one).not.toContain('150603');
  expect([sealing.open(one), sealing.open(two)]).toEqual(['150603200103150011', '150603200103150011']);
});

test('a former key still opens; the first one seals', () => {
  const old = new Sealing(`k1:${key(1)}`, 'index key of thirty-two characters').seal('x');
  expect(sealing.open(old)).toBe('x');
  expect(sealing.seal('x')).toMatch(/^k2\./);
});

test('a changed value does not open', () => {
  const sealed = sealing.seal('secret');
  expect(() => sealing.open(`${sealed.slice(0, -2)}AA`)).toThrow();
  expect(() => sealing.open(sealed.replace('k2.', 'k9.'))).toThrow('no field key k9');
  expect(() => sealing.open('plain')).toThrow('not a sealed value');
});

test('the blind index is the same for the same text, and needs its key', () => {
  expect(sealing.blindIndex('a')).toBe(sealing.blindIndex('a'));
  expect(new Sealing(`k1:${key(1)}`, 'another key of thirty-two letters!').blindIndex('a')).not.toBe(
    sealing.blindIndex('a'),
  );
});
