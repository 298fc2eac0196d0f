import { expect, test } from '@jest/globals';
import { digestOfFiles, readTable, TableFault, writeTable } from './strict-tables.js';

test('what was written is read back, byte for byte', () => {
  const bytes = writeTable(
    ['code', 'fen'],
    [
      ['a', 1],
      ['b', 20n],
    ],
  );
  expect(bytes.toString()).toBe('code,fen\na,1\nb,20\n');
  expect(readTable('x.csv', bytes, ['code', 'fen'])).toEqual([
    ['a', '1'],
    ['b', '20'],
  ]);
});

test.each([
  ['a byte order mark', '\uFEFFcode,fen\n', 1],
  ['another header', 'code\n', 1],
  ['a missing field', 'code,fen\na\n', 2],
  ['a space', 'code,fen\na,1\nb, 2\n', 3],
  ['a carriage return', 'code,fen\r\n', 1],
  ['no line feed at the end', 'code,fen\na,1', 0],
])('refuses %s and names the line', (_, text, line) => {
  expect(() => readTable('x.csv', Buffer.from(text), ['code', 'fen'])).toThrow(
    expect.objectContaining({ name: TableFault.name, file: 'x.csv', line }),
  );
});

test('the digest covers names, lengths and bytes', () => {
  const one = digestOfFiles([
    ['a', Buffer.from('x')],
    ['b', Buffer.from('')],
  ]);
  expect(one).toHaveLength(64);
  expect(
    digestOfFiles([
      ['a', Buffer.from('')],
      ['b', Buffer.from('x')],
    ]),
  ).not.toBe(one);
});
