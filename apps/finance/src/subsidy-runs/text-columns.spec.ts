import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { finance } from '../finance.service.js';
import { arrayOf, textColumn } from './text-columns.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase(finance);
});
afterAll(() => db.close());

const back = async (values: Parameters<typeof textColumn>[0], type: Parameters<typeof arrayOf>[1]) =>
  db.query(`select value from unnest(${arrayOf(1, type)}) value`, [textColumn(values)]);

test.each([
  ['codes', ['living', 'si-personal:pension', '*'], 'text', ['living', 'si-personal:pension', '*']],
  ['a code that reads like nothing', ['NULL', 'null'], 'text', ['NULL', 'null']],
  ['amounts', [0, -5, 9_007_199_254_740_991], 'bigint', ['0', '-5', '9007199254740991']],
  ['flags', [true, false], 'boolean', [true, false]],
  ['JSON', [JSON.stringify({ name: '"a", {b}\\\n' })], 'jsonb', [{ name: '"a", {b}\\\n' }]],
  ['nothing between amounts', [1, null, undefined, 2], 'bigint', ['1', null, null, '2']],
  ['no rows', [], 'text', []],
] as const)('a column of %s comes out as it went in', async (_, values, type, wanted) => {
  expect(await back(values, type)).toEqual(wanted.map((value) => ({ value })));
});
