import { may } from '@xibu/domain/access';
import type { AttendancePerson, AttendanceRow } from '@xibu/domain/finance/attendance-api';
import { countyColumn, optionsOf, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { sayMonth } from '../ui/legal-dates.js';
import { attendanceText } from './attendance.text.js';
import { lastMonth } from './month-to-pay.js';

const base = '/api/finance';
type Words = (typeof attendanceText)['zh'];

/** 考勤确认 by unit, of the month before the one that runs. */
export const Attendances = workPage<Words, AttendanceRow>(attendanceText, (t, { actor, language, now }) => {
  const month = lastMonth(now);
  return {
    title: `${t.attendance} ${sayMonth(month, language)}`,
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
              ...{
                key: 'confirm',
                label: t.confirm,
                question: t.confirmQuestion(sayMonth(month, language)),
                done: t.confirmed,
              },
              ...{ path: () => `${base}/attendances`, body: () => ({ month }) },
            },
          ]
        : [],
    choices: [{ key: 'state', label: usualText[language].status, options: optionsOf(t.attendanceStates) }],
    empty: t.attendanceNone,
  };
});

/** Everybody on post in that month, as the unit confirms them. */
export const AttendancePeople = workPage<Words, AttendancePerson>(attendanceText, (t, { language, now }) => ({
  title: `${t.serves} ${sayMonth(lastMonth(now), language)}`,
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
