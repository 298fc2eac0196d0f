import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { BankFileFault, type BankProfile } from './bank-profile.js';
import { profileProblems } from './bank-profile.rules.js';
import { bankProfiles, fixedWidthProfile, gb18030CsvProfile, neutralProfile, xlsxProfile } from './bank-profiles.js';
import { sheetCells } from './bank-sheet.js';
import { readBankPayment, readBankReturn, writeBankPayment, writeBankReturn } from './map-bank-files.js';
import type { PaymentFile } from './payment-file.js';
import type { ReturnFile, ReturnRow } from './return-file.js';
import { totalsOf } from './return-file.rules.js';
import { writePaymentFile, writeReturnFile } from './write-bank-files.js';

const payment: PaymentFile = {
  batch: 'B202309',
  date: '2023-10-10',
  lines: [
    // 㐂 and 𠮷 need the four-byte part of GB18030; an account of 19 digits is more than a spreadsheet's number holds.
    {
      reference: 'P0000000000000000001',
      name: '志愿者㐂',
      account: '6222410874469639184',
      fen: 309050,
      summary: '2023年9月补贴',
    },
    { reference: 'P0000000000000000002', name: '𠮷一·Ab', account: '0006222000000000002', fen: 5, summary: '补发' },
  ],
};

const row = (change: Partial<ReturnRow>): ReturnRow => ({
  ...{ seq: '1', reference: 'P0000000000000000001', fen: 309050n, status: 'S' },
  ...{ reason: '', bankReference: 'K404497', valueDate: '2023-10-11' },
  ...change,
});
const rows = [
  row({}),
  row({ seq: '2', reference: 'P0000000000000000002', fen: 5n, status: 'F', reason: '户名不符', valueDate: '' }),
  row({ seq: '3', status: 'R', reason: '账户已销', bankReference: '' }),
  row({ seq: '4', status: 'P', bankReference: '', valueDate: '' }),
];
const answer: ReturnFile = { batch: 'B202309', date: '2023-10-12', count: 4n, rows, totals: totalsOf(rows) };
const context = { batch: 'B202309', date: '2023-10-12' };
const byId = bankProfiles.map((profile) => [profile.id, profile] as const);
const others = byId.filter(([id]) => id !== 'neutral');

test('there are profiles for every shape of file', () => {
  expect(new Set(bankProfiles.map(({ shape }) => shape.kind))).toEqual(new Set(['neutral', 'csv', 'fixed', 'xlsx']));
});

test.each(byId)('%s: a payment file comes back as it was', async (_, profile) => {
  const bytes = await writeBankPayment(profile, payment);
  expect(await readBankPayment(profile, bytes, { ...context, date: payment.date })).toEqual(payment);
});

test.each(byId)('%s: a second export of a batch gives the same bytes', async (_, profile) => {
  const first = await writeBankPayment(profile, payment);
  expect((await writeBankPayment(profile, payment)).equals(first)).toBe(true);
});

test.each(byId)('%s: a return file becomes the neutral one, byte for byte', async (_, profile) => {
  const bytes = await writeBankReturn(profile, answer);
  const neutral = Buffer.from(await readBankReturn(profile, bytes, context));
  expect(neutral.toString('utf8')).toBe(writeReturnFile(answer).toString('utf8'));
});

test.each(byId)('%s has no problem', (_, profile) => {
  expect(profileProblems(profile)).toEqual([]);
});

test('the neutral profile writes the neutral file', async () => {
  expect(await writeBankPayment(neutralProfile, payment)).toEqual(writePaymentFile(payment));
});

test('the GB18030 file has these very bytes', async () => {
  const text = [
    'B202309,20231010,2,3090.55',
    '序号,企业流水号,收款人姓名,收款人账号,金额,币种,附言',
    '1,P0000000000000000001,志愿者㐂,6222410874469639184,3090.50,人民币,2023年9月补贴',
    '2,P0000000000000000002,𠮷一·Ab,0006222000000000002,0.05,人民币,补发',
    '',
  ].join('\r\n');
  expect(await writeBankPayment(gb18030CsvProfile, payment)).toEqual(iconv.encode(text, 'gb18030'));
  expect(new TextDecoder('gb18030', { fatal: true }).decode(await writeBankPayment(gb18030CsvProfile, payment))).toBe(
    text,
  );
});

