import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type {
  ArrivalView,
  BalanceRow,
  FundRow,
  PostingRow,
  PostingView,
  RecordArrivalRequest,
  RecordSpendingRequest,
} from '@xibu/domain/finance/api';
import type { Page } from '@xibu/platform';
import { actorOf, as } from '@xibu/platform/testing';
import { FinanceTest } from '../testing-finance.js';
import { post } from './post.js';
import { movement } from './posting.rules.js';

const county = 152201;
let finance: FinanceTest;
const officer = () => finance.actor('county.finance-officer', county);
const arrival = (changes: Partial<RecordArrivalRequest> = {}): RecordArrivalRequest => ({
  ...{ county, project: 'national', source: 'central', budgetYear: 2023, purpose: 'subsidy', fen: 1_000_000 },
  ...{ arrivedOn: '2023-08-20', documentNumber: '内财〔2023〕9号', ...changes },
});
const spending: RecordSpendingRequest = {
  ...{
    county,
    project: 'national',
    source: 'central',
    budgetYear: 2023,
    purpose: 'subsidy',
    account: 'commercial-insurance',
  },
  ...{ fen: 20_000, spentOn: '2023-08-25', documentNumber: '付字1号', words: '商业保险费' },
};

beforeAll(async () => {
  finance = await FinanceTest.start('2023-09-01T09:00:00+08:00');
});
afterAll(() => finance.stop());

test('money of each source arrives once, and is posted', async () => {
  await finance.ok('POST', '/fund-arrivals', arrival(), officer());
  expect(await finance.refused('POST', '/fund-arrivals', arrival(), officer())).toBe('fund.recorded');
  expect(await finance.refused('POST', '/fund-arrivals', arrival({ county: 152221 }), officer())).toBe(
    'finance.foreign-place',
  );
  expect(await finance.refused('POST', '/fund-arrivals', arrival({ arrivedOn: '2023-09-02' }), officer())).toBe(
    'fund.in-the-future',
  );
  const rows = [arrival({ source: 'county', fen: 400_000 }), arrival({ county: 152221 }), arrival()];
  const outcomes = await finance.ok(
    'POST',
    '/fund-arrivals/bulk',
    { rows },
    finance.actor('region.finance-officer', 150000),
  );
  expect(outcomes).toMatchObject([{ done: true }, { done: true }, { done: false, code: 'fund.recorded' }]);
});

test('a wrong arrival is reversed by another person, and both stay in the ledger', async () => {
  const wrong = await finance.ok<ArrivalView>(
    'POST',
    '/fund-arrivals',
    arrival({ documentNumber: '误', fen: 7 }),
    officer(),
  );
  const path = `/fund-arrivals/${wrong.id}/reverse`;
  expect(await finance.refused('POST', path, { reason: '误登' }, officer())).toBe('four-eyes.same-person');
  await finance.ok('POST', path, { reason: '误登' }, finance.actor('county.finance-approver', county));
  const postings = await finance.ok<Page<PostingRow>>('GET', '/ledger/postings', null, officer());
  expect(
    // Both happened at the same instant of the virtual clock: their order says nothing.
    postings.rows
      .filter(({ subject }) => subject === wrong.id)
      .map(({ kind, debitFen }) => [kind, debitFen])
      .sort(),
  ).toEqual([
    ['arrival', 7],
    ['arrival-reversed', 7],
  ]);
});

test('subsidy money pays for insurance, and for no office costs', async () => {
  await finance.ok('POST', '/fund-spendings', spending, officer());
  const office = { ...spending, account: 'training-costs', words: '培训' } as const;
  expect(await finance.refused('POST', '/fund-spendings', office, officer())).toBe('ledger.earmarked');
  expect(await finance.refused('POST', '/fund-spendings', { ...spending, purpose: 'office' }, officer())).toBe(
    'ledger.earmarked',
  );
  await finance.ok('POST', '/fund-spendings', { ...office, purpose: 'office' }, officer());
});

test('execution and sufficiency are read off the ledger, source by source', async () => {
  const people = await finance.volunteers(county, 2);
  await finance.terms(people);
  await finance.cards(people);
  await finance.moveTo('2023-09-05T09:00:00+08:00');
  await finance.release(county, '2023-08');
  const page = await finance.ok<Page<FundRow>>('GET', '/funds?purpose=subsidy&sort=source', null, officer());
  // Two people: 200,000 central and 70,000 county each, 64,000 employer's part each from the county.
  expect(
    page.rows.map(({ source, arrivedFen, committedFen, paidFen, leftFen, lastMonthFen, monthsLeft, state }) => ({
      source,
      arrivedFen,
      committedFen,
      paidFen,
      leftFen,
      lastMonthFen,
      monthsLeft,
      state,
    })),
  ).toEqual([
    {
      source: 'central',
      arrivedFen: 1_000_000,
      committedFen: 420_000,
      paidFen: 20_000,
      leftFen: 580_000,
      lastMonthFen: 400_000,
      monthsLeft: 1,
      state: 'short',
    },
    {
      source: 'county',
      arrivedFen: 400_000,
      committedFen: 268_000,
      paidFen: 0,
      leftFen: 132_000,
      lastMonthFen: 268_000,
      monthsLeft: 0,
      state: 'short',
    },
  ]);
});

