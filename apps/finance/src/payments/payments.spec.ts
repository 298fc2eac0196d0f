import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type {
  BatchView,
  ExceptionView,
  OfficeMonthView,
  PaymentLineRow,
  PreparedBatch,
  ReconciliationBoard,
  RunView,
} from '@xibu/domain/finance/api';
import { PaymentAccepted, PaymentReturned } from '@xibu/domain/finance/events';
import type { Page } from '@xibu/platform';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import { monthFigures } from '../bank-files/month-close.js';
import { readPaymentFile } from '../bank-files/read-payment-file.js';
import { answered } from '../bank-returns/sample-answer.js';
import type { SampleVolunteer } from '../sample-year.js';
import { FinanceTest } from '../testing-finance.js';

const county = 152201;
let finance: FinanceTest;
/** In the order of their numbers: three with cards, one on hold, one without a card. */
let people: SampleVolunteer[];
let batch: BatchView;
let bytes: Buffer;

const officer = () => finance.actor('county.finance-officer', county);
const second = () => finance.actor('county.finance-approver', county);
const one = (index: number): SampleVolunteer => people[index] as SampleVolunteer;

beforeAll(async () => {
  finance = await FinanceTest.start('2023-09-01T09:00:00+08:00');
  people = await finance.volunteers(county, 5);
  await finance.terms(people);
  await finance.cards(people.slice(0, 4));
  const hold = { accountId: one(3).accountId, reason: '身份核实中' };
  await finance.ok('POST', '/payment-holds', hold, finance.actor('county.officer', county));
  await finance.moveTo('2023-09-05T09:00:00+08:00');
  await finance.release(county, '2023-08');
});
afterAll(() => finance.stop());

const lines = async (query = ''): Promise<PaymentLineRow[]> =>
  (await finance.ok<Page<PaymentLineRow>>('GET', `/payments?${query}`, null, officer())).rows as PaymentLineRow[];
const board = async (month: string): Promise<OfficeMonthView> => {
  const { offices } = await finance.ok<ReconciliationBoard>('GET', `/months/${month}/reconciliation`, null, officer());
  return offices[0] as OfficeMonthView;
};

const figure = ({ rows }: OfficeMonthView, name: (typeof monthFigures)[number]) =>
  Object.fromEntries(rows.map((row) => [row.source, row[name]]));

test('a batch holds what can be paid, in the order of references, and says what it leaves and why', async () => {
  const request = { county, month: '2023-08', profile: 'neutral' };
  expect(await finance.refused('POST', '/batches', { ...request, profile: 'none' }, officer())).toBe(
    'batch.profile-unknown',
  );
  const { batch: prepared, left } = await finance.ok<PreparedBatch>('POST', '/batches', request, officer());
  expect(prepared).toMatchObject({ number: '152201-202308-01', lines: 3, totalFen: 714_000, status: 'prepared' });
  expect(left).toEqual([]);
  expect((await lines('state=not-payable')).map(({ accountId }) => accountId)).toEqual([
    one(3).accountId,
    one(4).accountId,
  ]);
  expect(await finance.refused('POST', '/batches', request, officer())).toBe('batch.nothing-to-pay');
  // A batch that is thrown away leaves its lines waiting, and its number unused.
  await finance.ok('POST', `/batches/${prepared.id}/discard`, { reason: '换银行' }, officer());
  batch = (await finance.ok<PreparedBatch>('POST', '/batches', request, officer())).batch;
  expect(batch).toMatchObject({ number: '152201-202308-02', lines: 3, totalFen: 714_000 });
});

