import { may } from '@xibu/domain/access';
import { type BankCardView, bankCardStatuses } from '@xibu/domain/finance/cards-api';
import { asCounty, optionsOf, reasonField, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { cardsText } from './cards.text.js';

const base = '/api/finance/bank-cards';
type Words = (typeof cardsText)['zh'];

/** 银行卡核对: whoever looks at the card says so; nothing is paid to a card that nobody has seen. */
export const BankCards = workPage<Words, BankCardView>(cardsText, (t, { actor, language }) => {
  const confirms = may(actor, 'bank-card.confirm');
  return {
    title: t.title,
    intro: t.listIntro,
    source: { list: base, filters: {} },
    columns: [
      column('name', t.name, { kind: 'name', sorts: true }),
      column('number', t.masked),
      column('bankName', t.bank, { kind: 'name' }),
      column('division', t.county, { ...asCounty, sorts: true }),
      column('registeredAt', t.registeredAt, { kind: 'instant', sorts: true }),
      column('warnings', t.warning, { value: ({ warnings }) => (warnings.length > 0 ? t.warned : null) }),
      column('status', usualText[language].status, {
        kind: 'state',
        state: ({ status }) => stateOf(t.statuses, { registered: 'act', confirmed: 'ok', refused: 'bad' })(status),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ name, number }) => name ?? number,
    steps: ({ status, warnings }) =>
      confirms && status === 'registered'
        ? [
            {
              ...{ key: 'confirm', label: t.confirm, question: t.confirmQuestion, done: t.confirmed },
              fields: warnings.length > 0 ? [{ key: 'bankConfirmed', label: t.bankConfirmed, kind: 'check' }] : [],
              path: ({ id }) => `${base}/${id}/confirm`,
              body: ({ bankConfirmed }) => ({ bankConfirmed: bankConfirmed === true }),
            },
            {
              ...{ key: 'refuse', label: t.refuse, question: t.refuseQuestion, tone: 'no', done: t.refused },
              fields: [reasonField(language)],
              ...{ path: ({ id }) => `${base}/${id}/refuse`, body: (values) => values },
            },
          ]
        : [],
    bulk: confirms
      ? [
          {
            ...{ key: 'confirm', label: t.confirmMany, question: t.confirmManyQuestion },
            ...{ path: `${base}/bulk-confirm`, body: (ids) => ({ ids }) },
          },
        ]
      : undefined,
    choices: [{ key: 'status', label: usualText[language].status, options: optionsOf(t.statuses, bankCardStatuses) }],
    sort: 'registeredAt',
    empty: t.none,
  };
});
