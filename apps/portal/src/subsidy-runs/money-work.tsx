import { may } from '@xibu/domain/access';
import { addMonths, dateOf, monthOf } from '@xibu/domain/dates';
import type { AttendancePerson, AttendanceRow } from '@xibu/domain/finance/attendance-api';
import { type GapView, gapKinds } from '@xibu/domain/finance/coverage-api';
import type { BalanceRow, FundRow, PostingRow } from '@xibu/domain/finance/funds-api';
import type { BatchRow } from '@xibu/domain/finance/payments-api';
import type { ExceptionView } from '@xibu/domain/finance/runs-api';
import { countyColumn, optionsOf, reasonField, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { financeText } from './finance.text.js';

const base = '/api/finance';
type Words = (typeof financeText)['zh'];

/** 银行文件: prepared by one, released by another, answered by the bank. */
export const Batches = workPage<Words, BatchRow>(financeText, (t, { actor, language }) => ({
  title: t.batches,
  intro: t.batchesIntro,
  source: { list: `${base}/batches`, filters: {} },
  columns: [
    column('number', t.number, { sorts: true, to: ({ id }) => `/office/batches/${id}` }),
    countyColumn<BatchRow>(language),
    column('month', usualText[language].month, { sorts: true }),
    column('date', t.date, { kind: 'date', sorts: true }),
    column('lines', t.count, { kind: 'count' }),
    column('totalFen', t.total, { kind: 'money', sorts: true }),
    column('status', usualText[language].status, {
      kind: 'state',
      state: ({ status }) => stateOf(t.batchStatuses, { prepared: 'act', released: 'ok' })(status),
    }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ number }) => number,
  tools: may(actor, 'batch.prepare')
    ? [
        {
          ...{ key: 'prepare', label: t.prepare, question: t.prepareQuestion, done: t.prepared },
          fields: [
            { key: 'month', label: usualText[language].month, kind: 'month' },
            { key: 'profile', label: t.profile, kind: 'text', maxLength: 40 },
          ],
          ...{ path: () => `${base}/batches`, body: (values) => ({ county: actor.divisions?.from, ...values }) },
        },
      ]
    : [],
  empty: t.batchesNone,
}));

/** 账簿: balances by account and source. */
export const Ledger = workPage<Words, BalanceRow>(financeText, (t, { language }) => ({
  title: t.ledger,
  intro: t.ledgerIntro,
  source: { list: `${base}/ledger/balances`, filters: {} },
  columns: [
    column('account', t.account, { sorts: true }),
    countyColumn<BalanceRow>(language),
    column('project', usualText[language].project, { value: ({ project }) => usualText[language].projects[project] }),
    column('source', t.source, { sorts: true }),
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
export const Postings = workPage<Words, PostingRow>(financeText, (t, { language }) => ({
  title: t.postings,
  source: { list: `${base}/ledger/postings`, filters: {} },
  columns: [
    column('words', t.words, { kind: 'name' }),
    column('kind', t.kind),
    countyColumn<PostingRow>(language),
    column('month', usualText[language].month, { sorts: true }),
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
export const Funds = workPage<Words, FundRow>(financeText, (t, { language }) => ({
  title: t.funds,
  source: { list: `${base}/funds`, filters: {} },
  columns: [
    countyColumn<FundRow>(language),
    column('project', usualText[language].project, { value: ({ project }) => usualText[language].projects[project] }),
    column('source', t.source, { sorts: true }),
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

/** 保障缺口: days on post without cover, each until it is covered or settled. */
export const Gaps = workPage<Words, GapView>(financeText, (t, { actor, language }) => ({
  title: t.gaps,
  intro: t.gapsIntro,
  source: { list: `${base}/coverage/gaps`, filters: {} },
  columns: [
    column('name', usualText[language].name, { kind: 'name' }),
    column('number', t.number, { sorts: true }),
    countyColumn<GapView>(language),
    column('kind', t.kind, { sorts: true, value: ({ kind }) => t.gapKinds[kind] }),
    column('from', t.from, { kind: 'date', sorts: true }),
    column('to', t.to, { kind: 'date' }),
    column('days', t.days, { kind: 'count', sorts: true }),
    column('state', usualText[language].status, {
      kind: 'state',
      state: ({ state }) => stateOf(t.gapStates, { open: 'bad', covered: 'ok' })(state),
    }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ name, number }) => name ?? number ?? '',
  steps: ({ state }) =>
    state === 'open' && may(actor, 'coverage.settle')
      ? [
          {
            ...{ key: 'settle', label: t.settle, question: t.settleQuestion, done: t.settled },
            fields: [reasonField(language)],
            ...{ path: ({ id }) => `${base}/coverage/gaps/${id}/settle`, body: (values) => values },
          },
        ]
      : [],
  choices: [
    { key: 'kind', label: t.kind, options: optionsOf(t.gapKinds, gapKinds) },
    { key: 'state', label: usualText[language].status, options: optionsOf(t.gapStates) },
  ],
  empty: t.gapsNone,
}));

/** 发放例外: settled with a reason by one, confirmed by another. */
export const Exceptions = workPage<Words, ExceptionView>(financeText, (t, { actor, language }) => ({
  title: t.exceptionList,
  source: { list: `${base}/exceptions`, filters: {} },
  columns: [
    column('name', usualText[language].name, { kind: 'name' }),
    countyColumn<ExceptionView>(language),
    column('month', usualText[language].month, { sorts: true }),
    column('origin', t.origin, { value: ({ origin }) => t.origins[origin] }),
    column('detail', t.detail, { kind: 'name' }),
    column('state', usualText[language].status, {
      kind: 'state',
      state: ({ state }) => stateOf(t.exceptionStates, { open: 'bad', proposed: 'act' })(state),
    }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ name, reference }) => name ?? reference ?? '',
  bulk: may(actor, 'exception.settle')
    ? [
        {
          ...{ key: 'settle', label: t.settleMany, question: t.settleManyQuestion, fields: [reasonField(language)] },
          ...{ path: `${base}/exceptions/bulk-settle`, body: (ids, { reason }) => ({ ids, reason }) },
        },
      ]
    : may(actor, 'exception.confirm')
      ? [
          {
            ...{ key: 'confirm', label: t.confirmMany, question: t.confirmManyQuestion },
            ...{ path: `${base}/exceptions/bulk-confirm`, body: (ids) => ({ ids }) },
          },
        ]
      : undefined,
  choices: [
    { key: 'state', label: usualText[language].status, options: optionsOf(t.exceptionStates) },
    { key: 'origin', label: t.origin, options: optionsOf(t.origins) },
  ],
  empty: t.exceptionsNone,
}));

/** 考勤确认 by unit, of the month before the one that runs. */
export const Attendances = workPage<Words, AttendanceRow>(financeText, (t, { actor, language, now }) => {
  const month = lastMonth(now);
  return {
    title: `${t.attendance} ${month}`,
    intro: t.attendanceIntro,
    source: { list: `${base}/attendances`, filters: { month } },
    columns: [
      column('unitName', t.unit, { kind: 'name', value: ({ unitName, unit }) => unitName ?? unit }),
      countyColumn<AttendanceRow>(language),
      column('people', t.people, { ...{ kind: 'count', sorts: true }, to: () => '/office/attendances/people' }),
      column('unpaidDays', t.unpaidDays, { kind: 'count' }),
      column('state', usualText[language].status, {
        kind: 'state',
        state: ({ state }) => stateOf(t.attendanceStates, { confirmed: 'ok', missing: 'act' })(state),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ unitName, unit }) => unitName ?? unit,
    steps: ({ state }) =>
      state === 'missing' && may(actor, 'attendance.confirm')
        ? [
            {
              ...{ key: 'confirm', label: t.confirm, question: t.confirmQuestion(month), done: t.confirmed },
              ...{ path: () => `${base}/attendances`, body: () => ({ month }) },
            },
          ]
        : [],
    choices: [{ key: 'state', label: usualText[language].status, options: optionsOf(t.attendanceStates) }],
    empty: t.attendanceNone,
  };
});

/** Everybody on post in that month, as the unit confirms them. */
export const AttendancePeople = workPage<Words, AttendancePerson>(financeText, (t, { language, now }) => ({
  title: `${t.serves} ${lastMonth(now)}`,
  source: { list: `${base}/attendances/people`, filters: { month: lastMonth(now) } },
  columns: [
    column('name', usualText[language].name, { kind: 'name', sorts: true }),
    column('number', t.number, { sorts: true }),
    column('unit', t.unit, { sorts: true }),
    column('from', t.from, { kind: 'date' }),
    column('to', t.to, { kind: 'date' }),
    column('unpaidDays', t.unpaidDays, { kind: 'count' }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ name, accountId }) => name ?? accountId,
  empty: t.attendanceNone,
}));

/** The month that has to be confirmed and paid now; none before the time is known. */
export function lastMonth(now: Date | null): string {
  return now ? addMonths(monthOf(dateOf(now)), -1) : '2000-01';
}
