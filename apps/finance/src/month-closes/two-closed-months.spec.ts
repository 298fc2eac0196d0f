import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BatchView, OfficeMonthView, PaymentLineRow, ReconciliationBoard } from '@xibu/domain/finance/api';
import type { Page } from '@xibu/platform';
import { answered } from '../bank-returns/sample-answer.js';
import type { SampleVolunteer } from '../sample-year.js';
import { FinanceTest } from '../testing-finance.js';

/** August and September are closed when the bank sends money of August back; October has to account for it. */
const county = 152201;
let finance: FinanceTest;
let people: SampleVolunteer[];
let august: { batch: BatchView; bytes: Buffer };
let before: OfficeMonthView[];
const cashier = () => finance.actor('county.finance-officer', county);
const second = () => finance.actor('county.finance-approver', county);
const first = 'P2023081522010000001';

const board = async (month: string): Promise<OfficeMonthView> => {
  const { offices } = await finance.ok<ReconciliationBoard>('GET', `/months/${month}/reconciliation`, null, cashier());
  return offices[0] as OfficeMonthView;
};

async function close(month: string): Promise<OfficeMonthView> {
  const { closeId } = await finance.ok<OfficeMonthView>('POST', '/month-closes', { county, month }, cashier());
  return finance.ok('POST', `/month-closes/${closeId}/confirm`, {}, second());
}

/** Pays everything of a file that the bank accepts on a day. */
async function paid(month: string, date: `${number}-${number}-${number}`) {
  const sent = await finance.send(county, month);
  const all = Array.from({ length: sent.batch.lines }, (_, index) => [index + 1, 'S'] as const);
  expect((await finance.take(sent.batch, `${date}.csv`, answered(sent.bytes, all, date))).status).toBe(200);
  return sent;
}

beforeAll(async () => {
  finance = await FinanceTest.start('2023-09-01T09:00:00+08:00');
  people = await finance.volunteers(county, 2);
  await finance.terms(people);
  await finance.cards(people);
  await finance.moveTo('2023-09-05T09:00:00+08:00');
  await finance.release(county, '2023-08');
  august = await paid('2023-08', '2023-09-07');
  await close('2023-08');
  await finance.moveTo('2023-10-05T09:00:00+08:00');
  await finance.release(county, '2023-09');
  await paid('2023-09', '2023-10-07');
});
afterAll(() => finance.stop());

test('months close in their order, each by two people (bank-files.md §4)', async () => {
  expect(await board('2023-09')).toMatchObject({ status: 'open', mayClose: true });
  expect(await close('2023-09')).toMatchObject({ status: 'closed', mayClose: false, obstacles: { broken: [] } });
  before = [await board('2023-08'), await board('2023-09')];
});

test('money that comes back late is entered in the first open month, and neither closed one changes (bank-files.md §4)', async () => {
  const late = answered(august.bytes, [[1, 'R', { reason: '账户已销户' }]], '2023-10-09');
  expect((await finance.take(august.batch, 'late.csv', late)).body).toMatchObject({ result: 'taken', returned: 1 });
  expect([await board('2023-08'), await board('2023-09')]).toEqual(before);
  expect((await board('2023-10')).obstacles).toMatchObject({ broken: [], unreplaced: [first], runOpen: true });
  const postings = await finance.service.query(
    `select p.book_month, e.account, e.budget_year, sum(e.fen)::int fen from ledger_posting p join ledger_entry e on e.posting_id = p.id
     where p.kind = 'bank-answer' and p.words like '%late.csv' group by 1, 2, 3 order by 2`,
  );
  expect(postings).toEqual([
    { book_month: '2023-10', account: 'owed-to-volunteers', budget_year: 2023, fen: -238_000 },
    { book_month: '2023-10', account: 'subsidy-bank', budget_year: 2023, fen: 238_000 },
  ]);
});

test('the same row again is noted and moves nothing; accepted after it came back is nobody’s step (bank-files.md §3)', async () => {
  const again = answered(
    august.bytes,
    [
      [1, 'R'],
      [1, 'S'],
    ],
    '2023-10-10',
  );
  expect((await finance.take(august.batch, 'again.csv', again)).body).toMatchObject({
    ...{ result: 'taken', accepted: 0, returned: 0 },
    notes: [
      { row: 2, code: 'repeated-row', reference: first },
      { row: 3, code: 'conflict', reference: first },
    ],
  });
  const [exception] = await finance.service.query('select month, code, owner, state from pay_exception');
  expect(exception).toEqual({ month: '2023-10', code: 'conflict', owner: 'county:152201', state: 'open' });
});

test('it is paid again on the word of the office, by a line of its own, in the books of the open month', async () => {
  await finance.moveTo('2023-11-05T09:00:00+08:00');
  await finance.release(county, '2023-10');
  expect(await finance.refused('POST', '/month-closes', { county, month: '2023-10' }, cashier())).toBe(
    'month.not-closable',
  );
  await finance.ok('POST', `/payments/${first}/retry`, { reason: '银行误退' }, cashier());
  // Nobody stands twice in one file: the older line goes first, October's follows in a file of its own.
  expect((await paid('2023-10', '2023-11-07')).batch.lines).toBe(2);
  expect((await paid('2023-10', '2023-11-08')).batch.lines).toBe(1);
  const { rows } = await finance.ok<Page<PaymentLineRow>>('GET', '/payments?limit=50', null, cashier());
  expect(rows.filter(({ replaces }) => replaces !== null)).toMatchObject([
    { reference: 'P2023081522010000003', replaces: first, state: 'accepted', month: '2023-08' },
  ]);
});

test('the open month closes once the exception is settled too, and owes nobody anything (bank-files.md §4)', async () => {
  const [row] = await finance.service.query<{ id: string }>('select id from pay_exception');
  const ids = [row?.id];
  expect((await board('2023-10')).obstacles).toMatchObject({
    pending: 0,
    waiting: 0,
    unreplaced: [],
    openExceptions: 1,
  });
  await finance.ok('POST', '/exceptions/bulk-settle', { ids, reason: '银行重复发送' }, cashier());
  await finance.ok('POST', '/exceptions/bulk-confirm', { ids }, second());
  expect(await close('2023-10')).toMatchObject({ status: 'closed' });
  const owed = await finance.service.query(
    `select sum(fen)::int fen from ledger_entry where account = 'owed-to-volunteers'`,
  );
  expect(owed).toEqual([{ fen: 0 }]);
  expect([await board('2023-08'), await board('2023-09')]).toEqual(before);
});
