import { expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { letterOf, textOf, valueOf } from './columns.js';
import { withErrorColumn } from './error-column.js';
import { cellError, type ReadColumn, readSheet, sayCellError } from './read-sheet.js';
import { sheetFile } from './sheet-file.js';
import { type Sheet, writeCsv, writeSheet } from './write-sheet.js';

const columns: readonly ReadColumn[] = [
  { key: 'name', header: '姓名', kind: 'text', isRequired: true },
  { key: 'identityNumber', header: '身份证号', kind: 'text', width: 22, isRequired: true },
  { key: 'days', header: '天数', kind: 'integer' },
  { key: 'amountFen', header: '金额（元）', kind: 'fen' },
  { key: 'from', header: '起始日期', kind: 'date' },
  { key: 'accepts', header: '服从调剂', kind: 'yes-no' },
];
const rows = [
  {
    name: '乌云其木格',
    identityNumber: '150603200103159980',
    days: 30,
    amountFen: 258_968,
    from: '2023-08-01',
    accepts: true,
  },
  {
    name: '阿依古丽·买买提',
    identityNumber: '15060320010315998X',
    days: 0,
    amountFen: -5,
    from: '2024-02-29',
    accepts: false,
  },
  { name: '=1+1', identityNumber: '+8613', days: null, amountFen: null, from: null, accepts: null },
];
const sheet: Sheet = { title: '发放名单', columns, rows };

test.each([
  ['XLSX', () => writeSheet(sheet)],
  ['CSV', () => writeCsv(sheet)],
])('what is written as %s is read back', async (_, write) => {
  const read = await readSheet(await write(), columns);
  expect(read.errors).toEqual([]);
  expect(read.rows.map((row) => row.values)).toEqual(rows);
  expect(read.rows.map((row) => row.line)).toEqual([2, 3, 4]);
});

test.each([
  ['csv', 'text/csv; charset=utf-8', () => writeCsv(sheet)],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', () => writeSheet(sheet)],
] as const)(
  'the file of kind %s says what it is, and is named by its title or as wanted',
  async (format, type, write) => {
    const file = await sheetFile(sheet, format);
    expect({ ...file, bytes: file.bytes.length }).toEqual({
      ...{ name: `发放名单.${format}`, type, bytes: (await write()).length },
    });
    expect(await sheetFile(sheet, format, 'payments')).toMatchObject({ name: `payments.${format}`, type });
  },
);

test('long digits are text in XLSX, amounts and dates are what they are', async () => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await writeSheet(sheet)) as unknown as exceljs.Buffer);
  const tab = workbook.worksheets[0];
  expect(tab?.name).toBe('发放名单');
  expect(tab?.getCell('B2').value).toBe('150603200103159980');
  expect(tab?.getCell('B2').numFmt).toBe('@');
  expect(tab?.getCell('D2').value).toBe(2589.68);
  expect(tab?.getCell('E2').value).toEqual(new Date('2023-08-01T00:00:00Z'));
  expect(tab?.getCell('F2').value).toBe('是');
});

test('no text is a formula, in neither kind of file', async () => {
  const traps = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '=HYPERLINK("http://x.invalid")', "=cmd|' /C calc'!A0"];
  const trap: Sheet = {
    title: 'x',
    columns: [{ key: 'text', header: '文字', kind: 'text' }],
    rows: traps.map((text) => ({ text })),
  };
  const lines = (await writeCsv(trap)).toString('utf8').split('\r\n').slice(1, -1);
  for (const line of lines) expect(line).toMatch(/^"?'/);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await writeSheet(trap)) as unknown as exceljs.Buffer);
  traps.forEach((text, index) => {
    expect(workbook.worksheets[0]?.getCell(`A${index + 2}`).value).toBe(text);
    expect(workbook.worksheets[0]?.getCell(`A${index + 2}`).type).toBe(exceljs.ValueType.String);
  });
});

test('CSV begins with a byte order mark and quotes what must be quoted', async () => {
  const csv = await writeCsv({
    title: 'x',
    columns: [{ key: 'text', header: '文字', kind: 'text' }],
    rows: [{ text: 'a,b' }, { text: '他说"好"' }, { text: '一\n二' }],
  });
  expect(csv.subarray(0, 3)).toEqual(Buffer.from('efbbbf', 'hex'));
  expect(csv.toString('utf8')).toBe('\uFEFF文字\r\n"a,b"\r\n"他说""好"""\r\n"一\n二"\r\n');
});

