import { may } from '@xibu/domain/access';
import type { QuotaLineView, QuotaPlanView, QuotasView, QuotaTransferView } from '@xibu/domain/placement/api';
import { projectKinds } from '@xibu/domain/programme-terms';
import { Link } from 'react-router';
import { addressOf } from '../api/client.js';
import { useText } from '../language/language.js';
import { asCounty, divisions, optionsOf, reasonField, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { useSeason } from '../session/season.js';
import { Card } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { Table } from '../ui/Table.js';
import { CodeName } from '../ui/ValueOf.js';
import { quotasText } from './quotas.text.js';

const plans = '/api/placement/quota-plans';
const transfers = '/api/placement/quota-transfers';

/** 规模与名额: what is in force, and how much of it is used. */
export function QuotasPage() {
  const t = useText(quotasText);
  const usual = useText(usualText);
  const { season } = useSeason();
  const keyOf = ({ division, projectKind, special }: QuotaLineView) => `${division} ${projectKind} ${special}`;
  return (
    <ReadPage<QuotasView>
      title={t.title}
      path={addressOf('/api/placement/quotas', { season: season?.season ?? '0000-0000' })}
      absent={t.none}
      isEmpty={({ lines }) => lines.length === 0}
      beside={
        <span className="row">
          <Link to="/office/quotas/plans">{t.plans}</Link>
          <Link to="/office/quotas/transfers">{t.transfers}</Link>
        </span>
      }
    >
      {({ lines }) => (
        <Card flush>
          <Table
            caption={t.title}
            rows={lines}
            idOf={keyOf}
            columns={[
              {
                key: 'place',
                label: t.place,
                cell: (row) => <CodeName path={divisions} code={String(row.division)} />,
              },
              {
                ...{ key: 'project', label: t.project },
                cell: ({ projectKind }) => (projectKind ? usual.projects[projectKind] : t.both),
              },
              {
                ...{ key: 'special', label: t.special },
                cell: ({ special }) => (special ? usual.specials[special] : t.any),
              },
              { key: 'max', label: t.max, figure: true, cell: ({ max }) => max },
              { key: 'taken', label: t.taken, figure: true, cell: ({ taken }) => taken },
              { key: 'left', label: t.left, figure: true, cell: ({ left }) => left },
            ]}
          />
        </Card>
      )}
    </ReadPage>
  );
}

/** 名额计划: drafted by one, approved by another. */
export const QuotaPlans = workPage<(typeof quotasText)['zh'], QuotaPlanView>(
  quotasText,
  (t, { actor, language, season }) => {
    const step = (key: string, label: string, done: string, more = {}) => ({
      ...{ key, label, done, path: ({ id }: QuotaPlanView) => `${plans}/${id}/${key}`, body: () => ({}), ...more },
    });
    return {
      title: t.plans,
      intro: t.intro,
      source: { list: plans, filters: { season } },
      isWhole: true,
      columns: [
        column('preparedBy', t.preparedBy, { kind: 'name' }),
        column('lines', t.lines, { kind: 'count', value: ({ lines }) => lines.length }),
        ...projectKinds.map((kind) => ({
          ...{ key: kind, label: usualText[language].projects[kind] },
          value: ({ scale }: QuotaPlanView) => `${scale[kind].allotted} / ${scale[kind].max}`,
        })),
        column('approvedBy', t.approvedBy, { kind: 'name' }),
        column('status', usualText[language].status, {
          kind: 'state',
          state: ({ status }) => stateOf(t.statuses, { proposed: 'act', approved: 'ok' })(status),
        }),
      ],
      idOf: ({ id }) => id,
      nameOf: ({ preparedBy }) => preparedBy,
      steps: ({ status }) => {
        if (status === 'draft' && may(actor, 'quota.prepare')) return [step('propose', t.propose, t.proposed)];
        if (status !== 'proposed' || !may(actor, 'quota.approve')) return [];
        return [
          step('approve', t.approve, t.approved, { question: t.approveQuestion, doLabel: t.approveDo }),
          step('return', t.sendBack, t.sentBack, {
            ...{ question: t.sendBackQuestion, fields: [reasonField(language)] },
            body: (values: unknown) => values,
          }),
        ];
      },
      tools: may(actor, 'quota.prepare')
        ? [
            {
              ...{ key: 'prepare', label: t.prepare, question: t.prepareQuestion, doLabel: t.prepareDo },
              ...{ done: t.prepared, path: () => plans },
              fields: [
                {
                  ...{ key: 'lines', label: t.prepareLines, hint: t.prepareHint, kind: 'long' },
                  check: (value) => (linesOf(String(value)) ? null : t.prepareFault),
                },
              ],
              body: ({ lines }) => ({ season, lines: linesOf(String(lines)) }),
            },
          ]
        : [],
      empty: t.planNone,
    };
  },
);

/** `152221 全国 40` on each line; null when one of them is something else. */
export function linesOf(text: string) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = lines.map((line) => /^\s*(\d{6})\s+(全国|地方|national|local)\s+(\d{1,6})\s*$/.exec(line));
  if (read.length === 0 || read.some((line) => line === null)) return null;
  return read.map((line) => ({
    division: Number(line?.[1]),
    projectKind: /全国|national/.test(line?.[2] ?? '') ? ('national' as const) : ('local' as const),
    special: null,
    max: Number(line?.[3]),
  }));
}

