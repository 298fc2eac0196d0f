import { may } from '@xibu/domain/access';
import { type ArrivalView, spendingAccounts } from '@xibu/domain/finance/funds-api';
import type { Language, SameWords } from '../language/texts.js';
import { countyField, sayTerm, termOptions } from '../office/money-terms.js';
import { countyColumn, optionsOf, reasonField, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { ButtonLink } from '../ui/Button.js';
import type { FieldSpec } from '../ui/fields.js';
import type { StepAction } from '../ui/StepButton.js';
import { arrivalsText } from './arrivals.text.js';

const finance = '/api/finance';
type Words = (typeof arrivalsText)['zh'];

/** Whose money it is. A county has one place; the region names it. */
function fundFields(t: SameWords<Words>, language: Language, county: number | null): readonly FieldSpec[] {
  const projects = termOptions('projects', language).filter(({ value }) => value !== '*');
  return [
    ...(county === null ? [countyField(language)] : []),
    { key: 'project', label: t.project, kind: 'one-of', options: projects },
    { key: 'source', label: t.source, kind: 'choice', options: termOptions('sources', language) },
    { key: 'budgetYear', label: t.year, kind: 'count', min: 2000, max: 2999 },
    { key: 'purpose', label: t.purpose, kind: 'one-of', options: termOptions('purposes', language) },
    { key: 'fen', label: t.amount, kind: 'money' },
    { key: 'documentNumber', label: t.document, kind: 'text', maxLength: 100 },
  ];
}

/** 资金到位: every arrival by its document; what was recorded wrongly is reversed, never erased. */
export const Arrivals = workPage<Words, ArrivalView>(arrivalsText, (t, { actor, language }) => {
  const { from, to } = actor.divisions ?? { from: 0, to: 1 };
  const county = from === to ? from : null;
  const place = county === null ? {} : { county };
  const record: StepAction<null> = {
    ...{ key: 'record', label: t.record, question: t.recordQuestion, doLabel: t.recordDo, done: t.recorded },
    fields: [...fundFields(t, language, county), { key: 'arrivedOn', label: t.arrivedOn, kind: 'date' }],
    ...{ path: () => `${finance}/fund-arrivals`, body: (values) => ({ ...place, ...values }) },
  };
  const spend: StepAction<null> = {
    ...{ key: 'spend', tone: 'plain', label: t.spend, question: t.spendQuestion, doLabel: t.spendDo, done: t.spent },
    fields: [
      { key: 'account', label: t.account, kind: 'choice', options: optionsOf(t.accounts, spendingAccounts) },
      ...fundFields(t, language, county),
      { key: 'spentOn', label: t.spentOn, kind: 'date' },
      { key: 'words', label: t.words, kind: 'text', maxLength: 200 },
    ],
    ...{ path: () => `${finance}/fund-spendings`, body: (values) => ({ ...place, ...values }) },
  };
  return {
    title: t.title,
    intro: t.intro,
    source: { list: `${finance}/fund-arrivals`, filters: {} },
    columns: [
      column('arrivedOn', t.arrivedOn, { kind: 'date', sorts: true }),
      { ...countyColumn<ArrivalView>(language), sorts: true },
      column('project', t.project, { value: ({ project }) => sayTerm('projects', project, language) }),
      column('source', t.source, { value: ({ source }) => sayTerm('sources', source, language) }),
      column('budgetYear', t.year),
      column('purpose', t.purpose, { value: ({ purpose }) => sayTerm('purposes', purpose, language) }),
      column('fen', t.amount, { kind: 'money', sorts: true }),
      column('documentNumber', t.document, { kind: 'name' }),
      column('recorded', t.recordedBy, { kind: 'name', value: ({ recorded }) => recorded.by }),
      column('reversed', usualText[language].status, {
        kind: 'state',
        state: ({ reversed }) => stateOf(t.states, { booked: 'ok' })(reversed ? 'reversed' : 'booked'),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ documentNumber }) => documentNumber,
    steps: ({ reversed }) =>
      !reversed && may(actor, 'fund.record')
        ? [
            {
              ...{ key: 'reverse', tone: 'no', label: t.reverse, question: t.reverseQuestion, done: t.reversed },
              fields: [reasonField(language)],
              ...{ path: ({ id }) => `${finance}/fund-arrivals/${id}/reverse`, body: (values) => values },
            },
          ]
        : [],
    tools: [...(may(actor, 'fund.record') ? [record] : []), ...(may(actor, 'fund.spend') ? [spend] : [])],
    choices: [
      { key: 'source', label: t.source, options: termOptions('sources', language) },
      { key: 'purpose', label: t.purpose, options: termOptions('purposes', language) },
    ],
    sort: '-arrivedOn',
    empty: t.none,
    above: (
      <p className="row">
        <ButtonLink to="/office/funds">{t.toFunds}</ButtonLink>
        {may(actor, 'fund.record') && <ButtonLink to="/office/fund-arrivals/many">{t.many}</ButtonLink>}
      </p>
    ),
  };
});