test('a second person lets the money go; then the file is handed out once, and the same bytes for ever', async () => {
  const path = `/batches/${batch.id}`;
  expect(await finance.refused('POST', `${path}/release`, {}, officer())).toBe('four-eyes.same-person');
  expect(await finance.refused('POST', `${path}/export`, {}, officer())).toBe('batch.wrong-step');
  expect(await finance.refused('GET', `${path}/file`, null, officer())).toBe('batch.not-exported');
  await finance.ok('POST', `${path}/release`, {}, second());
  expect(await finance.refused('POST', `${path}/discard`, { reason: '错' }, officer())).toBe('batch.wrong-step');
  batch = await finance.ok<BatchView>('POST', `${path}/export`, {}, officer());
  expect(await finance.refused('POST', `${path}/export`, {}, officer())).toBe('batch.exported');
  bytes = await finance.file(`${path}/file`, officer());
  expect(await finance.file(`${path}/file`, second())).toEqual(bytes);
  expect(readPaymentFile(bytes).lines.map(({ reference, name }) => `${reference} ${name}`)).toEqual(
    [0, 1, 2].map((index) => `P202308152201000000${index + 1} ${one(index).name}`),
  );
  expect(await finance.run(county, '2023-08')).toMatchObject({ status: 'sent' });
});

test.each([
  ['garbage', () => Buffer.from('nothing\n'), 'return-file.bad-format'],
  [
    'the file of another batch',
    () =>
      Buffer.from(
        answered(bytes, [[1, 'S']])
          .toString()
          .replace('202308-02', '202308-99'),
      ),
    'return-file.wrong-batch',
  ],
  [
    'wrong totals',
    () =>
      Buffer.from(
        answered(bytes, [[1, 'S']])
          .toString()
          .replace('T,1,2380.00', 'T,1,2380.01'),
      ),
    'return-file.totals-differ',
  ],
])('%s is refused as a whole, and changes nothing', async (_, made, code) => {
  const answer = await finance.take(batch, 'bad.csv', made());
  expect(answer).toMatchObject({ status: 422, body: { code } });
  expect((await lines('state=pending')).length).toBe(3);
});

test('rows are taken in one by one; what fits nothing becomes an exception, and a repeated file is no error', async () => {
  const file = answered(bytes, [
    [1, 'S'],
    [2, 'F', { reason: '账号与户名不符' }],
    [3, 'P'],
    [3, 'S', { fen: 1n }],
    [9, 'S', { reference: 'P0000000000000000009', fen: 5n }],
  ]);
  expect((await finance.take(batch, 'r1.csv', file)).body).toMatchObject({
    ...{ result: 'taken', accepted: 1, returned: 1, file: { rows: 5, steps: 3, exceptions: 2, repeated: 0 } },
    notes: [
      { row: 5, code: 'amount-differs', reference: 'P2023081522010000003' },
      { row: 6, code: 'unknown-reference', reference: 'P0000000000000000009' },
    ],
  });
  expect((await finance.take(batch, 'r1 again.csv', file)).body).toMatchObject({ result: 'repeated-file' });
  expect((await lines()).map(({ state, reason }) => `${state} ${reason}`.trim())).toEqual([
    ...['accepted', 'returned 账号与户名不符', 'pending', 'not-payable', 'not-payable'],
  ]);
  const [accepted] = await finance.facts(PaymentAccepted.type);
  expect(accepted).toMatchObject({
    key: 'P2023081522010000001',
    data: { accountId: one(0).accountId, valueDate: '2023-09-06' },
  });
  expectShape(sampleOf(PaymentAccepted), accepted?.data);
  const [returned] = await finance.facts(PaymentReturned.type);
  expectShape(sampleOf(PaymentReturned), returned?.data);
});