test('the books balance, and every posting opens', async () => {
  const balances = await finance.ok<Page<BalanceRow>>('GET', '/ledger/balances?limit=200', null, officer());
  expect(balances.rows.reduce((sum, { fen }) => sum + fen, 0)).toBe(0);
  const { rows } = await finance.ok<Page<PostingRow>>('GET', '/ledger/postings?month=2023-08', null, officer());
  const release = rows.find(({ kind }) => kind === 'release');
  const posting = await finance.ok<PostingView>('GET', `/ledger/postings/${release?.id}`, null, officer());
  expect(posting.entries.reduce((sum, { fen }) => sum + fen, 0)).toBe(0);
  expect(new Set(posting.entries.map(({ budgetYear }) => budgetYear))).toEqual(new Set([2023]));
  expect(
    await finance.refused(
      'GET',
      `/ledger/postings/${release?.id}`,
      null,
      finance.actor('county.finance-officer', 152221),
    ),
  ).toBe('record.unknown');
});

const fund = { county: '152201', project: 'national', source: 'central', budgetYear: 2023 };

test('the ledger only grows', async () => {
  for (const table of ['ledger_posting', 'ledger_entry']) {
    await expect(finance.service.query(`update ${table} set division = 1`)).rejects.toThrow('append-only');
    await expect(finance.service.query(`delete from ${table}`)).rejects.toThrow('append-only');
  }
});

test('PostgreSQL refuses what does not sum to zero, by fund and by purpose, when the transaction ends', async () => {
  const insert = (entries: string) =>
    finance.react(async (tx) => {
      const id = '01890000-0000-7000-8000-00000000ffff';
      await tx.query(
        `insert into ledger_posting values ($1, 'spending', 'x', 152201, '2023-09', now(), 'test', 'test')`,
        [id],
      );
      await tx.query(
        `insert into ledger_entry (posting_id, division, account, purpose, county, project, source, budget_year, fen) values ${entries.replaceAll('$id', `'${id}'`)}`,
      );
    });
  const row = (account: string, purpose: string, source: string, fen: number) =>
    `($id, 152201, '${account}', '${purpose}', 152201, 'national', '${source}', 2023, ${fen})`;
  await expect(insert(row('subsidy-bank', 'subsidy', 'central', 5))).rejects.toThrow('does not sum to zero');
  await expect(
    insert(`${row('subsidy-bank', 'subsidy', 'central', 5)}, ${row('subsidy-grant', 'subsidy', 'county', -5)}`),
  ).rejects.toThrow('does not sum to zero');
  await expect(
    insert(`${row('training-costs', 'office', 'central', 5)}, ${row('subsidy-bank', 'subsidy', 'central', -5)}`),
  ).rejects.toThrow('does not sum to zero');
});

test('what a posting is for happens once', async () => {
  const twice = () =>
    finance.react((tx) =>
      post(
        tx,
        { kind: 'spending', subject: 'once', division: county, bookMonth: '2023-09', words: 'x' },
        movement(fund, 'commercial-insurance', 'subsidy-bank', 5),
        { account: 'test' },
        new Date('2023-09-05T00:00:00Z'),
      ),
    );
  await twice();
  await expect(twice()).rejects.toThrow('ledger_posting_kind_subject_key');
});

test('a county neither sees nor writes another’s books, whatever the code above forgets', async () => {
  const stranger = actorOf('county.finance-officer', { division: 152221 });
  const entries = movement({ ...fund, county: '152221' }, 'commercial-insurance', 'subsidy-bank', 5);
  const of = { kind: 'spending', subject: 'foreign', division: county, bookMonth: '2023-09', words: 'x' } as const;
  const work = () =>
    finance.database.transaction((tx) => post(tx, of, entries, stranger, new Date('2023-09-05T00:00:00Z')));
  await expect(as(stranger, work)).rejects.toThrow(/row-level security/);
  const seen = await as(stranger, () =>
    finance.database.transaction((tx) => tx.query('select from ledger_entry where division = 152201')),
  );
  expect(seen).toEqual([]);
});
