import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isBadFormat, readReturnFile } from './read-return-file.js';
import { type ReturnFile, returnStatuses } from './return-file.js';
import { totalsOf } from './return-file.rules.js';
import { writeReturnFile } from './write-bank-files.js';

const header = 'H,xibu-bank-return/1,B1,2023-10-12,2';
const accepted = 'D,1,P0000000000000000001,3688.06,S,,K1,2023-10-11';
const failed = 'D,2,P0000000000000000002,0.05,F,户名不符,,';
const trailer = 'T,1,3688.06,1,0.05';

const file = (...rows: string[]) => Buffer.from(rows.map((row) => `${row}\n`).join(''));

test('a sound file is read', () => {
  expect(readReturnFile(file(header, accepted, failed, trailer))).toEqual({
    batch: 'B1',
    date: '2023-10-12',
    count: 2n,
    rows: [
      {
        ...{ seq: '1', reference: 'P0000000000000000001', fen: 368806n, status: 'S' },
        ...{ reason: '', bankReference: 'K1', valueDate: '2023-10-11' },
      },
      {
        ...{ seq: '2', reference: 'P0000000000000000002', fen: 5n, status: 'F' },
        ...{ reason: '户名不符', bankReference: '', valueDate: '' },
      },
    ],
    totals: { acceptedCount: 1n, acceptedFen: 368806n, failedCount: 1n, failedFen: 5n },
  });
});

test('the last line may lack its line feed, as banks often leave it out', () => {
  const bytes = file(header, accepted, failed, trailer);
  expect(readReturnFile(bytes.subarray(0, -1))).toEqual(readReturnFile(bytes));
});

test.each<[string, readonly string[], number, number]>([
  ['nothing', [], 1, 2],
  ['only a header', [header], 2, 1],
  ['another first letter', ['X,xibu-bank-return/1,B1,2023-10-12,0', trailer], 1, 1],
  ['a byte order mark', [`\uFEFF${header}`, trailer], 1, 1],
  ['another format', ['H,xibu-bank/1,B1,2023-10-12,0', trailer], 1, 2],
  ['a date that does not exist', ['H,xibu-bank-return/1,B1,2023-02-29,0', trailer], 1, 4],
  ['a date in another form', ['H,xibu-bank-return/1,B1,20231012,0', trailer], 1, 4],
  ['a count that is none', ['H,xibu-bank-return/1,B1,2023-10-12,x', trailer], 1, 5],
  ['a carriage return', [`${header}\r`, trailer], 1, 5],
  ['a header with a field too few', ['H,xibu-bank-return/1,B1,2023-10-12', trailer], 1, 5],
  ['a header with a field too many', [`${header},`, trailer], 1, 6],
  ['a row of another kind', [header, accepted.replace('D', 'E'), trailer], 2, 1],
  ['a trailer in the middle', [header, trailer, trailer], 2, 6],
  ['an empty row', [header, '', trailer], 2, 2],
  ['a row with a field too few', [header, accepted, 'D,2,P2,0.05,F,,', trailer], 3, 8],
  ['a row with a field too many', [header, `${accepted},`, trailer], 2, 9],
  ['a number of fields before a field', [header, 'E,1,P1,x,Q,,', trailer], 2, 8],
  ['an amount with one decimal', [header, accepted.replace('3688.06', '3688.6'), trailer], 2, 4],
  ['an amount below nothing', [header, accepted.replace('3688.06', '-3688.06'), trailer], 2, 4],
  ['an amount without decimals', [header, accepted.replace('3688.06', '3688'), trailer], 2, 4],
  ['an unknown status', [header, accepted.replace(',S,', ',X,'), trailer], 2, 5],
  ['a status in small letters', [header, accepted.replace(',S,', ',s,'), trailer], 2, 5],
  ['a value date that does not exist', [header, accepted.replace('2023-10-11', '2023-11-31'), trailer], 2, 8],
  ['the left one of two wrong fields', [header, accepted.replace('3688.06,S', 'x,X'), trailer], 2, 4],
  [
    'the upper one of two wrong rows',
    [header, failed.replace(',F,', ',X,'), accepted.replace('3688.06', 'x'), trailer],
    2,
    5,
  ],
  ['a trailer of another kind', [header, accepted, failed], 3, 6],
  ['a trailer with another letter', [header, accepted, 'X,1,3688.06,0,0.00'], 3, 1],
  ['a trailer with a field too few', [header, accepted, 'T,1,3688.06,0'], 3, 5],
  ['a trailer with a field too many', [header, accepted, `${trailer},`], 3, 6],
  ['a trailer with a count that is none', [header, accepted, 'T,one,3688.06,0,0.00'], 3, 2],
  ['a trailer with a total that is none', [header, accepted, 'T,1,3688,0,0.00'], 3, 3],
  ['a trailer with a second count that is none', [header, accepted, 'T,1,3688.06,,0.00'], 3, 4],
  ['a trailer with a second total that is none', [header, accepted, 'T,1,3688.06,0,0'], 3, 5],
])('%s is bad format at its row and column', (_, rows, row, column) => {
  expect(readReturnFile(file(...rows))).toEqual({ row, column });
});

test('bytes that are not UTF-8 are bad format where they stand', () => {
  const bytes = Buffer.concat([
    file(header),
    Buffer.from('D,1,P1,1.00,F,'),
    Buffer.from([0xbb, 0xa7]),
    file(',,'),
    file(trailer),
  ]);
  expect(readReturnFile(bytes)).toEqual({ row: 2, column: 6 });
});

test('no bytes at all make it fail in another way than by naming a place', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const read = readReturnFile(bytes);
      expect(isBadFormat(read) && read.row >= 1 && read.column >= 1).toBe(true);
    }),
  );
});

test('what is written is read back', () => {
  const row = fc.record({
    reference: fc.constantFrom('P0000000000000000001', 'P0000000000000000002', 'x'),
    fen: fc.bigInt({ min: 0n, max: 10n ** 18n }),
    status: fc.constantFrom(...returnStatuses),
    reason: fc.constantFrom('', '户名不符', '账户已销'),
    bankReference: fc.constantFrom('', 'K1'),
    valueDate: fc.constantFrom('' as const, '2023-10-11' as const),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 10 }), (drawn) => {
      const rows = drawn.map((each, index) => ({ seq: String(index + 1), ...each }));
      const one: ReturnFile = {
        batch: 'B',
        date: '2023-10-12',
        count: BigInt(rows.length),
        rows,
        totals: totalsOf(rows),
      };
      expect(readReturnFile(writeReturnFile(one))).toEqual(one);
    }),
    { numRuns: 100 },
  );
});
