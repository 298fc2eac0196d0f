import { expect, test } from '@jest/globals';
import { readSheet, type SheetColumn } from './sheet-rows.js';

const columns: readonly SheetColumn[] = [
  { key: 'identityNumber', label: '身份证号', kind: 'text' },
  { key: 'scheme', label: '险种', kind: 'choice', choices: [{ value: 'medical', label: '医疗保险' }] },
  { key: 'fen', label: '个人缴纳', kind: 'money' },
];

test('rows are read as they are copied out of a spreadsheet, money in fen', () => {
  expect(readSheet('152221200103120042\t医疗保险\t1,284.5\n', columns)).toEqual({
    rows: [{ identityNumber: '152221200103120042', scheme: 'medical', fen: 128450 }],
    faults: [],
  });
});

test('headings order the columns anew, and columns that nobody asked for are left out', () => {
  const { rows } = readSheet('姓名,个人缴纳,身份证号,险种\n苏日娜,84,152221200103120042,medical', columns);
  expect(rows).toEqual([{ identityNumber: '152221200103120042', scheme: 'medical', fen: 8400 }]);
});

test('what is wrong is told by line, column and what stood there', () => {
  const { faults } = readSheet('身份证号\t险种\t个人缴纳\n\t工伤\t八十四', columns);
  expect(faults).toEqual([
    { line: 2, column: '身份证号', fault: 'missing', found: '' },
    { line: 2, column: '险种', fault: 'choice', found: '工伤' },
    { line: 2, column: '个人缴纳', fault: 'money', found: '八十四' },
  ]);
});

test('a cell in quotes may hold a comma and a quote', () => {
  const [row] = readSheet('"1,2""3",medical,5', columns).rows;
  expect(row?.['identityNumber']).toBe('1,2"3');
});

test('empty lines are no rows, and lines keep their numbers', () => {
  expect(readSheet('\n\n1\tmedical\tx\n', columns).faults).toEqual([
    { line: 3, column: '个人缴纳', fault: 'money', found: 'x' },
  ]);
});

test('percent becomes parts per million, dates take dots and slashes, and what is optional may be missing', () => {
  const shares: readonly SheetColumn[] = [
    { key: 'ppm', label: '比例', kind: 'share' },
    { key: 'from', label: '起', kind: 'date' },
    { key: 'ord', label: '顺序', kind: 'count', optional: true },
  ];
  expect(readSheet('0.2%\t2023/8/1\t', shares)).toEqual({
    rows: [{ ppm: 2000, from: '2023-08-01', ord: null }],
    faults: [],
  });
  expect(readSheet('x\t2023-13-01\ty', shares).faults.map(({ fault }) => fault)).toEqual(['share', 'date', 'count']);
});
