import { expect, test } from '@jest/globals';
import type { SheetColumn } from './columns.js';
import { csvOfJoined } from './joined-rows.js';
import { joinedSheetFile, sheetFile } from './sheet-file.js';

const columns: readonly SheetColumn[] = [
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'amount', header: '金额, "元"', kind: 'integer' },
  { key: 'place', header: '=地点', kind: 'text' },
];
const sheet = { title: '名单', columns };
const joined = (rows: readonly (readonly string[])[]) => ({
  count: rows.length,
  text: rows.map((row) => row.join('\u001F')).join('\u001E'),
});
const written = (rows: readonly (readonly string[])[]) =>
  sheetFile({ ...sheet, rows: rows.map(([name, amount, place]) => ({ name, amount, place })) }, 'csv');

const plain = ['乌云其木格', '3', '内蒙古师范大学（盛乐校区）'];

test.each([
  ...[
    '',
    'a,b',
    '他说"好"',
    '"',
    '一\n二',
    '一\r\n二',
    '\r',
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    "'",
    "'=1",
  ],
  ...[' ', ' 前', '后 ', '\u3000全角', '\u00A0=1', '\uFEFFx', 'x\uFEFF', '中 间', 'a-b+c=d@e', '\u2028', '𠮷'],
])('%j is written as one row at a time would write it, wherever it stands', async (value) => {
  for (const rows of [
    [[value, '1', plain[2]]],
    [plain, [value, '1', value], plain],
    [plain, [plain[0], '-5', value]],
    [[value, '', '']],
  ] as string[][][]) {
    expect(joinedSheetFile(sheet, joined(rows))).toEqual(await written(rows));
  }
});

test('a list of nobody is its header', async () => {
  expect(joinedSheetFile(sheet, joined([]))).toEqual(await written([]));
});

test('many plain rows, and one awkward among them, are the same bytes', async () => {
  const many = Array.from({ length: 500 }, (_, at) => [`${plain[0]}${at}`, String(at), plain[2] ?? '']);
  expect(joinedSheetFile(sheet, joined(many))).toEqual(await written(many));
  const one = [...many, ['=HYPERLINK("http://x.invalid")', '1', '']];
  expect(joinedSheetFile(sheet, joined(one))).toEqual(await written(one));
});

test.each([
  ['one that ends a field', 'x\u001F=1'],
  ['one that ends a row', 'x\u001E=1'],
  ['a whole row of its own', 'x\u001F1\u001Fy\u001E=1'],
])('a value with a separator, %s, is nothing that could be told apart', (_, value) => {
  expect(csvOfJoined(joined([plain, [value, '1', '']]), columns)).toBeNull();
});
