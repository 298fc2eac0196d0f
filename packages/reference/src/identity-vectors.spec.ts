import { expect, test } from '@jest/globals';
import { readIdentityNumber } from '@xibu/domain/identity-number';
import { knowsDivision } from './index.js';
import { rowsOf } from './tables.js';

const vectors = rowsOf('id_number_vectors.csv', (cells) => cells)();
const context = { today: '2026-01-01', knowsDivision };

/** What the file says in words, as the reason that the check gives. */
const reasons: readonly (readonly [words: RegExp, reason: string])[] = [
  [/^empty/, 'empty'],
  [/^15-digit/, 'first-generation'],
  [/^1[79] characters/, 'length'],
  [/letter inside|X not in last|X inside|punctuation|minus/, 'characters'],
  [/^no province|^division 000000/, 'province'],
  [/29 February|month 13|31 April|day 00/, 'birth-date-impossible'],
  [/in the future/, 'birth-date-in-future'],
  [/year 1800/, 'birth-date-too-early'],
  [/wrong check|swapped|one digit changed/, 'checksum'],
  [/^repeated digit/, 'birth-date-too-early'],
  [/^running digits/, 'birth-date-impossible'],
];

test('there are 46 vectors, all of people who do not exist', () => {
  expect(vectors).toHaveLength(46);
  expect(vectors.every((row) => row.synthetic === 'true')).toBe(true);
});

test.each(vectors.filter((row) => row.expected_valid === 'true').map((row) => [row.reason, row] as const))(
  '%s',
  (_, row) => {
    const reading = readIdentityNumber(row.id_number ?? '', context);
    expect(reading).toMatchObject({
      ok: true,
      birthDate: row.birth_date,
      divisionCode: row.division_code,
      warnings: [],
    });
    if (!reading.ok) throw new Error('not read');
    if (row.sex_code) expect(reading.sexCode).toBe(row.sex_code);
    expect(reading.number).toBe(row.normalised || row.id_number);
    expect(reading.divisionStatus).toBe(row.reason?.includes('RETIRED') ? 'retired' : 'current');
  },
);

test.each(vectors.filter((row) => row.expected_valid === 'false').map((row) => [row.reason ?? '', row] as const))(
  'not a number: %s',
  (words, row) => {
    const expected = reasons.find(([pattern]) => pattern.test(words))?.[1];
    expect(expected).toBeDefined();
    expect(readIdentityNumber(row.id_number ?? '', context)).toEqual({ ok: false, reason: expected });
  },
);
