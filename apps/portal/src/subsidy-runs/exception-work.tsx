import { may } from '@xibu/domain/access';
import type { ExceptionView } from '@xibu/domain/finance/runs-api';
import { countyColumn, optionsOf, reasonField, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { exceptionText } from './exception.text.js';

const base = '/api/finance';
type Words = (typeof exceptionText)['zh'];

/** 发放例外: settled with a reason by one, confirmed by another. */
export const Exceptions = workPage<Words, ExceptionView>(exceptionText, (t, { actor, language }) => ({
  title: t.exceptionList,
  source: { list: `${base}/exceptions`, filters: {} },
  columns: [
    column('name', usualText[language].name, { kind: 'name' }),
    countyColumn<ExceptionView>(language),
    column('month', usualText[language].month, { kind: 'month', sorts: true }),
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
