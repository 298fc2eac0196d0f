import { may } from '@xibu/domain/access';
import type { CoverRow, PolicyView } from '@xibu/domain/finance/insurance-api';
import { formatYuan } from '@xibu/domain/money';
import { asCounty, countyColumn, divisions, optionsOf, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { ButtonLink } from '../ui/Button.js';
import type { FieldSpec } from '../ui/fields.js';
import type { StepAction } from '../ui/StepButton.js';
import { policiesText } from './policies.text.js';

const finance = '/api/finance';
const sums = ['accidentFen', 'criticalIllnessFen', 'hospitalFen', 'accidentMedicalFen'] as const;
type Words = (typeof policiesText)['zh'];

/** 商业保险保单: entered by one, approved by another. */
export const Policies = workPage<Words, PolicyView>(policiesText, (t, { actor, language, season }) => {
  const fields: readonly FieldSpec[] = [
    { key: 'insurer', label: t.insurer, kind: 'text', maxLength: 100 },
    { key: 'number', label: t.number, kind: 'text', maxLength: 60 },
    { key: 'place', label: t.place, kind: 'find', path: divisions, asNumber: true },
    { key: 'from', label: t.from, kind: 'date' },
    { key: 'to', label: t.to, hint: t.toHint, kind: 'date' },
    { key: 'premiumFen', label: t.premium, kind: 'money' },
    ...sums.map((key) => ({ key, label: t[key], kind: 'money' as const })),
  ];
  const prepare: StepAction<null> = {
    ...{ key: 'prepare', label: t.prepare, question: t.prepareQuestion, doLabel: t.prepareDo, done: t.prepared },
    ...{ fields, path: () => `${finance}/insurance-policies` },
    body: ({ insurer, number, place, from, to, premiumFen, ...covers }) => ({
      ...{ season, insurer, number, place, from, to, premiumFen, covers },
    }),
  };
  return {
    title: t.title,
    intro: t.intro,
    source: { list: `${finance}/insurance-policies`, filters: {} },
    columns: [
      column('number', t.number, { sorts: true, to: ({ id }) => `/office/insurance-covers?policy=${id}` }),
      column('insurer', t.insurer, { kind: 'name' }),
      column('place', t.place, { ...asCounty, sorts: true }),
      column('from', t.from, { kind: 'date', sorts: true }),
      column('to', t.to, { kind: 'date' }),
      {
        ...{ key: 'covers', label: t.covers },
        value: ({ covers }) => sums.map((key) => `${t[key]} ${formatYuan(covers[key])}`).join(' · '),
      },
      column('members', t.members, { kind: 'count' }),
      column('status', usualText[language].status, {
        kind: 'state',
        state: ({ status }) => stateOf(t.statuses, { prepared: 'act', approved: 'ok' })(status),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ number }) => number,
    steps: ({ status }) =>
      status === 'prepared' && may(actor, 'policy.approve')
        ? [
            {
              ...{ key: 'approve', label: t.approve, question: t.approveQuestion, done: t.approved },
              ...{ path: ({ id }) => `${finance}/insurance-policies/${id}/approve`, body: () => ({}) },
            },
          ]
        : [],
    tools: may(actor, 'policy.prepare') ? [prepare] : [],
    empty: t.none,
    above: (
      <p>
        <ButtonLink to="/office/insurance-covers">{t.toCovers}</ButtonLink>
      </p>
    ),
  };
});

/** 参保名单: also what the insurer is given. */
export const Covers = workPage<Words, CoverRow>(policiesText, (t, { language, season }) => ({
  title: t.coversTitle,
  intro: t.coversIntro,
  source: { list: `${finance}/insurance-covers`, filters: { season } },
  columns: [
    column('name', t.person, { kind: 'name' }),
    column('number', t.personNumber, { sorts: true }),
    { ...countyColumn<CoverRow>(language), sorts: true },
    column('from', t.from, { kind: 'date', sorts: true }),
    column('to', t.to, { kind: 'date', sorts: true }),
    column('status', t.state, {
      kind: 'state',
      state: ({ status }) => stateOf(t.coverStatuses, { 'to-insure': 'bad', insured: 'ok' })(status),
    }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ name, number }) => name ?? number ?? '',
  choices: [{ key: 'state', label: t.state, options: optionsOf(t.coverStatuses) }],
  empty: t.coversNone,
  exports: `${finance}/insurance-covers`,
  above: (
    <p>
      <ButtonLink to="/office/insurance-policies">{t.toPolicies}</ButtonLink>
    </p>
  ),
}));
