import { may } from '@xibu/domain/access';
import type { ExamSeatRow, ExamSessionView, ImportOutcome, ScoreRow } from '@xibu/domain/recruitment/api';
import type { Language } from '../language/texts.js';
import { FileImport } from '../office/FileImport.js';
import { importText } from '../office/import.text.js';
import { sayScore, stateOf, universities } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import type { FieldSpec, FieldValues } from '../ui/fields.js';
import { examText } from './exam.text.js';

const sessions = '/api/recruitment/exam-sessions';

/** 招募考试: the sessions of the season, from plan to close. */
export const ExamSessions = workPage<(typeof examText)['zh'], ExamSessionView>(
  examText,
  (t, { actor, language, season }) => ({
    title: t.title,
    intro: t.intro,
    source: { list: sessions, filters: { season } },
    isWhole: true,
    columns: [
      column('name', t.name, { kind: 'name', to: ({ id }) => `/office/exam-sessions/${id}` }),
      column('startsAt', t.date, { kind: 'instant' }),
      column('capacity', t.capacity, { kind: 'count' }),
      column('seated', t.seated, { kind: 'count' }),
      column('scored', t.scored, { kind: 'count' }),
      column('absent', t.absent, { kind: 'count' }),
      column('status', usualText[language].status, {
        kind: 'state',
        state: ({ status }) => stateOf(t.statuses, { open: 'act', seated: 'act', closed: 'ok' })(status),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ name }) => name,
    steps: ({ status }) => {
      if (!may(actor, 'exam.manage')) return [];
      const step = (key: string, label: string, done: string, more = {}) => ({
        ...{ key, label, done, ...more },
        ...{ path: ({ id }: ExamSessionView) => `${sessions}/${id}/${key}`, body: () => ({}) },
      });
      const close = step('close', t.close, t.closed, { question: t.closeQuestion, doLabel: t.closeDo });
      if (status === 'planned') return [step('open', t.open, t.opened)];
      if (status === 'closed') return [];
      return [
        step('assign-seats', t.assign, t.assigned, { question: t.assignQuestion, doLabel: t.assignDo }),
        ...(status === 'seated' ? [close] : []),
      ];
    },
    tools: may(actor, 'exam.manage')
      ? [
          {
            ...{ key: 'plan', label: t.plan, question: t.planQuestion, doLabel: t.planDo, done: t.planned },
            ...{ fields: planFields(language), path: () => sessions, body: (values) => planOf(season, values) },
          },
        ]
      : [],
    empty: t.none,
  }),
);

function planFields(language: Language): readonly FieldSpec[] {
  const t = examText[language];
  const time = (key: string, label: string): FieldSpec => ({
    ...{ key, label, kind: 'text', hint: t.timeHint, maxLength: 5 },
    check: (value) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(String(value)) ? null : t.timeFault),
  });
  return [
    { key: 'name', label: t.name, kind: 'text', maxLength: 60 },
    { key: 'date', label: t.date, kind: 'date' },
    time('from', t.from),
    time('to', t.to),
    { key: 'site', label: t.site, kind: 'text', maxLength: 60 },
    { key: 'address', label: t.address, kind: 'text', maxLength: 100 },
    { key: 'rooms', label: t.rooms, kind: 'count', min: 1, max: 99 },
    { key: 'seats', label: t.roomSeats, kind: 'count', min: 1, max: 200 },
  ];
}

/** One site whose rooms are alike; names on tickets are Chinese. */
function planOf(season: string, { name, date, from, to, site, address, rooms, seats }: FieldValues) {
  const roomsOfSite = Array.from({ length: Number(rooms) }, (_, index) => ({
    name: examText.zh.room(index + 1),
    seats: Number(seats),
  }));
  return {
    ...{ season, name, startsAt: `${date}T${from}:00+08:00`, endsAt: `${date}T${to}:00+08:00` },
    sites: [{ name: site, address, rooms: roomsOfSite }],
  };
}

/** 座位与成绩 of one session, and the sheet of scores. */
export const ExamSeats = workPage<(typeof examText)['zh'], ExamSeatRow>(examText, (t, { actor, language, id }) => {
  const list = `${sessions}/${encodeURIComponent(id)}/seats`;
  return {
    title: t.seats,
    source: { list, filters: {} },
    columns: [
      column('name', usualText[language].name, { kind: 'name', sorts: true }),
      column('ticket', t.ticket, { sorts: true }),
      column('university', t.university, { kind: 'code', path: universities }),
      column('faculty', t.faculty, { kind: 'name' }),
      column('site', t.site, { kind: 'name' }),
      column('room', t.roomName, { kind: 'name' }),
      column('seat', t.seat, { kind: 'count' }),
      column('scoreHundredths', t.score, {
        ...{ sorts: true, kind: 'count' },
        value: ({ scoreHundredths, isAbsent }) => (isAbsent ? t.absent : sayScore(scoreHundredths)),
      }),
    ],
    idOf: ({ ticket }) => ticket,
    nameOf: ({ name }) => name,
    choices: [{ key: 'site', label: t.site }],
    empty: t.seatsNone,
    exports: list,
    above: may(actor, 'exam.manage') ? (
      <FileImport<ImportOutcome>
        title={t.importTitle}
        hint={t.importHint}
        columns={t.sheetColumns}
        path={`${sessions}/${encodeURIComponent(id)}/scores`}
        body={(file): { file: string; rows?: readonly ScoreRow[] } => ({ file })}
        outcome={outcomeOfImport}
      />
    ) : undefined,
  };
});

/** How recruitment answers a sheet: what took effect, and each wrong row with its sentence. */
export function outcomeOfImport({ done, errors, file }: ImportOutcome, language: Language) {
  return {
    done,
    errors: errors.map((error) => ({
      where: error.cell ?? importText[language].line(error.line),
      detail: error[language],
    })),
    returned: file,
  };
}
