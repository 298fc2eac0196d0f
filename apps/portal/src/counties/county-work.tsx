import { may } from '@xibu/domain/access';
import { type BlockView, type CountyRow, countyStandings, countyStatuses } from '@xibu/domain/placement/api';
import { countyColumn, optionsOf, reasonField, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { type AtWork, column, workPage } from '../office/WorkPage.js';
import type { StepAction } from '../ui/StepButton.js';
import { countiesText } from './counties.text.js';

const counties = '/api/placement/counties';
const blocks = '/api/placement/blocks';

/** 服务县: qualification and standing of every county of one's area. */
export const Counties = workPage<(typeof countiesText)['zh'], CountyRow>(countiesText, (t, at) => {
  const { actor, language, season } = at;
  const usual = usualText[language];
  return {
    title: t.title,
    intro: t.intro,
    source: { list: counties, filters: { season } },
    columns: [
      column('name', usual.county, { kind: 'name', sorts: true, to: ({ county }) => `/office/posts?county=${county}` }),
      column('basis', t.basis, { value: ({ basis }) => t.bases[basis] }),
      column('status', usual.status, {
        kind: 'state',
        state: ({ status }) => stateOf(t.statuses, { active: 'ok', applied: 'act', disqualified: 'bad' })(status),
      }),
      column('standing', t.standing, {
        kind: 'state',
        state: ({ standing }) => stateOf(t.standings, { 'in-service': 'ok', blocked: 'bad' })(standing),
      }),
      column('openPosts', t.openPosts, { kind: 'count', sorts: true }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ name }) => name,
    steps: (row) => countySteps(row, at),
    tools: may(actor, 'service-county.apply')
      ? [
          {
            ...{ key: 'apply', label: t.apply, question: t.applyQuestion, doLabel: t.applyDo, done: t.applied },
            fields: [
              { key: 'foundingDocument', label: t.founding, kind: 'text', maxLength: 100 },
              { key: 'namedOfficer', label: t.officer, kind: 'text', maxLength: 60 },
              { key: 'governmentApproval', label: t.government, kind: 'text', maxLength: 100 },
            ],
            ...{ path: () => counties, body: (values) => ({ season, ...values }) },
          },
        ]
      : [],
    search: t.search,
    choices: [
      { key: 'status', label: usual.status, options: optionsOf(t.statuses, countyStatuses) },
      { key: 'standing', label: t.standing, options: optionsOf(t.standings, countyStandings) },
    ],
    empty: t.none,
  };
});

function countySteps({ status }: CountyRow, { actor, language }: AtWork): readonly StepAction<CountyRow>[] {
  const t = countiesText[language];
  const step = (key: string, label: string, done: string, more: Partial<StepAction<CountyRow>> = {}) => ({
    ...{ key, label, done, path: ({ county }: CountyRow) => `${counties}/${county}/${key}`, body: () => ({}) },
    ...more,
  });
  if ((status === 'applied' || status === 'reapplied') && may(actor, 'service-county.decide')) {
    const body: StepAction<CountyRow>['body'] = (values) => values;
    const fields = [reasonField(language)];
    return [
      step('approve', t.approve, t.approved),
      step('refuse', t.refuse, t.refused, { question: t.refuseQuestion, tone: 'no', fields, body }),
    ];
  }
  if (status === 'region-approved' && may(actor, 'service-county.file')) {
    const fields = [{ key: 'filingNumber', label: t.filingNumber, kind: 'text', maxLength: 100 } as const];
    return [step('file', t.file, t.filed, { question: t.fileQuestion, fields, body: (values) => values })];
  }
  const activates = status === 'national-filed' && may(actor, 'service-county.activate');
  return activates ? [step('activate', t.activate, t.activated)] : [];
}

/** 下一年度不再派遣: where no volunteers go, and the way out of it. */
export const Blocks = workPage<(typeof countiesText)['zh'], BlockView>(countiesText, (t, { actor, language }) => ({
  title: t.blocks,
  intro: t.blocksIntro,
  source: { list: blocks, filters: {} },
  columns: [
    countyColumn<BlockView>(language),
    column('unit', usualText[language].unit, { value: ({ unit }) => unit ?? t.whole }),
    column('season', usualText[language].season, { sorts: true }),
    column('cause', t.cause, { value: ({ cause }) => t.causes[cause] }),
    column('reason', usualText[language].reason, { kind: 'name' }),
    column('status', usualText[language].status, {
      kind: 'state',
      state: ({ status }) => stateOf(t.blockStatuses, { standing: 'bad', 'lifting-proposed': 'act' })(status),
    }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ county }) => String(county),
  steps: ({ status }) => {
    const step = (key: string, label: string, done: string, question?: string): StepAction<BlockView> => ({
      ...{ key, label, done, path: ({ id }) => `${blocks}/${id}/${key}`, body: (values) => values },
      ...(question && { question, fields: [reasonField(language)] }),
    });
    if (status === 'standing' && may(actor, 'placement-block.propose-lifting')) {
      return [step('propose-lifting', t.propose, t.proposed, t.proposeQuestion)];
    }
    if (status !== 'lifting-proposed' || !may(actor, 'placement-block.decide-lifting')) return [];
    return [step('lift', t.lift, t.lifted), step('keep', t.keep, t.kept, t.keepQuestion)];
  },
  choices: [{ key: 'status', label: usualText[language].status, options: optionsOf(t.blockStatuses) }],
  empty: t.blocksNone,
}));
