import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '@xibu/local/stack';
import { mutants } from './mutants.js';

test.each(mutants)(
  '“$name” has one place in the code, and replaces it by something else',
  ({ file, find, replace }) => {
    const at = join(root, file);
    expect(existsSync(at)).toBe(true);
    expect(readFileSync(at, 'utf8').split(find)).toHaveLength(2);
    expect(replace).not.toBe(find);
  },
);

test('no two mutants have the same name', () => {
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
});
