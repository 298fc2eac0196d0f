import { expect, test } from '@jest/globals';
import { TableFault } from '@xibu/documents';
import fc from 'fast-check';
import { fenOf, type PaymentFileLine, plainText, yuanOf } from './payment-file.js';
import { readPaymentFile } from './read-payment-file.js';
import { sha256, writePaymentFile } from './write-bank-files.js';

const one: PaymentFileLine = {
  reference: 'P0000000000000000001',
  name: '志愿者1',
  account: '6222000000000000001',
  fen: 368806,
  summary: '2023年9月补贴',
};
const two: PaymentFileLine = { ...one, reference: 'P0000000000000000002', account: '6222000000000000002', fen: 5 };
const sound = writePaymentFile({ batch: 'B1', date: '2023-10-10', lines: [one, two] }).toString('utf8');

test('a payment file has these very bytes', () => {
  const sealed = [
    'H,xibu-bank/1,B1,2023-10-10,2,3688.11\n',
    'D,1,P0000000000000000001,志愿者1,6222000000000000001,3688.06,2023年9月补贴\n',
    'D,2,P0000000000000000002,志愿者1,6222000000000000002,0.05,2023年9月补贴\n',
  ].join('');
  expect(sound).toBe(`${sealed}T,2,3688.11,${sha256(sealed)}\n`);
});

test('text cannot break a line: commas, quotes and line ends become spaces', () => {
  expect(plainText('a,b"c\r\nd\ne\rf')).toBe('a b c d e f');
  const file = writePaymentFile({
    batch: 'B1',
    date: '2023-10-10',
    lines: [{ ...one, name: 'a,"b', summary: 'c\nd' }],
  });
  expect(readPaymentFile(file).lines[0]).toMatchObject({ name: 'a  b', summary: 'c d' });
});

test('an empty batch is a file too', () => {
  const bytes = writePaymentFile({ batch: 'B1', date: '2023-10-10', lines: [] });
  expect(readPaymentFile(bytes)).toEqual({ batch: 'B1', date: '2023-10-10', lines: [] });
});

test('what is written is read back', () => {
  const text = fc.stringMatching(/^[\p{Script=Han}A-Za-z0-9·() ]{1,20}$/u);
  const line = fc.record({ name: text, summary: text, fen: fc.integer({ min: 1, max: 10 ** 9 }) });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (drawn) => {
      const lines = drawn.map((each, index) => {
        const digits = String(index).padStart(19, '0');
        return { ...each, reference: `P${digits}`, account: `6${digits}` };
      });
      const file = { batch: 'B7', date: '2024-02-29', lines } as const;
      expect(readPaymentFile(writePaymentFile(file))).toEqual(file);
    }),
    { numRuns: 100 },
  );
});

test('amounts keep every fen in yuan with two decimals', () => {
  expect([0n, 5n, 99n, 100n, 123456n].map(yuanOf)).toEqual(['0.00', '0.05', '0.99', '1.00', '1234.56']);
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (fen) => expect(fenOf(yuanOf(fen))).toBe(fen)));
});

/** Seals a changed file again, so that only the change itself is wrong. */
function resealed(change: (text: string) => string): Buffer {
  const rows = change(sound).split('\n').slice(0, -1);
  const before = rows
    .slice(0, -1)
    .map((row) => `${row}\n`)
    .join('');
  const trailer = (rows.at(-1) ?? '').split(',').with(-1, sha256(before)).join(',');
  return Buffer.from(`${before}${trailer}\n`);
}

const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

test.each<[string, (text: string) => string, number, string]>([
  ['another first letter', swap('H,', 'X,'), 1, 'H'],
  ['another format', swap('xibu-bank/1', 'xibu-bank/2'), 1, 'format'],
  ['no batch', swap(',B1,', ',,'), 1, 'batch'],
  ['a date that is none', swap('2023-10-10', '2023-02-30'), 1, 'date'],
  ['a field too few in the header', swap(',2,3688.11\n', ',2\n'), 1, 'total'],
  ['a wrong count in the header', swap(',2,3688.11\n', ',3,3688.11\n'), 1, 'count'],
  ['a wrong total in the header', swap(',2,3688.11\n', ',2,3688.12\n'), 1, 'total'],
  ['a line that is no line', swap('D,1', 'X,1'), 2, 'D'],
  ['a gap in the numbers', swap('D,2', 'D,3'), 3, 'seq'],
  ['a reference that is none', swap('P0000000000000000001', 'P000000000000000001'), 2, 'reference'],
  ['lines out of order', swap('P0000000000000000001', 'P0000000000000000003'), 3, 'reference'],
  ['a reference twice', swap('P0000000000000000001', 'P0000000000000000002'), 3, 'reference'],
  ['no name', swap('志愿者1', ''), 2, 'name'],
  ['no account', swap('6222000000000000001', ''), 2, 'account'],
  ['an account with a space', swap('6222000000000000001', '6222 1'), 2, 'account'],
  ['an account that two share', swap('6222000000000000001', '6222000000000000002'), 3, 'account'],
  ['an amount with one decimal', swap('3688.06', '3688.1'), 2, 'amount'],
  ['an amount with a leading zero', swap('3688.06', '03688.06'), 2, 'amount'],
  ['an amount of nothing', swap(',0.05,', ',0.00,'), 3, 'amount'],
  ['an amount beyond exact numbers', swap('3688.06', '90071992547409.92'), 2, 'amount'],
  ['a quote', swap('志愿者1', '"志愿者1"'), 2, 'name'],
  ['a carriage return', swap('补贴\n', '补贴\r\n'), 2, 'summary'],
  ['a field too many', swap('补贴\n', '补贴,x\n'), 2, 'summary'],
  ['a trailer that is none', swap('\nT,', '\nX,'), 4, 'T'],
  ['a wrong count in the trailer', swap('\nT,2', '\nT,1'), 4, 'count'],
  ['a wrong total in the trailer', swap(/3688\.11(,[0-9a-f]{64})/, '3688.10$1'), 4, 'total'],
])('refuses %s and names row and column', (_, change, row, column) => {
  expect(() => readPaymentFile(resealed(change))).toThrow(
    expect.objectContaining({ name: TableFault.name, file: 'payment.csv', line: row, column }),
  );
});

test.each<[string, Buffer, number, string]>([
  ['a broken seal', Buffer.from(sound.replace(/[0-9a-f]{64}/, '0'.repeat(64))), 4, 'sha256'],
  ['a changed byte', Buffer.from(sound.replace('9月', '8月')), 4, 'sha256'],
  ['no trailer', Buffer.from('H,xibu-bank/1,B1,2023-10-10,0,0.00\n'), 2, ''],
  ['no line end at the end', Buffer.from(sound.slice(0, -1)), 0, ''],
  ['bytes that are not UTF-8', Buffer.from([0xff, 0x0a]), 0, ''],
  ['nothing', Buffer.from(''), 0, ''],
])('refuses %s', (_, bytes, row, column) => {
  expect(() => readPaymentFile(bytes)).toThrow(expect.objectContaining({ name: TableFault.name, line: row, column }));
});
