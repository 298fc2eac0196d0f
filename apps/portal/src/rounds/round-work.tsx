import { may } from '@xibu/domain/access';
import { type PlacementRow, type RoundView, roundKinds } from '@xibu/domain/placement/api';
import type { Language } from '../language/texts.js';
import { asCounty, optionsOf, reasonField, sayScore, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { type AtWork, column, workPage } from '../office/WorkPage.js';
import type { StepAction } from '../ui/StepButton.js';
import { roundsText } from './rounds.text.js';

export const rounds = '/api/placement/rounds';

export function stateOfRound(status: RoundView['status'], language: Language) {
  const tones = { open: 'act', running: 'act', failed: 'bad', proposed: 'warn', published: 'ok' } as const;
  return stateOf(roundsText[language].statuses, tones)(status);
}

/** 岗位录取: the rounds of the season, each with its next step. */
export const Rounds = workPage<(typeof roundsText)['zh'], RoundView>(roundsText, (t, at) => {
  const { actor, language, season } = at;
  return {
    title: t.title,
    intro: t.intro,
    source: { list: rounds, filters: { season } },
    isWhole: true,
    columns: [
      column('name', t.title, { to: ({ id }) => `/office/rounds/${id}` }),
      column('kind', t.kind, { value: ({ kind }) => t.kinds[kind] }),
      column('status', usualText[language].status, {
        ...{ kind: 'state' },
        state: ({ status }) => stateOfRound(status, language),
      }),
      column('counts', t.applicants, { kind: 'count', value: ({ counts }) => counts?.applicants }),
      { key: 'seats', label: t.seats, kind: 'count', value: ({ counts }) => counts?.seats },
      { key: 'placed', label: t.placed, kind: 'count', value: ({ counts }) => placedIn(counts) },
      { key: 'unplaced', label: t.unplaced, kind: 'count', value: ({ counts }) => counts?.unplaced },
    ],
    idOf: ({ id }) => id,
    nameOf: ({ name }) => name,
    steps: (round) => roundSteps(round, at),
    tools: may(actor, 'round.prepare')
      ? [
          {
            ...{ key: 'open', label: t.open, question: t.openQuestion, doLabel: t.openDo, done: t.opened },
            fields: [{ key: 'kind', label: t.kind, kind: 'one-of', options: optionsOf(t.kinds, roundKinds) }],
            ...{ path: () => rounds, body: ({ kind }) => ({ season, kind }) },
          },
        ]
      : [],
    empty: t.none,
    moves: ({ status }) => status === 'running',
  };
});

function placedIn(counts: RoundView['counts']): number | null {
  return counts?.placedFirst === undefined ? null : counts.placedFirst + (counts.placedSecond ?? 0);
}

/** What this role can do with a round now; the one who publishes is not the one who ran it. */
export function roundSteps({ status }: RoundView, { actor, language }: AtWork): readonly StepAction<RoundView>[] {
  const t = roundsText[language];
  const step = (key: string, label: string, done: string, more: Partial<StepAction<RoundView>> = {}) => ({
    ...{ key, label, done, path: ({ id }: RoundView) => `${rounds}/${id}/${key}`, body: () => ({}) },
    ...more,
  });
  const seed = { key: 'seed', label: t.seed, hint: t.drawHint, kind: 'text', optional: true, maxLength: 200 } as const;
  const next: Partial<Record<RoundView['status'], StepAction<RoundView>>> = {
    open: step('draw', t.draw, t.drawn, {
      ...{ question: t.drawQuestion, doLabel: t.drawDo, fields: [seed] },
      body: (values) => (values['seed'] ? { seed: values['seed'] } : {}),
    }),
    committed: step('freeze', t.freeze, t.frozen, { question: t.freezeQuestion, doLabel: t.freezeDo }),
    frozen: step('reveal', t.reveal, t.revealed),
    revealed: step('run', t.run, t.ran),
    failed: step('run', t.run, t.ran),
  };
  const publish = step('publish', t.publish, t.published, { question: t.publishQuestion, doLabel: t.publishDo });
  const annul = step('annul', t.annul, t.annulled, {
    ...{ question: t.annulQuestion, tone: 'no', fields: [reasonField(language)], body: (values) => values },
  });
  const prepares = may(actor, 'round.prepare') ? next[status] : undefined;
  const over = status === 'published' || status === 'annulled';
  return [
    ...(prepares ? [prepares] : []),
    ...(status === 'proposed' && may(actor, 'round.publish') ? [publish] : []),
    ...(!over && may(actor, 'round.annul') ? [annul] : []),
  ];
}

/** 逐人结果 of one round, under anonymous codes. */
export const Placements = workPage<(typeof roundsText)['zh'], PlacementRow>(roundsText, (t, { language, id }) => ({
  title: t.placements,
  source: { list: `${rounds}/${encodeURIComponent(id)}/placements`, filters: {} },
  columns: [
    column('code', t.code, { sorts: true }),
    column('post', t.post, { sorts: true, value: ({ post }) => post ?? t.unplacedOne }),
    column('county', usualText[language].county, asCounty),
    column('rank', t.rank, { kind: 'count', sorts: true }),
    column('pass', t.pass, { kind: 'count' }),
    column('scoreHundredths', t.score, {
      ...{ kind: 'count', sorts: true },
      value: ({ scoreHundredths }) => sayScore(scoreHundredths),
    }),
  ],
  idOf: (row) => row.id,
  nameOf: ({ code }) => code,
  search: t.search,
  choices: [
    {
      ...{ key: 'outcome', label: t.outcome },
      options: [
        { value: 'placed', label: t.placed },
        { value: 'unplaced', label: t.unplaced },
      ],
    },
  ],
  empty: t.placementsNone,
}));
