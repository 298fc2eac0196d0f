import type { BalanceRow, FundRow, PostingRow } from '@xibu/domain/finance/funds-api';
import { sayTerm } from '../office/say-term.js';
import { countyColumn, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { ledgerText } from './ledger.text.js';

const base = '/api/finance';
type Words = (typeof ledgerText)['zh'];

/** 账簿: balances by account and source. */
export const Ledger = workPage<Words, BalanceRow>(ledgerText, (t, { language }) => ({
  title: t.ledger,
  intro: t.ledgerIntro,
  source: { list: `${base}/ledger/balances`, filters: {} },
  columns: [
    column('account', t.account, { sorts: true, value: ({ account }) => sayTerm('accounts', account, language) }),
    countyColumn<BalanceRow>(language),
    column('project', usualText[language].project, { value: ({ project }) => usualText[language].projects[project] }),
    column('source', t.source, { sorts: true, value: ({ source }) => sayTerm('sources', source, language) }),
    column('budgetYear', t.year),
    column('purpose', t.purpose, { value: ({ purpose }) => t.purposes[purpose] }),
    column('fen', t.balance, { kind: 'money', sorts: true }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ account }) => account,
  empty: t.ledgerNone,
  exports: `${base}/ledger/balances`,
}));

/** 记账凭证, the newest first. */
export const Postings = workPage<Words, PostingRow>(ledgerText, (t, { language }) => ({
  title: t.postings,
  source: { list: `${base}/ledger/postings`, filters: {} },
  columns: [
    column('words', t.words, { kind: 'name' }),
    column('kind', t.kind, { value: ({ kind }) => sayTerm('postings', kind, language) }),
    countyColumn<PostingRow>(language),
    column('month', usualText[language].month, { kind: 'month', sorts: true }),
    column('postedAt', t.at, { kind: 'instant', sorts: true }),
    column('debitFen', t.debit, { kind: 'money', sorts: true }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ words }) => words,
  sort: '-postedAt',
  empty: t.ledgerNone,
  exports: `${base}/ledger/postings`,
}));

/** 资金到位与执行: what arrived, what is used, how long it reaches. */
export const Funds = workPage<Words, FundRow>(ledgerText, (t, { language }) => ({
  title: t.funds,
  source: { list: `${base}/funds`, filters: {} },
  columns: [
    countyColumn<FundRow>(language),
    column('project', usualText[language].project, { value: ({ project }) => usualText[language].projects[project] }),
    column('source', t.source, { sorts: true, value: ({ source }) => sayTerm('sources', source, language) }),
    column('purpose', t.purpose, { value: ({ purpose }) => t.purposes[purpose] }),
    column('arrivedFen', t.arrived, { kind: 'money', sorts: true }),
    column('committedFen', t.committed, { kind: 'money', sorts: true }),
    column('leftFen', t.left, { kind: 'money' }),
    column('monthsLeft', t.months, { kind: 'count' }),
    column('state', usualText[language].status, {
      kind: 'state',
      state: ({ state }) => stateOf(t.fundStates, { enough: 'ok', short: 'warn', overspent: 'bad' })(state),
    }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ source }) => source,
  empty: t.fundsNone,
}));
