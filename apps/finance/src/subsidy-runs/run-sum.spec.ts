import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { digestOfFiles } from '@xibu/documents';
import { computePerson, computeRun, resultOf } from './month-pay.rules.js';
import { readRunFolder } from './read-run-folder.js';
import { RunSum } from './run-sum.js';
import { indexTables } from './run-tables.rules.js';
import { resultBytes } from './write-run-folder.js';

const samples = join(import.meta.dirname, '..', '..', 'samples', 'subsidy-runs');
const names = readdirSync(samples).sort();

test('there are samples', () => {
  expect(names.length).toBeGreaterThanOrEqual(10);
});

test.each(names)('sample %s summed up chunk by chunk comes to what the whole run comes to', async (name) => {
  const { inputs } = await readRunFolder(join(samples, name));
  const whole = computeRun(inputs);
  const tables = indexTables(inputs.tables, inputs.settings.required);
  const people = inputs.people.map((person) => computePerson(person, tables, inputs.settings));
  for (const size of [1, 2, people.length + 1]) {
    const sum = new RunSum();
    for (let at = 0; at < people.length; at += size) sum.take({ frozenBy: '7' }, people.slice(at, at + size));
    expect(sum.isWholeOf({ frozenBy: '7', chunks: Math.ceil(people.length / size) })).toBe(people.length > 0);
    if (people.length === 0) sum.add(resultOf([]));
    expect(sum.figures('inputs')).toEqual({
      ...{ people: whole.pay.length, payable: whole.pay.filter(({ payable }) => payable).length },
      ...{ exceptions: whole.exceptions.length, grossFen: whole.pay.reduce((all, { grossFen }) => all + grossFen, 0) },
      personalFen: whole.pay.reduce((all, { personalFen }) => all + personalFen, 0),
      employerFen: whole.pay.reduce((all, { employerFen }) => all + employerFen, 0),
      netFen: whole.pay.reduce((all, { netFen }) => all + netFen, 0),
      ...{ inputDigest: 'inputs', resultDigest: digestOfFiles(resultBytes(whole)) },
    });
  }
});

test('a sum is not whole when another hand computed a chunk, or the run was frozen anew meanwhile', () => {
  const [mine, anew] = [
    { frozenBy: '7', chunks: 2 },
    { frozenBy: '8', chunks: 2 },
  ];
  const helped = new RunSum();
  helped.take(mine, []);
  helped.take(mine, null);
  expect(helped.isWholeOf(mine)).toBe(false);
  const mixed = new RunSum();
  mixed.take(mine, []);
  expect(mixed.isWholeOf(mine)).toBe(false);
  mixed.take(mine, []);
  expect(mixed.isWholeOf(mine)).toBe(true);
  expect(mixed.isWholeOf(anew)).toBe(false);
  // Frozen anew with more people than before, of whom another hand computed the last.
  expect(mixed.isWholeOf({ ...mine, chunks: 3 })).toBe(false);
  mixed.take(anew, []);
  expect([mine, anew].map((frame) => mixed.isWholeOf({ ...frame, chunks: 3 }))).toEqual([false, false]);
  expect(new RunSum().isWholeOf({ ...mine, chunks: 0 })).toBe(false);
});
