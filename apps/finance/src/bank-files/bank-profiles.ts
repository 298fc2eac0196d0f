import type { BankColumn, BankLayout, BankProfile, PaymentField, ReturnField } from './bank-profile.js';

const nothing: BankLayout<never, never, never> = { header: null, titles: false, detail: [], trailer: null };

/** `xibu-bank/1` itself: what is written is the neutral file, byte for byte. */
export const neutralProfile: BankProfile = {
  id: 'neutral',
  zh: '通用格式',
  en: 'Neutral format',
  shape: { kind: 'neutral' },
  payment: nothing,
  returns: nothing,
  codes: { S: ['S'], F: ['F'], R: ['R'], P: ['P'] },
};

const chineseCodes = { S: ['成功', '交易成功'], F: ['失败', '交易失败'], R: ['退汇'], P: ['处理中', '待处理'] };

const payColumns: readonly BankColumn<PaymentField>[] = [
  { title: '序号', field: 'seq' },
  { title: '企业流水号', field: 'reference' },
  { title: '收款人姓名', field: 'name' },
  { title: '收款人账号', field: 'account' },
  { title: '金额', field: 'amount', amount: 'yuan' },
  { title: '币种', constant: '人民币' },
  { title: '附言', field: 'summary' },
];

const returnColumns: readonly BankColumn<ReturnField>[] = [
  { title: '序号', field: 'seq' },
  { title: '企业流水号', field: 'reference' },
  { title: '金额', field: 'amount', amount: 'yuan' },
  { title: '交易状态', field: 'status' },
  { title: '失败原因', field: 'reason' },
  { title: '银行流水号', field: 'bankReference' },
  { title: '入账日期', field: 'valueDate', date: 'yyyymmdd' },
];

/** Comma-separated with headings in GB18030, CR LF, as agency-pay counters in China commonly take it. */
export const gb18030CsvProfile: BankProfile = {
  id: 'csv-gb18030',
  zh: '代发工资文本（GB18030，逗号分隔）',
  en: 'Agency pay, comma-separated, GB18030',
  shape: { kind: 'csv', encoding: 'gb18030', lineEnd: '\r\n', separator: ',' },
  payment: {
    header: [
      { title: '批次号', field: 'batch' },
      { title: '日期', field: 'date', date: 'yyyymmdd' },
      { title: '笔数', field: 'count' },
      { title: '总金额', field: 'total', amount: 'yuan' },
    ],
    titles: true,
    detail: payColumns,
    trailer: null,
  },
  returns: { header: null, titles: true, detail: returnColumns, trailer: null },
  codes: chineseCodes,
};

/** Fixed width in bytes of GB18030, amounts in fen filled with zeros, result codes of four digits. */
export const fixedWidthProfile: BankProfile = {
  id: 'fixed-gb18030',
  zh: '代发工资定长报文（GB18030）',
  en: 'Agency pay, fixed width, GB18030',
  shape: { kind: 'fixed', encoding: 'gb18030', lineEnd: '\r\n' },
  payment: {
    header: [
      { title: '记录类型', constant: '1', width: 1 },
      { title: '批次号', field: 'batch', width: 20 },
      { title: '日期', field: 'date', date: 'yyyymmdd', width: 8 },
      { title: '笔数', field: 'count', width: 8, align: 'right', fill: '0' },
      { title: '总金额', field: 'total', amount: 'fen', width: 16, align: 'right', fill: '0' },
    ],
    titles: false,
    detail: [
      { title: '记录类型', constant: '2', width: 1 },
      { title: '序号', field: 'seq', width: 8, align: 'right', fill: '0' },
      { title: '企业流水号', field: 'reference', width: 20 },
      { title: '收款人姓名', field: 'name', width: 60 },
      { title: '收款人账号', field: 'account', width: 32 },
      { title: '金额', field: 'amount', amount: 'fen', width: 16, align: 'right', fill: '0' },
      { title: '附言', field: 'summary', width: 60 },
    ],
    trailer: [
      { title: '记录类型', constant: '9', width: 1 },
      { title: '笔数', field: 'count', width: 8, align: 'right', fill: '0' },
      { title: '总金额', field: 'total', amount: 'fen', width: 16, align: 'right', fill: '0' },
    ],
  },
  returns: {
    header: [
      { title: '记录类型', constant: '1', width: 1 },
      { title: '批次号', field: 'batch', width: 20 },
      { title: '日期', field: 'date', date: 'yyyymmdd', width: 8 },
      { title: '笔数', field: 'count', width: 8, align: 'right', fill: '0' },
    ],
    titles: false,
    detail: [
      { title: '记录类型', constant: '2', width: 1 },
      { title: '序号', field: 'seq', width: 8, align: 'right', fill: '0' },
      { title: '企业流水号', field: 'reference', width: 20 },
      { title: '金额', field: 'amount', amount: 'fen', width: 16, align: 'right', fill: '0' },
      { title: '返回码', field: 'status', width: 4 },
      { title: '返回信息', field: 'reason', width: 60 },
      { title: '银行流水号', field: 'bankReference', width: 32 },
      { title: '入账日期', field: 'valueDate', date: 'yyyymmdd', width: 8 },
    ],
    trailer: [
      { title: '记录类型', constant: '9', width: 1 },
      { title: '成功笔数', field: 'acceptedCount', width: 8, align: 'right', fill: '0' },
      { title: '成功金额', field: 'acceptedTotal', amount: 'fen', width: 16, align: 'right', fill: '0' },
      { title: '失败笔数', field: 'failedCount', width: 8, align: 'right', fill: '0' },
      { title: '失败金额', field: 'failedTotal', amount: 'fen', width: 16, align: 'right', fill: '0' },
    ],
  },
  codes: { S: ['0000'], F: ['9001', '9002', '9003', '9999'], R: ['8001'], P: ['1111'] },
};

/** A workbook with headings, every cell as text so that no spreadsheet shortens an account. */
export const xlsxProfile: BankProfile = {
  id: 'xlsx',
  zh: '代发工资表格（Excel）',
  en: 'Agency pay, Excel workbook',
  shape: { kind: 'xlsx', sheet: '代发明细' },
  payment: {
    header: null,
    titles: true,
    detail: [...payColumns, { title: '业务类型', constant: '西部计划志愿者补贴' }],
    trailer: [
      { title: '合计', constant: '合计' },
      { title: '笔数', field: 'count' },
      { title: '总金额', field: 'total', amount: 'yuan' },
    ],
  },
  returns: { header: null, titles: true, detail: returnColumns, trailer: null },
  codes: chineseCodes,
};

export const bankProfiles: readonly BankProfile[] = [neutralProfile, gb18030CsvProfile, fixedWidthProfile, xlsxProfile];