/** 名额调剂 between counties, or back to the region. */
export const QuotaTransfers = workPage<(typeof quotasText)['zh'], QuotaTransferView>(
  quotasText,
  (t, { actor, language, season }) => {
    const usual = usualText[language];
    const find = { kind: 'find', path: `${divisions}?level=county`, asNumber: true } as const;
    return {
      title: t.transfers,
      source: { list: transfers, filters: { season } },
      columns: [
        column('from', t.from, { ...asCounty, sorts: true }),
        column('to', t.to, { ...asCounty, value: ({ to }) => to ?? t.back }),
        column('projectKind', t.project, { value: ({ projectKind }) => usual.projects[projectKind] }),
        column('count', t.count, { kind: 'count', sorts: true }),
        column('reason', usual.reason, { kind: 'name' }),
        column('status', usual.status, {
          kind: 'state',
          state: ({ status }) => stateOf(t.transferStatuses, { proposed: 'act', approved: 'ok' })(status),
        }),
      ],
      idOf: ({ id }) => id,
      nameOf: ({ from }) => String(from),
      steps: ({ status }) =>
        status === 'proposed' && may(actor, 'quota.approve')
          ? [
              {
                ...{ key: 'approve', label: t.approve, question: t.approveQuestion, doLabel: t.approveDo },
                ...{ done: t.approved, path: ({ id }) => `${transfers}/${id}/approve`, body: () => ({}) },
              },
              {
                ...{ key: 'refuse', label: t.refuse, question: t.refuseQuestion, tone: 'no', done: t.refused },
                fields: [reasonField(language)],
                ...{ path: ({ id }) => `${transfers}/${id}/refuse`, body: (values) => values },
              },
            ]
          : [],
      tools: may(actor, 'quota.prepare')
        ? [
            {
              ...{ key: 'transfer', label: t.transfer, question: t.transferQuestion, doLabel: t.transferDo },
              ...{ done: t.transferred, path: () => transfers },
              fields: [
                { key: 'projectKind', label: t.project, kind: 'one-of', options: optionsOf(usual.projects) },
                { key: 'from', label: t.from, ...find },
                { key: 'to', label: t.to, hint: t.toHint, optional: true, ...find },
                { key: 'count', label: t.count, kind: 'count', min: 1 },
                reasonField(language),
              ],
              body: (values) => ({ season, to: null, ...values }),
            },
          ]
        : [],
      empty: t.transferNone,
    };
  },
);
