import { rfc3339 } from '@xibu/domain';
import type { QualifiedListView } from '@xibu/domain/recruitment/api';
import type { Tx } from '@xibu/platform';
import type { QualifiedList } from './qualified-list.js';

export interface Outcomes {
  readonly qualified: number;
  readonly notQualified: number;
}

export async function outcomesOf(tx: Tx, lists: readonly string[]): Promise<Map<string, Outcomes>> {
  const rows: (Outcomes & { id: string })[] = await tx.query(
    `select list_id id, (count(*) filter (where outcome = 'qualified'))::int qualified,
            (count(*) filter (where outcome <> 'qualified'))::int "notQualified"
     from qualified_entry where list_id = any($1) group by 1`,
    [lists],
  );
  return new Map(rows.map(({ id, qualified, notQualified }) => [id, { qualified, notQualified }]));
}

export function viewOf(list: QualifiedList, outcomes: Outcomes | undefined): QualifiedListView {
  const { id, season, status, rule, preparedBy, preparedAt, approvedBy, approvedAt } = list;
  return {
    ...{ id, season, status, rule, preparedBy, preparedAt: rfc3339(preparedAt), approvedBy },
    approvedAt: approvedAt ? rfc3339(approvedAt) : null,
    ...(outcomes ?? { qualified: 0, notQualified: 0 }),
  };
}
