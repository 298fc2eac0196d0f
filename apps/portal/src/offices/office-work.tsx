import { may } from '@xibu/domain/access';
import type { AccountRow, OfficeRow } from '@xibu/domain/programme/api';
import { officeTiers } from '@xibu/domain/programme-terms';
import { allOffices } from '@xibu/domain/roles';
import { optionsOf, reasonField, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { roleText } from '../session/roles.text.js';
import { officesText } from './offices.text.js';

const base = '/api/programme';
type Words = (typeof officesText)['zh'];

/** 项目办 below one's own: who is there, and where nobody is. */
export const Offices = workPage<Words, OfficeRow>(officesText, (t, { actor, language }) => {
  const usual = usualText[language];
  const manages = may(actor, 'office.manage');
  return {
    title: t.title,
    source: { list: `${base}/offices`, filters: {} },
    columns: [
      column('name', t.name, { kind: 'name', sorts: true }),
      column('tier', t.tier, { sorts: true, value: ({ tier }) => usual.tiers[tier] }),
      column('parentName', t.parent, { kind: 'name' }),
      column('division', t.division, { sorts: true }),
      column('officers', t.officers, { kind: 'count', sorts: true }),
      column('status', usual.status, {
        kind: 'state',
        state: ({ status, officers }) =>
          status === 'open' && officers === 0
            ? { label: t.vacant, tone: 'warn' }
            : stateOf(t.statuses, { open: 'ok' })(status),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ name }) => name,
    steps: ({ status }) => {
      if (!manages) return [];
      if (status === 'closed') {
        return [
          {
            ...{ key: 'reopen', label: t.reopen, done: t.reopened },
            ...{ path: ({ id }) => `${base}/offices/${id}/reopen`, body: () => ({}) },
          },
        ];
      }
      return [
        {
          ...{ key: 'close', label: t.close, question: t.closeQuestion, tone: 'no', done: t.closed },
          fields: [reasonField(language)],
          ...{ path: ({ id }) => `${base}/offices/${id}/close`, body: (values) => values },
        },
      ];
    },
    tools: manages
      ? [
          {
            ...{ key: 'open', label: t.open, question: t.openQuestion, done: t.opened },
            fields: [
              { key: 'tier', label: t.tier, kind: 'choice', options: optionsOf(usual.tiers, officeTiers) },
              { key: 'division', label: t.division, kind: 'count', optional: true },
              { key: 'name', label: t.officeName, kind: 'text', optional: true, maxLength: 100 },
              { key: 'dutyPhone', label: t.phone, kind: 'tel', optional: true },
            ],
            ...{ path: () => `${base}/offices`, body: (values) => values },
          },
        ]
      : [],
    search: t.search,
    choices: [{ key: 'tier', label: t.tier, options: optionsOf(usual.tiers, officeTiers) }],
    empty: t.none,
  };
});

/** 账号 of one's own office and those below. */
export const Accounts = workPage<Words, AccountRow>(officesText, (t, { actor, language }) => {
  const roles = roleText[language];
  const manages = may(actor, 'account.manage');
  const password = { key: 'password', label: t.password, kind: 'password' } as const;
  return {
    title: t.accounts,
    source: { list: `${base}/accounts`, filters: {} },
    columns: [
      column('name', t.personName, { kind: 'name', sorts: true }),
      column('loginName', t.login),
      column('officeName', t.office, { kind: 'name', sorts: true }),
      column('roles', t.roles, { value: (row) => row.roles.map((role) => roles[role]).join(' · ') }),
      column('openedAt', t.openedAt, { kind: 'instant', sorts: true }),
      column('status', usualText[language].status, {
        kind: 'state',
        state: ({ status }) => stateOf(t.statuses, { open: 'ok' })(status),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ name }) => name,
    steps: ({ status }) =>
      manages && status === 'open'
        ? [
            {
              ...{ key: 'reset', label: t.reset, question: t.resetQuestion, tone: 'plain', done: t.resetDone },
              fields: [password, reasonField(language)],
              ...{ path: ({ id }) => `${base}/accounts/${id}/reset-password`, body: (values) => values },
            },
            {
              ...{ key: 'close', label: t.closeAccount, question: t.closeAccountQuestion, tone: 'no' },
              ...{ done: t.accountClosed, fields: [reasonField(language)] },
              ...{ path: ({ id }) => `${base}/accounts/${id}/close`, body: (values) => values },
            },
          ]
        : [],
    tools:
      manages && actor.office
        ? [
            {
              ...{ key: 'open', label: t.openAccount, question: t.openAccountQuestion, done: t.accountOpened },
              fields: [
                { key: 'name', label: t.personName, kind: 'text', maxLength: 60 },
                { key: 'loginName', label: t.login, kind: 'text', maxLength: 40 },
                {
                  ...{ key: 'role', label: t.role, kind: 'choice' },
                  options: allOffices.map((value) => ({ value, label: roles[value] })),
                },
                password,
              ],
              path: () => `${base}/accounts`,
              body: ({ role, ...values }) => ({ officeId: actor.office, roles: [role], ...values }),
            },
          ]
        : [],
    search: t.accountSearch,
    empty: t.accountsNone,
  };
});