test('every mistake is named by its cell, and rows without one are read', async () => {
  const file =
    '姓名,身份证号,天数,金额,起始日期,服从调剂\n甲,1,三十,1.234,2023-02-30,也许\n,2,1,1,2023-08-01,是\n丙,3,31,"1,234.50",2023年8月1日,否\n';
  const read = await readSheet(Buffer.from(file), columns);
  expect(read.errors.map((error) => sayCellError(error, 'zh'))).toEqual([
    'C2：天数应为整数',
    'D2：金额（元）应为金额（元），最多两位小数',
    'E2：起始日期应为日期，例如2023-08-01',
    'F2：服从调剂应填“是”或“否”',
    'A3：姓名不能为空',
  ]);
  expect(sayCellError(read.errors[0] ?? never(), 'en')).toBe('C2: 天数 must be a whole number');
  expect(read.rows).toEqual([
    {
      line: 4,
      values: { name: '丙', identityNumber: '3', days: 31, amountFen: 123_450, from: '2023-08-01', accepts: false },
    },
  ]);
  expect(read.total).toBe(3);
});

test('a rule of the caller is asked for each value that is there', async () => {
  const check = (value: string | number | boolean) =>
    value === '2' ? { zh: '不是身份证号', en: 'is no identity number' } : undefined;
  const strict = columns.map((column) => (column.key === 'identityNumber' ? { ...column, check } : column));
  const read = await readSheet(Buffer.from('姓名,身份证号\n甲,1\n乙,2\n'), strict);
  expect(read.errors.map(({ cell, line, zh }) => [cell, line, zh])).toEqual([['B3', 3, '不是身份证号']]);
  expect(cellError(read, 2, { key: 'name', header: '姓名' }, { zh: '已经导入', en: 'is there already' })).toMatchObject(
    {
      cell: 'A2',
      zh: '已经导入',
    },
  );
});

test('the header may stand below a title, in another order, with stars, and other columns are passed over', async () => {
  const read = await readSheet(Buffer.from('2023年名单,,\n\n备注, 身份证号（18位） ,姓名*\n无,1,甲\n'), columns);
  expect(read.errors).toEqual([]);
  expect(read.rows).toMatchObject([{ line: 4, values: { name: '甲', identityNumber: '1' } }]);
  expect(read.letters).toEqual({ identityNumber: 'B', name: 'C' });
  expect(read.ignored).toEqual(['备注']);
});

test('a missing or doubled column is said once, not for each row', async () => {
  const missing = await readSheet(Buffer.from('姓名\n甲\n乙\n'), columns);
  expect(missing.errors.map((error) => sayCellError(error, 'zh'))).toEqual(['A1：身份证号缺少这一列']);
  const doubled = await readSheet(Buffer.from('姓名,身份证号,姓名\n甲,1,乙\n'), columns);
  expect(doubled.errors.map((error) => sayCellError(error, 'zh'))).toEqual(['C1：姓名这一列重复出现']);
});

test('a CSV file in GB18030, as Excel writes it, is read', async () => {
  const gbk = Buffer.from('d0d5c3fb2cc9edb7ddd6a4bac50ac0eec3f72c310a', 'hex');
  expect((await readSheet(gbk, columns)).rows).toMatchObject([{ values: { name: '李明', identityNumber: '1' } }]);
});

test('numbers, formulas, links and rich text of a workbook are read as what they show', async () => {
  const workbook = new exceljs.Workbook();
  const tab = workbook.addWorksheet('x');
  tab.addRow(['姓名', '身份证号', '天数', '金额', '起始日期']);
  tab.addRow([
    { richText: [{ text: '李' }, { text: '明' }] },
    13_900_001_234,
    { formula: '1+2', result: 3 },
    0.1 + 0.2,
    new Date('2023-08-01T00:00:00Z'),
  ]);
  const read = await readSheet(Buffer.from(await workbook.xlsx.writeBuffer()), columns);
  expect(read.errors).toEqual([]);
  expect(read.rows[0]?.values).toMatchObject({
    name: '李明',
    identityNumber: '13900001234',
    days: 3,
    amountFen: 30,
    from: '2023-08-01',
  });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['half a workbook', Buffer.from('504b0304140000', 'hex')],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ['a stray quote', Buffer.from('姓名,身份证号\n"甲"x,1\n')],
])('%s is a complaint, not a fault', async (_, bytes) => {
  const read = await readSheet(bytes, columns);
  expect(read.rows).toEqual([]);
  expect(read.errors.length).toBeGreaterThan(0);
});

