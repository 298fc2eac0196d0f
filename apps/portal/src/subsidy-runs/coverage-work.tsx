import { may } from '@xibu/domain/access';
import { type GapView, gapKinds } from '@xibu/domain/finance/coverage-api';
import { countyColumn, optionsOf, reasonField, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { coverageText } from './coverage.text.js';

const base = '/api/finance';
type Words = (typeof coverageText)['zh'];

/** 保障缺口: days on post without cover, each until it is covered or settled. */
export const Gaps = workPage<Words, GapView>(coverageText, (t, { actor, language }) => ({
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
