import { may } from '@xibu/domain/access';
import { lineStates, type PaymentLineRow } from '@xibu/domain/finance/payments-api';
import { countyColumn, optionsOf, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { paymentsText } from './payments.text.js';

const payments = '/api/finance/payments';
type Words = (typeof paymentsText)['zh'];

/** 支付明细: every amount with its way through the bank, and what to do when it came back. */
export const Payments = workPage<Words, PaymentLineRow>(paymentsText, (t, { actor, language }) => ({
  title: t.title,
  intro: t.intro,
  source: { list: payments, filters: {} },
  columns: [
    column('name', usualText[language].name, { kind: 'name' }),
    { ...countyColumn<PaymentLineRow>(language), sorts: true },
    column('month', t.month, { sorts: true }),
    column('fen', t.amount, { kind: 'money', sorts: true }),
    column('state', t.state, {
      ...{ kind: 'state', sorts: true },
      state: ({ state, replacedBy }) =>
        stateOf(t.states, { accepted: 'ok', returned: replacedBy ? 'plain' : 'bad', pending: 'act' })(state),
    }),
    column('reason', t.bankReason, { kind: 'name' }),
    column('valueDate', t.valueDate, { kind: 'date' }),
    column('replacedBy', t.replacedBy),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ name, reference }) => name ?? reference,
  steps: ({ state, replacedBy, name, reference }) =>
    state === 'returned' && !replacedBy && may(actor, 'payment.retry')
      ? [
          {
            ...{ key: 'retry', label: t.retry, question: t.retryQuestion(name ?? reference), doLabel: t.retryDo },
            fields: [{ key: 'reason', label: t.retryReason, hint: t.retryHint, kind: 'long', maxLength: 500 }],
            ...{ done: t.retried, path: () => `${payments}/${reference}/retry`, body: (values) => values },
          },
        ]
      : [],
  choices: [
    { key: 'state', label: t.state, options: optionsOf(t.states, lineStates) },
    { key: 'month', label: t.month },
  ],
  sort: '-reference',
  empty: t.none,
  exports: payments,
}));
