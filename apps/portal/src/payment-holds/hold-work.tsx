import { may } from '@xibu/domain/access';
import { addMonths, dateOf, monthOf } from '@xibu/domain/dates';
import type { AttendancePerson, HoldView } from '@xibu/domain/finance/attendance-api';
import { countyColumn, optionsOf, reasonField, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { ButtonLink } from '../ui/Button.js';
import { holdsText } from './holds.text.js';

const holds = '/api/finance/payment-holds';
type Words = (typeof holdsText)['zh'];

/** 暂缓发放: whose pay is held back, by whom and why, until somebody else lifts it. */
export const Holds = workPage<Words, HoldView>(holdsText, (t, { actor, language }) => ({
  title: t.title,
  intro: t.intro,
  source: { list: holds, filters: {} },
  columns: [
    column('name', usualText[language].name, { kind: 'name', sorts: true }),
    { ...countyColumn<HoldView>(language), sorts: true },
    column('unit', t.unit),
    column('reason', t.reason, { kind: 'name' }),
    column('placed', t.placedBy, { kind: 'name', value: ({ placed }) => placed.by }),
    { key: 'placedAt', label: t.placedAt, kind: 'instant', sorts: true, value: ({ placed }) => placed.at },
    column('lifted', usualText[language].status, {
      kind: 'state',
      state: ({ lifted }) => stateOf(t.states, { held: 'warn' })(lifted ? 'lifted' : 'held'),
    }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ name }) => name ?? '',
  steps: ({ lifted, name }) =>
    !lifted && may(actor, 'payment-hold.lift')
      ? [
          {
            ...{ key: 'lift', label: t.lift, question: t.liftQuestion(name ?? ''), doLabel: t.liftDo, done: t.lifted },
            fields: [reasonField(language)],
            ...{ path: ({ id }) => `${holds}/${id}/lift`, body: (values) => values },
          },
        ]
      : [],
  choices: [{ key: 'state', label: usualText[language].status, options: optionsOf(t.states) }],
  sort: '-placedAt',
  empty: t.none,
  above: may(actor, 'payment-hold.place') ? (
    <p>
      <ButtonLink to="/office/payment-holds/people">{t.place}</ButtonLink>
    </p>
  ) : undefined,
}));

/** Everybody in service last month, each to be held back. */
export const HoldPeople = workPage<Words, AttendancePerson>(holdsText, (t, { language, now }) => ({
  title: t.place,
  intro: t.placeIntro,
  source: {
    list: '/api/finance/attendances/people',
    filters: { month: now ? addMonths(monthOf(dateOf(now)), -1) : '2000-01' },
  },
  columns: [
    column('name', usualText[language].name, { kind: 'name', sorts: true }),
    column('number', usualText[language].number, { sorts: true }),
    column('unit', t.unit, { sorts: true }),
    column('onHold', usualText[language].status, { value: ({ onHold }) => (onHold ? t.onHold : null) }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ name, number }) => name ?? number ?? '',
  steps: ({ onHold, accountId, name }) =>
    onHold
      ? []
      : [
          {
            ...{ key: 'hold', label: t.placeOne, question: t.placeQuestion(name ?? ''), doLabel: t.placeDo },
            ...{ tone: 'no', done: t.placed, fields: [reasonField(language)], path: () => holds },
            body: (values) => ({ accountId, ...values }),
          },
        ],
  empty: t.peopleNone,
  above: (
    <p>
      <ButtonLink to="/office/payment-holds">{t.back}</ButtonLink>
    </p>
  ),
}));
