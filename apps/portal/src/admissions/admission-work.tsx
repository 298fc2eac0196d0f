import { may } from '@xibu/domain/access';
import type {
  AdmissionRow,
  ApplicationRow,
  LossRow,
  ObjectionRow,
  PublicNoticeView,
} from '@xibu/domain/recruitment/api';
import { universityText } from '../health-exams/university.text.js';
import { countyColumn, optionsOf, reasonField, stateOf, universities, yesNo } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import type { StepAction } from '../ui/StepButton.js';

const base = '/api/recruitment';
type Words = (typeof universityText)['zh'];

/** 录取公示 of a university, and the button that begins one. */
export const OfficeNotices = workPage<Words, PublicNoticeView>(universityText, (t, { actor, season }) => ({
  title: t.notices,
  intro: t.noticesIntro,
  source: {
    list: `${base}/public-notices`,
    filters: actor.university ? { season, university: actor.university } : { season },
  },
  columns: [
    column('universityName', t.university, { kind: 'name', sorts: true, to: ({ id }) => `/public-notices/${id}` }),
    column('opensOn', t.opensOn, { kind: 'date' }),
    column('closesOn', t.closesOn, { kind: 'date', sorts: true }),
    column('people', t.people, { kind: 'count' }),
    column('status', t.status, {
      kind: 'state',
      state: ({ status }) => stateOf(t.noticeStatuses, { open: 'act' })(status),
    }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ universityName }) => universityName,
  tools: may(actor, 'public-notice.open')
    ? [
        {
          ...{ key: 'open', label: t.openNotice, question: t.openNoticeQuestion, doLabel: t.openNoticeDo },
          ...{ done: t.noticeOpened, path: () => `${base}/public-notices`, body: () => ({ season }) },
        },
      ]
    : [],
  choices: [{ key: 'status', label: t.status, options: optionsOf(t.noticeStatuses) }],
  empty: t.noticesNone,
}));

/** 异议: each is looked into, and decided with a reason. */
export const Objections = workPage<Words, ObjectionRow>(universityText, (t, { actor, language }) => {
  const decide = (key: string, label: string, question: string, done: string): StepAction<ObjectionRow> => ({
    ...{ key, label, question, done, fields: [reasonField(language)] },
    ...{ path: ({ id }) => `${base}/objections/${id}/${key}`, body: (values) => values },
  });
  return {
    title: t.objections,
    intro: t.objectionsIntro,
    source: { list: `${base}/objections`, filters: {} },
    columns: [
      column('name', usualText[language].name, {
        kind: 'name',
        sorts: true,
        to: ({ id }) => `/office/objections/${id}`,
      }),
      column('line', t.line, { kind: 'count' }),
      column('university', t.university, { kind: 'code', path: universities }),
      column('receivedAt', t.receivedAt, { kind: 'instant', sorts: true }),
      column('status', t.status, {
        kind: 'state',
        state: ({ status }) => stateOf(t.objectionStatuses, { open: 'act', upheld: 'bad' })(status),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ name }) => name,
    steps: ({ status }) =>
      status === 'open' && may(actor, 'objection.decide')
        ? [
            decide('dismiss', t.dismiss, t.dismissQuestion, t.dismissed),
            { ...decide('uphold', t.uphold, t.upholdQuestion, t.upheld), tone: 'no' },
          ]
        : [],
    choices: [{ key: 'status', label: t.status, options: optionsOf(t.objectionStatuses) }],
    empty: t.objectionsNone,
  };
});

/** 待录取: their notice is over; admitted many at once. */
export const ToAdmit = workPage<Words, ApplicationRow>(universityText, (t, { actor, language, season }) => ({
  title: t.toAdmit,
  intro: t.admissionsIntro,
  source: { list: `${base}/applications`, filters: { season, status: 'noticed' } },
  columns: [
    column('name', usualText[language].name, {
      kind: 'name',
      sorts: true,
      to: ({ id }) => `/office/applications/${id}`,
    }),
    column('number', usualText[language].number, { sorts: true }),
    column('university', t.university, { kind: 'code', path: universities }),
    column('faculty', t.faculty, { kind: 'name' }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ name }) => name,
  bulk: may(actor, 'admission.admit')
    ? [
        {
          ...{ key: 'admit', label: t.admit, doLabel: t.admitDo, question: t.admitQuestion },
          ...{ path: `${base}/admissions/bulk`, body: (ids) => ({ ids }) },
        },
      ]
    : undefined,
  search: t.search,
  empty: t.toAdmitNone,
}));

/** 录取: who is admitted, and what they answered. */
export const Admissions = workPage<Words, AdmissionRow>(universityText, (t, { language, season }) => ({
  title: t.admissions,
  intro: t.admissionsIntro,
  source: { list: `${base}/admissions`, filters: { season } },
  columns: [
    column('name', usualText[language].name, {
      kind: 'name',
      sorts: true,
      to: ({ id }) => `/office/applications/${id}`,
    }),
    column('confirmationNumber', t.number, { sorts: true }),
    column('university', t.university, { kind: 'code', path: universities }),
    countyColumn<AdmissionRow>(language),
    column('postTitle', t.post, { kind: 'name' }),
    column('admittedOn', t.admittedOn, { kind: 'date' }),
    column('answer', t.answer, {
      kind: 'state',
      state: ({ answer }) => stateOf(t.answers, { accepted: 'ok', declined: 'bad', none: 'act' })(answer ?? 'none'),
    }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ name }) => name,
  choices: [{ key: 'answer', label: t.answer, options: optionsOf(t.answers) }],
  empty: t.admissionsNone,
  exports: `${base}/admissions`,
}));

/** 流失与补录: seats that were lost, and whether somebody has taken them. */
export const Losses = workPage<Words, LossRow>(universityText, (t, { language, season }) => ({
  title: t.losses,
  intro: t.lossesIntro,
  source: { list: `${base}/losses`, filters: { season } },
  columns: [
    column('name', usualText[language].name, { kind: 'name', to: ({ id }) => `/office/applications/${id}` }),
    column('number', usualText[language].number, { sorts: true }),
    column('university', t.university, { kind: 'code', path: universities }),
    column('reason', t.lossReason, { value: ({ reason }) => t.reasons[reason] }),
    column('postTitle', t.post, { kind: 'name' }),
    column('lostAt', t.lostAt, { kind: 'instant', sorts: true }),
    column('isFilled', t.filled, { value: ({ isFilled }) => yesNo(language, isFilled) }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ name }) => name,
  choices: [{ key: 'reason', label: t.lossReason, options: optionsOf(t.reasons) }],
  empty: t.lossesNone,
  exports: `${base}/losses`,
}));