test('what came back is paid again by a new line, on another card or on the word of the office', async () => {
  const request = { county, month: '2023-08', profile: 'csv-gb18030' };
  // The card has not changed, and nobody has said that it was right.
  expect(await finance.refused('POST', '/batches', request, officer())).toBe('batch.nothing-to-pay');
  await finance.card(one(1), 22);
  const tried = await finance.call<{ detail: string }>('POST', '/batches', request, officer());
  // A changed card waits for some days, so that whoever it was taken from can object.
  expect(tried).toMatchObject({ status: 409, body: { code: 'batch.nothing-to-pay' } });
  await finance.moveTo('2023-09-08T09:00:00+08:00');
  const [hold] = (await finance.ok<Page<{ id: string }>>('GET', '/payment-holds', null, officer())).rows;
  const lift = (actor: ReturnType<typeof officer>) =>
    finance.refused('POST', `/payment-holds/${hold?.id}/lift`, { reason: '已核实' }, actor);
  expect(await lift(finance.actor('county.officer', county))).toBe('permission.missing');
  expect(await lift(finance.actor('county.approver', county))).toBe('answered 200');
  const sent = await finance.send(county, '2023-08', 'csv-gb18030');
  expect(sent.batch).toMatchObject({ number: '152201-202308-03', lines: 2 });
  const again = await lines('state=pending');
  expect(again.map(({ reference, replaces, accountId }) => [reference, replaces, accountId])).toEqual([
    ['P2023081522010000003', null, one(2).accountId],
    ['P2023081522010000006', 'P2023081522010000002', one(1).accountId],
    ['P2023081522010000007', 'P2023081522010000004', one(3).accountId],
  ]);
  expect(await finance.refused('POST', '/payments/P2023081522010000002/retry', { reason: '再试' }, officer())).toBe(
    'payment.replaced',
  );
  expect(await finance.refused('POST', '/payments/P2023081522010000001/retry', { reason: '再试' }, officer())).toBe(
    'payment.not-returned',
  );
});

test('every fen is accounted for by office and source, and a month with anything open does not close', async () => {
  const books = await board('2023-08');
  expect(books.obstacles).toMatchObject({ broken: [], pending: 3, waiting: 0, unreplaced: [], openExceptions: 4 });
  const [computed, notYetPayable] = [
    { central: 881_480, county: 308_520 },
    { central: 176_296, county: 61_704 },
  ];
  expect(figure(books, 'computed')).toEqual(computed);
  expect(figure(books, 'approved')).toEqual(computed);
  expect(figure(books, 'notYetPayable')).toEqual(notYetPayable);
  // Somebody's returned line stands in the files a second time; another one's is not in them yet.
  expect(figure(books, 'inFile')).toEqual(computed);
  expect(figure(books, 'repeatedInFile')).toEqual(notYetPayable);
  expect(await finance.refused('POST', '/month-closes', { county, month: '2023-08' }, officer())).toBe(
    'month.not-closable',
  );
});

test('an exception is settled by two people with a reason, and never by itself', async () => {
  const { rows } = await finance.ok<Page<ExceptionView>>('GET', '/exceptions?month=2023-08', null, officer());
  expect(rows.map(({ code, owner }) => `${code} ${owner}`).sort()).toEqual([
    ...[
      'amount-differs county:152201',
      'hold county:152201',
      'no-card county:152201',
      'unknown-reference county:152201',
    ],
  ]);
  const ids = rows.map(({ id }) => id);
  const all = (code: string) => ids.map((id) => ({ id, done: false, code }));
  expect(await finance.ok('POST', '/exceptions/bulk-confirm', { ids }, second())).toEqual(all('exception.wrong-step'));
  expect(await finance.ok('POST', '/exceptions/bulk-settle', { ids, reason: ' ' }, officer())).toEqual(
    all('reason.missing'),
  );
  await finance.ok('POST', '/exceptions/bulk-settle', { ids, reason: '已与银行核对' }, officer());
  const same = { ...second(), account: officer().account };
  expect(await finance.ok('POST', '/exceptions/bulk-confirm', { ids }, same)).toEqual(all('four-eyes.same-person'));
  const done = await finance.ok<{ done: boolean }[]>('POST', '/exceptions/bulk-confirm', { ids }, second());
  expect(done.every((outcome) => outcome.done)).toBe(true);
});

