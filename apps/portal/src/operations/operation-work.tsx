import { may } from '@xibu/domain/access';
import { reasonField } from '../office/usual.js';
import { column, workPage } from '../office/WorkPage.js';
import { AuditServices, VerifyChain } from './AuditTools.js';
import { operationsText } from './operations.text.js';

type Words = (typeof operationsText)['zh'];

/** A parked fact as the platform answers it. */
export interface ParkedRow {
  readonly id: string;
  readonly type: string | null;
  readonly key: string;
  readonly reason: 'refused' | 'failed' | 'unreadable' | 'behind';
  readonly detail: string;
  readonly attempts: number;
  readonly parkedAt: string;
}

/** 搁置的事实 of one service: tried again, or dropped with a reason. */
export const Parked = workPage<Words, ParkedRow>(operationsText, (t, { actor, language, id }) => {
  const list = `/api/${encodeURIComponent(id)}/operations/parked`;
  return {
    title: t.parked,
    source: { list, filters: {} },
    isWhole: true,
    columns: [
      column('type', t.type),
      column('key', t.key),
      column('reason', t.reason, { value: ({ reason }) => t.reasons[reason] }),
      column('detail', t.detail),
      column('attempts', t.attempts, { kind: 'count' }),
      column('parkedAt', t.parkedAt, { kind: 'instant' }),
    ],
    idOf: (row) => row.id,
    nameOf: ({ type, key }) => `${type} ${key}`,
    steps: (row) =>
      may(actor, 'operations.act')
        ? [
            {
              ...{ key: 'retry', label: t.retry, done: t.retried },
              ...{ path: () => `${list}/retry`, body: () => ({ ids: [row.id] }) },
            },
            {
              ...{ key: 'drop', label: t.drop, question: t.dropQuestion, tone: 'no', done: t.dropped },
              fields: [reasonField(language)],
              ...{ path: () => `${list}/${row.id}/drop`, body: (values) => values },
            },
          ]
        : [],
    empty: t.parkedNone,
  };
});

/** One entry of the trail as the platform answers it. */
export interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly account: string | null;
  readonly action: string;
  readonly table: string;
  readonly row: string;
  readonly change: 'insert' | 'update' | 'delete';
}

/** 审计记录 of one service, and the proof that it is whole. */
export const Audit = workPage<Words, AuditRow>(operationsText, (t, { id }) => {
  const service = id || 'programme';
  const names: Readonly<Record<string, string>> = t.services;
  return {
    title: t.auditOf(names[service] ?? service),
    source: { list: `/api/${encodeURIComponent(service)}/audit`, filters: {} },
    columns: [
      column('at', t.at, { kind: 'instant', sorts: true }),
      column('action', t.action),
      column('table', t.table),
      column('row', t.row),
      column('change', t.change, { value: ({ change }) => t.changes[change] }),
      column('account', t.account),
    ],
    idOf: (row) => row.id,
    nameOf: ({ table, row }) => `${table} ${row}`,
    empty: t.auditNone,
    above: (
      <>
        <AuditServices />
        <VerifyChain key={service} service={service} />
      </>
    ),
  };
});
