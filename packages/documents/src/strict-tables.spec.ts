import { expect, test } from '@jest/globals';
import { digestOfFiles, readTable, TableCursor, TableFault, writeTable } from './strict-tables.js';

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

const cursorOver = (text: string) => new TableCursor('x.csv', Buffer.from(text), ['code', 'fen']);

test('a cursor gives the fields of each row and the number of its line', () => {
  const cursor = cursorOver('code,fen\na,1\nb-2,9007199254740991\n');
  const rows = [];
  while (cursor.next()) rows.push([cursor.line, cursor.id(0), cursor.integer(1)]);
  expect(rows).toEqual([
    [2, 'a', 1],
    [3, 'b-2', Number.MAX_SAFE_INTEGER],
  ]);
});

test('a cursor tells an empty field, and compares without making a text', () => {
  const cursor = cursorOver('code,fen\nab,\n');
  cursor.next();
  expect([cursor.isEmpty(0), cursor.isEmpty(1)]).toEqual([false, true]);
  expect(['ab', 'a', 'abc', 'aa'].map((text) => cursor.holds(0, text))).toEqual([true, false, false, false]);
});

test('a table with a header only has no rows', () => {
  expect(cursorOver('code,fen\n').next()).toBe(false);
});

test.each([
  ['a byte order mark', '\uFEFFcode,fen\n', 1, ''],
  ['another header', 'code\n', 1, ''],
  ['a carriage return after the header', 'code,fen\r\n', 1, ''],
  ['no line feed at the end', 'code,fen\na,1', 0, ''],
  ['a missing field', 'code,fen\na,1\nb\n', 3, ''],
  ['a field too many', 'code,fen\na,1,2\n', 2, ''],
  ['an empty line', 'code,fen\n\n', 2, ''],
  ['an empty id', 'code,fen\n,1\n', 2, 'code'],
  ['an id of 41 letters', `code,fen\n${'a'.repeat(41)},1\n`, 2, 'code'],
  ['a quote', 'code,fen\n"a",1\n', 2, 'code'],
  ['a letter beyond ASCII', 'code,fen\n旗,1\n', 2, 'code'],
  ['a space before a number', 'code,fen\na, 1\n', 2, 'fen'],
  ['a sign', 'code,fen\na,-1\n', 2, 'fen'],
  ['a leading zero', 'code,fen\na,01\n', 2, 'fen'],
  ['an empty number', 'code,fen\na,\n', 2, 'fen'],
  ['a number beyond 2^53 - 1', 'code,fen\na,9007199254740992\n', 2, 'fen'],
])('a cursor refuses %s and names the place', (_, text, line, column) => {
  const walk = () => {
    const cursor = cursorOver(text);
    while (cursor.next()) [cursor.id(0), cursor.integer(1)];
  };
  expect(walk).toThrow(expect.objectContaining({ name: TableFault.name, file: 'x.csv', line, column }));
});

test('a cursor counts the rows of the whole table wherever it stands', () => {
  const cursor = cursorOver('code,fen\na,1\nb,2\n');
  cursor.next();
  expect(cursor.countRows()).toBe(2);
});