test('a month closes when all is paid, by two people, and its run with it', async () => {
  expect((await finance.take(batch, 'r2.csv', answered(bytes, [[3, 'S']], '2023-09-07'))).status).toBe(200);
  const other = (await finance.ok<Page<BatchView>>('GET', '/batches', null, officer())).rows[2] as BatchView;
  // Money cannot come in from a file of a profile that the batch does not have.
  expect((await finance.take(other, 'r3.csv', answered(bytes, [[1, 'S']]))).body).toMatchObject({
    code: 'return-file.bad-format',
  });
  const iconv = (await import('iconv-lite')).default;
  const csv = [
    '序号,企业流水号,金额,交易状态,失败原因,银行流水号,入账日期',
    '1,P2023081522010000006,2380.00,成功,,B6,20230908',
    '2,P2023081522010000007,"2,380.00",交易成功,,B7,20230908',
  ];
  const gb = iconv.encode(csv.map((row) => `${row}\r\n`).join(''), 'gb18030');
  expect((await finance.take(other, '回盘.csv', gb)).body).toMatchObject({ result: 'taken', accepted: 2 });
  expect(await board('2023-08')).toMatchObject({ mayClose: true, obstacles: { pending: 0, openExceptions: 0 } });
  expect(await finance.run(county, '2023-08')).toMatchObject({ status: 'paid' });
  const { closeId } = await finance.ok<OfficeMonthView>(
    'POST',
    '/month-closes',
    { county, month: '2023-08' },
    officer(),
  );
  const confirm = `/month-closes/${closeId}/confirm`;
  expect(await finance.refused('POST', confirm, {}, { ...second(), account: officer().account })).toBe(
    'four-eyes.same-person',
  );
  expect(await finance.ok('POST', confirm, {}, second())).toMatchObject({ status: 'closed' });
  expect(await finance.refused('POST', confirm, {}, second())).toBe('month.closed');
  expect(
    await finance.ok<RunView>('GET', `/subsidy-runs/${(await finance.run(county, '2023-08')).id}`, null, officer()),
  ).toMatchObject({
    status: 'closed',
    payments: [
      { state: 'accepted', lines: 4 },
      { state: 'not-payable', lines: 1 },
      { state: 'replaced', lines: 2 },
    ],
  });
});

test('what comes back after the month was closed is entered in the open one, and the closed books stay as they were', async () => {
  const before = await board('2023-08');
  const late = answered(bytes, [[1, 'R', { reason: '账户已销户' }]], '2023-09-09');
  expect((await finance.take(batch, 'r4.csv', late)).body).toMatchObject({ result: 'taken', returned: 1 });
  expect(await board('2023-08')).toEqual(before);
  const open = await board('2023-09');
  expect(open.obstacles).toMatchObject({ broken: [], unreplaced: ['P2023081522010000001'] });
  expect(open.rows).toMatchObject([
    { source: 'central', approved: 176_296, inFile: 176_296, returned: 176_296, waitingForReplacement: 176_296 },
    { source: 'county', approved: 61_704, inFile: 61_704, returned: 61_704 },
  ]);
  await finance.ok('POST', '/payments/P2023081522010000001/retry', { reason: '银行误退' }, officer());
  // Somebody who had no card in August gets the money now; that stands in the open month as well.
  await finance.card(one(4), 5);
  await finance.send(county, '2023-09');
  const carried = await board('2023-09');
  expect(carried.obstacles).toMatchObject({ broken: [], unreplaced: [], pending: 2 });
  expect(figure(carried, 'approved')).toEqual({ central: 352_592, county: 123_408 });
  expect(figure(carried, 'inFile')).toEqual({ central: 528_888, county: 185_112 });
  expect(figure(carried, 'replaced')).toEqual({ central: 176_296, county: 61_704 });
  expect(await board('2023-08')).toEqual(before);
});

test('the ledger has a posting for every step, and owes what is still to be paid', async () => {
  type Balance = { account: string; fen: number };
  const { rows } = await finance.ok<Page<Balance>>('GET', '/ledger/balances?limit=200', null, officer());
  const sum = (account: string) => rows.filter((row) => row.account === account).reduce((all, { fen }) => all + fen, 0);
  expect(['owed-to-volunteers', 'subsidy-bank', 'owed-to-agency', 'withheld'].map(sum)).toEqual([
    ...[-476_000, -714_000, -480_000, 0],
  ]);
  expect(rows.reduce((all, { fen }) => all + fen, 0)).toBe(0);
  const kinds = await finance.service.query<{ kind: string; book_month: string }>(
    'select kind, book_month from ledger_posting order by kind desc, book_month',
  );
  expect(kinds.map(({ kind, book_month }) => `${kind} ${book_month}`)).toEqual([
    ...['release 2023-08', 'bank-answer 2023-08', 'bank-answer 2023-08', 'bank-answer 2023-08', 'bank-answer 2023-09'],
  ]);
});
