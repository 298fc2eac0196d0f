import type { ReactNode } from 'react';
import type { Page } from '../api/lists.js';
import { useText } from '../language/language.js';
import { EmptyState, ErrorState, Skeleton } from '../ui/states.js';
import { officeText } from './office.text.js';

interface ListContentProps<Row> {
  readonly list: { readonly data?: Page<Row>; readonly error: unknown; refetch(): Promise<unknown> };
  readonly filtered: boolean;
  /** What is said when there is nothing at all. */
  readonly empty: string;
  readonly emptyText?: string;
  children(rows: readonly Row[]): ReactNode;
}

/** A list in whichever of its four states it is. */
export function ListContent<Row>({ list, filtered, empty, emptyText, children }: ListContentProps<Row>) {
  const t = useText(officeText);
  const { data, error, refetch } = list;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  if (data.rows.length > 0) return children(data.rows);
  return filtered ? <EmptyState title={t.notFiltered} /> : <EmptyState title={empty}>{emptyText}</EmptyState>;
}
