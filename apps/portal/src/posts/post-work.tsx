import { may } from '@xibu/domain/access';
import { type PostRow, type PostsImported, postStatuses } from '@xibu/domain/placement/api';
import { postLevels, projectKinds, specials } from '@xibu/domain/programme-terms';
import type { Language } from '../language/texts.js';
import { allDone } from '../office/definition.js';
import { FileImport } from '../office/FileImport.js';
import { countyColumn, optionsOf, reasonField, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { type AtWork, column, workPage } from '../office/WorkPage.js';
import type { FieldSpec } from '../ui/fields.js';
import type { StepAction } from '../ui/StepButton.js';
import { postsText } from './posts.text.js';
import { StructureGauges } from './StructureGauges.js';

export const posts = '/api/placement/posts';

/** 岗位: one list for county, region, national office and unit; each sees its own next step. */
export const PostWork = workPage<(typeof postsText)['zh'], PostRow>(postsText, (t, at) => {
  const { actor, language, season } = at;
  const usual = usualText[language];
  const ofCounty = actor.roles.some((role) => role.startsWith('county.'));
  return {
    title: t.title,
    intro: t.intro,
    source: { list: posts, filters: { season } },
    columns: [
      column('title', t.post, { kind: 'name', sorts: true }),
      column('code', t.code, { sorts: true }),
      ...(ofCounty ? [] : [countyColumn<PostRow>(language)]),
      column('unitName', usual.unit, { kind: 'name' }),
      column('special', usual.special, { value: ({ special }) => usual.specials[special] }),
      column('level', usual.level, { value: ({ level }) => usual.levels[level] }),
      column('seats', t.seats, { kind: 'count', sorts: true }),
      column('taken', t.taken, { kind: 'count', sorts: true }),
      column('status', usual.status, {
        kind: 'state',
        state: ({ status }) => stateOf(t.statuses, { open: 'ok', draft: 'act', closed: 'warn' })(status),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ title }) => title,
    steps: (row) => stepsOf(row, at),
    tools: toolsOf(at),
    bulk: may(actor, 'post.declare')
      ? [
          {
            ...{ key: 'declare', label: t.declare, doLabel: t.declareDo, question: t.declareQuestion },
            ...{ path: `${posts}/declare`, body: (ids) => ({ season, ids }), rowsOf: allDone },
          },
        ]
      : undefined,
    search: t.search,
    choices: [
      { key: 'status', label: usual.status, options: optionsOf(t.statuses, postStatuses) },
      { key: 'special', label: usual.special, options: optionsOf(usual.specials, specials) },
    ],
    empty: t.none,
    exports: `${posts}/export`,
    above: ofCounty ? (
      <>
        <StructureGauges season={season} />
        {may(actor, 'post.prepare') && <PostImport season={season} language={language} />}
      </>
    ) : undefined,
  };
});

function stepsOf(row: PostRow, { actor, language, season }: AtWork): readonly StepAction<PostRow>[] {
  const t = postsText[language];
  const body = () => ({ season, county: row.county, ids: [row.id] });
  const back: StepAction<PostRow> = {
    ...{ key: 'return', label: t.sendBack, question: t.sendBackQuestion, tone: 'no', done: t.sentBack },
    ...{ fields: [reasonField(language)], path: () => `${posts}/return` },
    body: ({ reason }) => ({ ids: [row.id], reason }),
  };
  if (row.status === 'county-declared' && may(actor, 'post.confirm')) {
    const confirm = { key: 'confirm', label: t.confirm, done: t.confirmed, path: () => `${posts}/confirm`, body };
    return [confirm, back];
  }
  if (row.status === 'region-confirmed' && may(actor, 'post.approve')) {
    return [{ key: 'approve', label: t.approve, done: t.approved, path: () => `${posts}/approve`, body }, back];
  }
  if (row.status === 'open' && may(actor, 'post.close')) {
    return [
      {
        ...{ key: 'close', label: t.close, question: t.closeQuestion, tone: 'no', done: t.closed },
        ...{ fields: [reasonField(language)], path: ({ id }) => `${posts}/${id}/close`, body: (values) => values },
      },
    ];
  }
  return [];
}

function toolsOf({ actor, language, season }: AtWork): readonly StepAction<null>[] {
  const t = postsText[language];
  const draft: StepAction<null> = {
    ...{ key: 'draft', label: t.draft, question: t.draftQuestion, doLabel: t.draftDo, done: t.drafted },
    ...{ fields: draftFields(language), path: () => posts },
    body: (values) => ({ season, majors: [], placeTags: [], cashMonthlyFen: 0, ...values }),
  };
  const open: StepAction<null> = {
    ...{ key: 'open', label: t.open, question: t.openQuestion, doLabel: t.openDo, done: t.opened },
    ...{ path: () => `${posts}/open`, body: () => ({ season }) },
  };
  return [...(may(actor, 'post.prepare') ? [draft] : []), ...(may(actor, 'post.open') ? [open] : [])];
}

function draftFields(language: Language): readonly FieldSpec[] {
  const t = postsText[language];
  const usual = usualText[language];
  return [
    { key: 'unit', label: t.unitCode, hint: t.unitCodeHint, kind: 'text', maxLength: 40 },
    { key: 'unitName', label: usual.unit, kind: 'text', maxLength: 100 },
    { key: 'title', label: t.post, kind: 'text', maxLength: 100 },
    { key: 'special', label: usual.special, kind: 'choice', options: optionsOf(usual.specials, specials) },
    { key: 'level', label: usual.level, kind: 'choice', options: optionsOf(usual.levels, postLevels) },
    { key: 'projectKind', label: usual.project, kind: 'choice', options: optionsOf(usual.projects, projectKinds) },
    { key: 'seats', label: t.seats, kind: 'count', min: 1, max: 100 },
    { key: 'duties', label: t.duties, kind: 'long', maxLength: 1000 },
    { key: 'providesBoardAndLodging', label: t.board, kind: 'yes-no' },
    { key: 'cashMonthlyFen', label: t.cash, kind: 'money', optional: true },
    { key: 'acceptsReassigned', label: t.reassigned, kind: 'yes-no' },
  ];
}

function PostImport({ season, language }: { readonly season: string; readonly language: Language }) {
  const t = postsText[language];
  return (
    <FileImport<PostsImported>
      title={t.importTitle}
      hint={t.importHint}
      path={`${posts}/import`}
      body={(file) => ({ season, file })}
      outcome={({ drafted, errors, file }) => ({
        done: drafted,
        errors: errors.map(({ cell, header, detail }) => ({ where: `${cell} ${header}`, detail })),
        returned: file,
      })}
    />
  );
}