test('fixed width counts bytes, and every detail is equally long', async () => {
  const bytes = await writeBankPayment(fixedWidthProfile, payment);
  const lines = bytes.toString('latin1').split('\r\n');
  expect(lines.map(({ length }) => length)).toEqual([53, 197, 197, 25, 0]);
  expect(lines[0]).toBe('1B202309             20231010000000020000000000309055');
  expect(lines[3]).toBe('9000000020000000000309055');
});

test('a workbook keeps accounts as text', async () => {
  const cells = await sheetCells(await writeBankPayment(xlsxProfile, payment));
  expect(cells[1]?.[3]).toBe('6222410874469639184');
  expect(cells[2]?.[3]).toBe('0006222000000000002');
  expect(cells[3]).toEqual(['合计', '2', '3090.55']);
});

test('a workbook does not tell when it was written', async () => {
  const bytes = await writeBankPayment(xlsxProfile, payment);
  // The time and day of the first entry of the ZIP: 1980-01-01 00:00.
  expect(bytes.readUInt32LE(10)).toBe(0x0021_0000);
});

test.each<[string, Partial<PaymentFile['lines'][number]>, number, number]>([
  ['name', { name: '名'.repeat(31) }, 2, 4],
  ['account', { account: '6'.repeat(33) }, 2, 5],
  ['summary', { summary: '补'.repeat(31) }, 2, 7],
])('a %s that does not fit is never shortened', async (_, change, at, column) => {
  const [first] = payment.lines;
  if (!first) throw new Error('the example has lost its lines');
  const file = { ...payment, lines: [{ ...first, ...change }] };
  await expect(writeBankPayment(fixedWidthProfile, file)).rejects.toMatchObject({ row: at, column });
});

const gb = (...lines: string[]) => iconv.encode(lines.map((line) => `${line}\r\n`).join(''), 'gb18030');
const titles = '序号,企业流水号,金额,交易状态,失败原因,银行流水号,入账日期';

test('other codes of a bank, thousands, quotes and missing decimals are understood', async () => {
  const bytes = gb(
    titles,
    '1,P0000000000000000001,"3,090.50",交易成功,,"K""1",20231011',
    '2,P0000000000000000002,7,交易失败,"销户,请核对",,00000000',
  );
  expect(Buffer.from(await readBankReturn(gb18030CsvProfile, bytes, context)).toString()).toBe(
    [
      'H,xibu-bank-return/1,B202309,2023-10-12,2',
      'D,1,P0000000000000000001,3090.50,S,,K 1,2023-10-11',
      'D,2,P0000000000000000002,7.00,F,销户 请核对,,',
      'T,1,3090.50,1,7.00',
      '',
    ].join('\n'),
  );
});

test('numbers and dates in a workbook are understood', async () => {
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet('x');
  page.addRow(titles.split(','));
  page.addRow([
    1,
    'P0000000000000000001',
    3090.5,
    '成功',
    null,
    { richText: [{ text: 'K' }, { text: '1' }] },
    new Date('2023-10-11T00:00:00Z'),
  ]);
  page.addRow([2, 'P0000000000000000002', { formula: '1+1', result: 2 }, '处理中']);
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  expect(Buffer.from(await readBankReturn(xlsxProfile, bytes, context)).toString()).toContain(
    'D,1,P0000000000000000001,3090.50,S,,K1,2023-10-11\nD,2,P0000000000000000002,2.00,P,,,\n',
  );
});

test('wrong totals of a bank are carried over, so that the rules find them', async () => {
  const wrong = { ...answer, count: 9n, totals: { ...answer.totals, failedFen: 1n } };
  const neutral = await readBankReturn(fixedWidthProfile, await writeBankReturn(fixedWidthProfile, wrong), context);
  expect(Buffer.from(neutral)).toEqual(writeReturnFile(wrong));
});

