import type { Actor } from '@xibu/domain/access';
import { may } from '@xibu/domain/access';
import type { RunPersonRow, RunRow } from '@xibu/domain/finance/runs-api';
import { runStatuses } from '@xibu/domain/finance/runs-api';
import { formatYuan } from '@xibu/domain/money';
import type { Language } from '../language/texts.js';
import { countyColumn, optionsOf, reasonField, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import type { StepAction } from '../ui/StepButton.js';
import { runText } from './run.text.js';

export const runs = '/api/finance/subsidy-runs';
type Words = (typeof runText)['zh'];

export function stateOfRun(status: RunRow['status'], language: Language) {
  const tones = { calculated: 'act', 'county-approved': 'act', paid: 'ok', closed: 'ok' } as const;
  return stateOf(runText[language].statuses, tones)(status);
}

/** 补贴发放: the runs of one's counties, and the step that waits. */
export const Runs = workPage<Words, RunRow>(runText, (t, { actor, language, season }) => ({
  title: t.runs,
  intro: t.runsIntro,
  source: { list: runs, filters: { season } },
  columns: [
    column('number', t.number, { sorts: true, to: ({ id }) => `/office/subsidy-runs/${id}` }),
    countyColumn<RunRow>(language),
    column('month', usualText[language].month, { kind: 'month', sorts: true }),
    column('dueOn', t.due, { kind: 'date', sorts: true }),
    column('people', t.people, { kind: 'count' }),
    column('exceptions', t.exceptions, { kind: 'count' }),
    column('netFen', t.net, { kind: 'money', sorts: true }),
    column('status', usualText[language].status, {
      kind: 'state',
      state: ({ status }) => stateOfRun(status, language),
    }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ number }) => number,
  steps: (run) => runSteps(run, actor, language),
  tools:
    may(actor, 'subsidy-run.prepare') && actor.divisions
      ? [
          {
            ...{ key: 'open', label: t.open, question: t.openQuestion, done: t.opened, path: () => runs },
            fields: [{ key: 'month', label: usualText[language].month, kind: 'month' }],
            body: ({ month }) => ({ month, county: actor.divisions?.from }),
          },
        ]
      : [],
  choices: [{ key: 'status', label: usualText[language].status, options: optionsOf(t.statuses, runStatuses) }],
  sort: '-month',
  empty: t.runsNone,
}));

/** What this person may do with a run: prepare, approve, release are three people. */
export function runSteps(run: RunRow, actor: Actor, language: Language): readonly StepAction<RunRow>[] {
  const t = runText[language];
  const step = (key: string, label: string, done: string, more: Partial<StepAction<RunRow>> = {}) => ({
    ...{ key, label, done, path: ({ id }: RunRow) => `${runs}/${id}/${key}`, body: () => ({}) },
    ...more,
  });
  const why: Partial<StepAction<RunRow>> = { fields: [reasonField(language)], body: (values) => values };
  const back = step('return', t.sendBack, t.sentBack, { question: t.sendBackQuestion, tone: 'no', ...why });
  const prepares = may(actor, 'subsidy-run.prepare');
  switch (run.status) {
    case 'draft':
      return prepares ? [step('lock-attendance', t.lock, t.locked)] : [];
    case 'attendance-locked':
      return prepares
        ? [
            step('calculate', t.calculate, t.calculated),
            step('unlock-attendance', t.unlock, t.unlocked, { question: t.unlockQuestion, ...why }),
          ]
        : [];
    case 'calculated':
      if (!may(actor, 'subsidy-run.approve')) return [];
      return [
        step('approve', t.approve, t.approved, {
          ...{ question: t.approveQuestion, body: (values) => values },
          fields: [{ key: 'overrideReason', label: t.override, kind: 'long', optional: true }],
        }),
        back,
      ];
    case 'county-approved': {
      if (!may(actor, 'subsidy-run.release')) return [];
      const question = t.releaseQuestion(run.payable, formatYuan(run.netFen));
      return [step('release', t.release, t.released, { question }), back];
    }
    default:
      return [];
  }
}

/** 发放名单 of one run: everybody, also those who could not be paid. */
export const RunPeople = workPage<Words, RunPersonRow>(runText, (t, { language, id }) => ({
  title: t.list,
  source: { list: `${runs}/${encodeURIComponent(id)}/people`, filters: {} },
  columns: [
    column('name', usualText[language].name, { kind: 'name', sorts: true }),
    column('number', t.number, { sorts: true }),
    column('unit', t.unit, { sorts: true }),
    column('grossFen', t.gross, { kind: 'money' }),
    column('personalFen', t.personal, { kind: 'money' }),
    column('netFen', t.net, { kind: 'money', sorts: true }),
    column('employerFen', t.employer, { kind: 'money' }),
    column('exceptions', t.exceptions, { value: ({ exceptions }) => exceptions.join(' · ') }),
  ],
  idOf: (row) => row.id,
  nameOf: ({ name, number }) => name ?? number,
  choices: [
    {
      ...{ key: 'state', label: usualText[language].status },
      options: [
        { value: 'payable', label: t.payable },
        { value: 'exception', label: t.exceptions },
      ],
    },
  ],
  empty: t.listNone,
  exports: `${runs}/${encodeURIComponent(id)}/people`,
}));
