import { may } from '@xibu/domain/access';
import type { BatchRow } from '@xibu/domain/finance/payments-api';
import { termOptions } from '../office/money-terms.js';
import { countyColumn, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { batchText } from './batch.text.js';

const base = '/api/finance';
type Words = (typeof batchText)['zh'];

/** 银行文件: prepared by one, released by another, answered by the bank. */
export const Batches = workPage<Words, BatchRow>(batchText, (t, { actor, language }) => ({
  title: t.batches,
  intro: t.batchesIntro,
  source: { list: `${base}/batches`, filters: {} },
  columns: [
    column('number', t.number, { sorts: true, to: ({ id }) => `/office/batches/${id}` }),
    countyColumn<BatchRow>(language),
    column('month', usualText[language].month, { kind: 'month', sorts: true }),
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
            { key: 'profile', label: t.profile, kind: 'choice', options: termOptions('profiles', language) },
          ],
          ...{ path: () => `${base}/batches`, body: (values) => ({ county: actor.divisions?.from, ...values }) },
        },
      ]
    : [],
  empty: t.batchesNone,
}));