test('a file with more rows than allowed is refused as a whole', async () => {
  const read = await readSheet(Buffer.from('姓名,身份证号\n甲,1\n乙,2\n丙,3\n'), columns, { mostRows: 2 });
  expect(read.rows).toEqual([]);
  expect(read.errors[0]?.zh).toBe('最多2行，本文件有3行');
});

test('the file comes back with its errors in one more column, and can be sent again', async () => {
  const broken = await writeSheet({
    title: '名单',
    columns,
    rows: [{ name: '甲' }, { name: '乙', identityNumber: '2' }],
  });
  const first = await readSheet(broken, columns);
  const returned = await withErrorColumn(broken, first.errors);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(returned as unknown as exceljs.Buffer);
  const tab = workbook.worksheets[0];
  expect([tab?.getCell('G1').value, tab?.getCell('G2').value, tab?.getCell('G3').value]).toEqual([
    '错误说明',
    'B2：身份证号不能为空',
    null,
  ]);
  expect(tab?.getCell('A2').value).toBe('甲');
  const again = await readSheet(returned, columns);
  expect(again.errors).toEqual(first.errors);
  const twice = new exceljs.Workbook();
  await twice.xlsx.load((await withErrorColumn(returned, [])) as unknown as exceljs.Buffer);
  expect(twice.worksheets[0]?.getCell('G2').value).toBeNull();
  expect(twice.worksheets[0]?.columnCount).toBe(7);
});

test('a CSV file comes back as CSV', async () => {
  const file = Buffer.from('姓名,身份证号\n甲,\n乙,2\n');
  const { errors } = await readSheet(file, columns);
  expect((await withErrorColumn(file, errors, 'en')).toString('utf8')).toBe(
    '\uFEFF姓名,身份证号,Errors\r\n甲,,B2: 身份证号 must not be empty\r\n乙,2,\r\n',
  );
});

test('fifty thousand rows are written in the order in which they come', async () => {
  async function* people() {
    for (let index = 0; index < 50_000; index += 1) yield { name: `甲${index}`, identityNumber: String(index) };
  }
  const bytes = await writeSheet({ title: '大表', columns: columns.slice(0, 2), rows: people() });
  const read = await readSheet(bytes, columns.slice(0, 2));
  expect(read.total).toBe(50_000);
  expect(read.rows.at(-1)).toEqual({ line: 50_001, values: { name: '甲49999', identityNumber: '49999' } });
});

test('letters of columns', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test.each([
  ['¥1,234.5', 'fen', 123_450],
  ['-0.05', 'fen', -5],
  ['0', 'fen', 0],
  ['100元', 'fen', 10_000],
  ['１２', 'integer', 12],
  ['20230801', 'date', '2023-08-01'],
  ['2023/8/1', 'date', '2023-08-01'],
  ['2024-02-29', 'date', '2024-02-29'],
  ['是', 'yes-no', true],
  ['  ', 'text', null],
] as const)('"%s" as %s is %s', (text, kind, value) => {
  expect(valueOf(text, kind)).toEqual({ value });
});

test.each([
  ['1.005', 'fen'],
  ['99999999999999999', 'fen'],
  ['1.5', 'integer'],
  ['2023-13-01', 'date'],
  ['2023-02-29', 'date'],
  ['2023811', 'date'],
  ['maybe', 'yes-no'],
] as const)('"%s" is no %s', (text, kind) => {
  expect(valueOf(text, kind)).toHaveProperty('wrong.zh');
});

test('an amount that is not whole fen is a fault of the program', () => {
  expect(() => textOf(0.5, 'fen')).toThrow(RangeError);
});

function never(): never {
  throw new Error('not there');
}