test.each<[string, Buffer, number, number]>([
  ['another heading', gb(titles.replace('金额', '钱')), 1, 3],
  ['no heading', Buffer.from(''), 1, 1],
  ['a column too few', gb(titles, '1,P1,1.00,成功,,'), 2, 7],
  ['a column too many', gb(titles, '1,P1,1.00,成功,,,,'), 2, 8],
  ['an unknown code', gb(titles, '1,P1,1.00,好,,,'), 2, 4],
  ['an amount that is none', gb(titles, '1,P1,1.005,成功,,,'), 2, 3],
  ['an amount below nothing', gb(titles, '1,P1,-1.00,成功,,,'), 2, 3],
  ['a date that does not exist', gb(titles, '1,P1,1.00,成功,,,20230229'), 2, 7],
  ['bytes of another encoding', Buffer.concat([gb(titles), Buffer.from([0x31, 0xff, 0xff, 0x0a])]), 2, 1],
])('refuses a return file with %s, by its own rows and columns', async (_, bytes, at, column) => {
  const refused = readBankReturn(gb18030CsvProfile, bytes, context);
  await expect(refused).rejects.toBeInstanceOf(BankFileFault);
  await expect(refused).rejects.toMatchObject({ row: at, column });
});

test.each<[string, (text: string) => string, number, number]>([
  ['a line that ends early', (text) => text.replace(/20231011\r\n/, '2023\r\n'), 2, 8],
  ['a line that goes on', (text) => text.replace('20231012', '202310120'), 1, 5],
  ['another kind of record', (text) => text.replace('\n2', '\n3'), 2, 1],
  ['an amount that is none', (text) => text.replace('0000000000309050', '00000000003090.5'), 2, 4],
  ['a count that is none', (text) => text.replace('00000004', '0000000x'), 1, 4],
])('refuses fixed width with %s', async (_, change, at, column) => {
  const bytes = Buffer.from(change((await writeBankReturn(fixedWidthProfile, answer)).toString('latin1')), 'latin1');
  await expect(readBankReturn(fixedWidthProfile, bytes, context)).rejects.toMatchObject({ row: at, column });
});

test('bytes that are no workbook are refused', async () => {
  await expect(readBankReturn(xlsxProfile, Buffer.from('nothing'), context)).rejects.toBeInstanceOf(BankFileFault);
});

test('a payment file whose totals are not those of its lines is not read back', async () => {
  const text = iconv
    .decode(await writeBankPayment(gb18030CsvProfile, payment), 'gb18030')
    .replace('3090.55', '3090.56');
  await expect(readBankPayment(gb18030CsvProfile, iconv.encode(text, 'gb18030'), context)).rejects.toThrow(
    'count and total',
  );
});

test('a file that says no date needs one', async () => {
  await expect(readBankReturn(gb18030CsvProfile, gb(titles), { batch: 'B', date: '' })).rejects.toThrow(
    'is not a date',
  );
});

test.each(others)('%s: every problem of a profile is found before it is used', (_, profile) => {
  const [, ...fewer] = profile.returns.detail.filter((column) => !('field' in column) || column.field !== 'status');
  const wrong: BankProfile = {
    ...profile,
    shape: { kind: 'fixed', encoding: 'gb18030', lineEnd: '\n' },
    payment: {
      ...profile.payment,
      titles: true,
      detail: [...profile.payment.detail, { title: '金额二', field: 'amount', width: 5 }],
    },
    returns: { ...profile.returns, detail: [...fewer, { title: '空', constant: 'x' }] },
    codes: { S: [], F: ['1', '2'], R: ['2'], P: [] },
  };
  const found = new Set(profileProblems(wrong).map(({ code, where }) => `${code} ${where}`));
  for (const expected of [
    'field-missing status',
    'field-twice amount',
    'amount-without-unit 金额二',
    'width-missing 空',
    'titles-in-fixed-width fixed',
    'code-missing S',
    'code-twice 2',
  ]) {
    expect(found).toContain(expected);
  }
});
