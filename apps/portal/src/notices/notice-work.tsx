import { may } from '@xibu/domain/access';
import { endOf, isLegalDate, rfc3339, startOf } from '@xibu/domain/dates';
import type { MilestoneChangeView, NoticeRow, ReceiptRow, RulebookRow } from '@xibu/domain/programme/api';
import { changeStatuses, rulebookStatuses } from '@xibu/domain/programme/api';
import { milestones, officeTiers } from '@xibu/domain/programme-terms';
import { optionsOf, reasonField, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { milestoneText } from '../session/milestones.text.js';
import type { FieldValue } from '../ui/fields.js';
import { sayDeadline } from '../ui/legal-dates.js';
import { noticesText } from './notices.text.js';

const base = '/api/programme';
type Words = (typeof noticesText)['zh'];

/** 通知: what one's office was sent, with the receipt. */
export const Notices = workPage<Words, NoticeRow>(noticesText, (t, { actor, language }) => ({
  title: t.title,
  source: { list: `${base}/notices`, filters: {} },
  columns: [
    column('title', t.subject, { kind: 'name', to: ({ id }) => `/office/notices/${id}` }),
    column('number', t.number, { kind: 'name', sorts: true }),
    column('issuedByName', t.issuedBy, { kind: 'name' }),
    column('issuedAt', t.issuedAt, { kind: 'instant', sorts: true }),
    column('receiptDueOn', t.dueOn, { kind: 'date', sorts: true }),
    column('readAt', t.receiptState, {
      kind: 'state',
      state: ({ readAt }) => (readAt ? { label: t.read, tone: 'ok' } : { label: t.unread, tone: 'act' }),
    }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ title }) => title,
  steps: ({ readAt, receiptDueOn }) =>
    !readAt && receiptDueOn
      ? [
          {
            ...{ key: 'receive', label: t.receive, question: t.receiveQuestion, done: t.received },
            fields: [{ key: 'feedback', label: t.feedback, kind: 'long', optional: true, maxLength: 1000 }],
            ...{ path: ({ id }) => `${base}/notices/${id}/receive`, body: (values) => values },
          },
        ]
      : [],
  tools: may(actor, 'notice.issue')
    ? [
        {
          ...{ key: 'issue', label: t.issue, question: t.issueQuestion, doLabel: t.issueDo, done: t.issued },
          fields: [
            { key: 'number', label: t.number, kind: 'text', maxLength: 60 },
            { key: 'title', label: t.subject, kind: 'text', maxLength: 200 },
            { key: 'text', label: t.text, kind: 'long', maxLength: 20000 },
            {
              key: 'tiers',
              label: t.tiers,
              kind: 'any-of',
              options: optionsOf(usualText[language].tiers, officeTiers),
            },
            { key: 'isPublic', label: t.isPublic, kind: 'yes-no' },
            { key: 'receiptDueOn', label: t.due, hint: t.dueHint, kind: 'date', optional: true },
          ],
          ...{ path: () => `${base}/notices`, body: (values) => values },
        },
      ]
    : [],
  search: t.search,
  choices: [{ key: 'unread', label: t.receiptState, options: [{ value: 'true', label: t.unread }] }],
  sort: '-issuedAt',
  empty: t.none,
}));

/** 发文: what one's own office issued; each leads to its text and its receipts. */
export const IssuedNotices = workPage<Words, NoticeRow>(noticesText, (t) => ({
  title: t.issuedTitle,
  source: { list: `${base}/notices`, filters: { box: 'issued' } },
  columns: [
    column('title', t.subject, { kind: 'name', to: ({ id }) => `/office/notices/${id}` }),
    column('number', t.number, { kind: 'name', sorts: true }),
    column('issuedAt', t.issuedAt, { kind: 'instant', sorts: true }),
    column('receiptDueOn', t.dueOn, { kind: 'date', sorts: true }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ title }) => title,
  search: t.search,
  sort: '-issuedAt',
  empty: t.issuedNone,
}));

const receiptColumns = (t: (typeof noticesText)['zh' | 'en'], language: 'zh' | 'en') => [
  column<ReceiptRow>('officeName', t.office, { kind: 'name', sorts: true }),
  column<ReceiptRow>('tier', t.tier, { value: ({ tier }) => usualText[language].tiers[tier] }),
  column<ReceiptRow>('receiptDueOn', t.dueOn, { kind: 'date' }),
  column<ReceiptRow>('readAt', t.readAt, { kind: 'instant' }),
  column<ReceiptRow>('readBy', t.readBy, { kind: 'name' }),
  column<ReceiptRow>('feedback', t.feedback, { kind: 'name' }),
  column<ReceiptRow>('dutyPhone', t.phone),
];

/** 回执 of one notice: who has read it, and whom to telephone. */
export const Receipts = workPage<Words, ReceiptRow>(noticesText, (t, { language, id }) => ({
  title: t.receipts,
  source: { list: `${base}/notices/${encodeURIComponent(id)}/receipts`, filters: {} },
  columns: receiptColumns(t, language),
  idOf: (row) => row.id,
  nameOf: ({ officeName }) => officeName,
  empty: t.receiptsNone,
}));

/** 逾期回执 of all notices of one's office. */
export const OverdueReceipts = workPage<Words, ReceiptRow>(noticesText, (t, { language }) => ({
  title: t.overdue,
  source: { list: `${base}/notices/overdue-receipts`, filters: {} },
  columns: [column('title', t.subject, { kind: 'name' }), ...receiptColumns(t, language)],
  idOf: (row) => row.id,
  nameOf: ({ officeName }) => officeName,
  empty: t.overdueNone,
}));

/** 年度日程: changes of windows, each by its notice. */
export const MilestoneChanges = workPage<Words, MilestoneChangeView>(noticesText, (t, { actor, language, season }) => {
  const names = milestoneText[language];
  const list = `${base}/seasons/${season || '0000-0000'}/milestone-changes`;
  return {
    title: t.milestones,
    intro: t.milestonesIntro,
    source: { list, filters: {} },
    columns: [
      column('noticeNumber', t.number, { kind: 'name' }),
      column('windows', t.windows, {
        value: ({ windows }) =>
          windows
            .map(({ milestone, closesAt }) => `${names[milestone]} ${sayDeadline(closesAt, language)}`)
            .join(' · '),
      }),
      column('proposedBy', t.proposedBy, { kind: 'name' }),
      column('proposedAt', t.issuedAt, { kind: 'instant', sorts: true }),
      column('status', usualText[language].status, {
        kind: 'state',
        state: ({ status }) => stateOf(t.changeStatuses, { proposed: 'act', set: 'ok' })(status),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ noticeNumber }) => noticeNumber,
    steps: ({ status }) =>
      status === 'proposed' && may(actor, 'milestone.decide')
        ? [
            {
              ...{ key: 'set', label: t.set, question: t.setQuestion, done: t.setDone },
              ...{ path: ({ id }) => `${base}/milestone-changes/${id}/set`, body: () => ({}) },
            },
            {
              ...{ key: 'reject', label: t.reject, question: t.rejectQuestion, tone: 'no', done: t.rejected },
              fields: [reasonField(language)],
              ...{ path: ({ id }) => `${base}/milestone-changes/${id}/reject`, body: (values) => values },
            },
          ]
        : [],
    tools: may(actor, 'milestone.propose')
      ? [
          {
            ...{ key: 'propose', label: t.propose, question: t.proposeQuestion, done: t.proposed, path: () => list },
            fields: [
              { key: 'noticeNumber', label: t.number, kind: 'text', maxLength: 60 },
              { key: 'milestone', label: t.milestone, kind: 'choice', options: optionsOf(names, milestones) },
              { key: 'opens', label: t.opens, kind: 'date' },
              { key: 'closes', label: t.closes, kind: 'date' },
              { key: 'reason', label: t.reason, kind: 'long', optional: true, maxLength: 500 },
            ],
            body: ({ noticeNumber, milestone, opens, closes, reason }) => ({
              ...{ noticeNumber, reason },
              windows: [{ milestone, opensAt: firstInstant(opens), closesAt: lastInstant(closes) }],
            }),
          },
        ]
      : [],
    choices: [
      { key: 'status', label: usualText[language].status, options: optionsOf(t.changeStatuses, changeStatuses) },
    ],
    empty: t.milestonesNone,
  };
});

function firstInstant(day: FieldValue): string | undefined {
  const date = String(day);
  return isLegalDate(date) ? rfc3339(startOf(date)) : undefined;
}

function lastInstant(day: FieldValue): string | undefined {
  const date = String(day);
  return isLegalDate(date) ? rfc3339(endOf(date)) : undefined;
}

/** 规则手册: versions, drafted by one and published by another. */
export const Rulebooks = workPage<Words, RulebookRow>(noticesText, (t, { actor, language, season }) => ({
  title: t.rulebooks,
  source: { list: `${base}/rulebooks`, filters: { season } },
  columns: [
    column('bookVersion', t.version, { sorts: true, to: ({ id }) => `/office/rulebooks/${id}` }),
    column('validFrom', t.validFrom, { kind: 'date', sorts: true }),
    column('preparedBy', t.preparedBy, { kind: 'name' }),
    column('publishedBy', t.publishedBy, { kind: 'name' }),
    column('status', usualText[language].status, {
      kind: 'state',
      state: ({ status }) => stateOf(t.bookStatuses, { draft: 'act', published: 'ok' })(status),
    }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ bookVersion }) => bookVersion,
  steps: ({ status }) => {
    if (status !== 'draft') return [];
    const step = (key: string, label: string, done: string) => ({
      ...{ key, label, done, path: ({ id }: RulebookRow) => `${base}/rulebooks/${id}/${key}`, body: () => ({}) },
    });
    return [
      ...(may(actor, 'rulebook.publish')
        ? [{ ...step('publish', t.publish, t.published), question: t.publishQuestion }]
        : []),
      ...(may(actor, 'rulebook.prepare') ? [step('discard', t.discard, t.discarded)] : []),
    ];
  },
  choices: [{ key: 'status', label: usualText[language].status, options: optionsOf(t.bookStatuses, rulebookStatuses) }],
  empty: t.rulebooksNone,
}));
