import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Name } from '../language/language.js';
import type { Language } from '../language/texts.js';
import { sayDay, sayInstant, sayMonth } from '../ui/legal-dates.js';
import { Money, Tag } from '../ui/notices.js';
import { CodeName } from '../ui/ValueOf.js';
import type { State } from './definition.js';

/** How a value is written: instants and dates in legal time, money from fen, names in Chinese in every language. */
export type ColumnKind = 'text' | 'name' | 'code' | 'instant' | 'date' | 'month' | 'money' | 'count' | 'state';

/** One column of a list, told rather than drawn. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly kind?: ColumnKind;
  value(row: Row): string | number | null | undefined;
  /** For kind `code`: the reference table that knows its name. */
  readonly path?: string;
  /** For kind `state`. */
  state?(row: Row): State;
  /** Opens the record. */
  to?(row: Row): string;
  /** The service sorts by this key. */
  readonly sorts?: boolean;
  /** Not shown until it is chosen. */
  readonly spare?: boolean;
}

export function isFigure({ kind }: Pick<Column<unknown>, 'kind'>): boolean {
  return kind === 'money' || kind === 'count';
}

export function cellOf<Row>(column: Column<Row>, row: Row, language: Language): ReactNode {
  const content = contentOf(column, row, language);
  return column.to ? <Link to={column.to(row)}>{content}</Link> : content;
}

function contentOf<Row>(column: Column<Row>, row: Row, language: Language): ReactNode {
  const state = column.state?.(row);
  if (state) return <Tag tone={state.tone}>{state.label}</Tag>;
  const value = column.value(row);
  if (value === null || value === undefined || value === '') return '–';
  switch (column.kind) {
    case 'name':
      return <Name>{value}</Name>;
    case 'code':
      return <CodeName path={column.path ?? ''} code={String(value)} />;
    case 'instant':
      return sayInstant(String(value), language);
    case 'date':
      return sayDay(String(value), language);
    case 'month':
      return sayMonth(String(value), language);
    case 'money':
      return <Money fen={Number(value)} />;
    default:
      return value;
  }
}
