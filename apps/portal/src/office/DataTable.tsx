import { Table } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '../language/language.js';
import { type Column, cellOf, isFigure } from './columns.js';
import { officeText } from './office.text.js';
import { useWindowMatches } from './useWindowMatches.js';

export interface Selection {
  readonly ids: readonly string[];
  set(ids: readonly string[]): void;
}

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  idOf(row: Row): string;
  /** What the row is called, for its checkbox. */
  nameOf(row: Row): string;
  readonly selection?: Selection;
  /** The one thing to do with a row. */
  action?(row: Row): ReactNode;
  readonly dense?: boolean;
  /** `submittedAt` or `-submittedAt`. */
  readonly sort?: string;
  onSort?(sort: string): void;
}

/** Rows of a list: a table on a desk, a card for each row where the window is narrow. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const narrow = useWindowMatches('(max-width: 767px)');
  return narrow ? <RowCards {...props} /> : <Rows {...props} />;
}

function Rows<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, idOf, action, dense, sort, onSort } = props;
  const { language } = useLanguage();
  const t = useText(officeText);
  const drawn = columns.map((column) => ({
    key: column.key,
    title: column.sorts ? <SortButton column={column} sort={sort} onSort={onSort} /> : column.label,
    align: isFigure(column) ? ('right' as const) : ('left' as const),
    className: isFigure(column) ? 'figure' : undefined,
    onHeaderCell: () => ({ scope: 'col', 'aria-sort': column.sorts ? ariaSort(column.key, sort) : undefined }),
    render: (_: unknown, row: Row) => cellOf(column, row, language),
  }));
  const choose = {
    key: 'choose',
    title: <ChooseAll {...props} />,
    width: 48,
    render: (_: unknown, row: Row) => <Choose {...props} row={row} />,
  };
  const act = { key: 'act', title: t.action, align: 'right' as const, render: (_: unknown, row: Row) => action?.(row) };
  return (
    <Table<Row & object>
      className="data-table"
      aria-label={label}
      size={dense || action ? 'small' : 'middle'}
      rowKey={(row) => idOf(row)}
      dataSource={rows as readonly (Row & object)[]}
      columns={[...(props.selection ? [choose] : []), ...drawn, ...(action ? [act] : [])]}
      pagination={false}
      locale={{ emptyText: ' ' }}
    />
  );
}

function RowCards<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, idOf, action } = props;
  const { language } = useLanguage();
  const [first, ...others] = columns;
  return (
    <ul className="row-cards" aria-label={label}>
      {rows.map((row) => (
        <li key={idOf(row)} className="card">
          <div className="row-head">
            {props.selection && <Choose {...props} row={row} />}
            <b>{first && cellOf(first, row, language)}</b>
            {action?.(row)}
          </div>
          <dl className="facts small">
            {others.map((column) => (
              <div key={column.key} style={{ display: 'contents' }}>
                <dt>{column.label}</dt>
                <dd>{cellOf(column, row, language)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Choose<Row>({ row, idOf, nameOf, selection }: DataTableProps<Row> & { readonly row: Row }) {
  const t = useText(officeText);
  const id = idOf(row);
  const chosen = selection?.ids.includes(id) ?? false;
  return (
    <input
      type="checkbox"
      className="tick"
      aria-label={t.select(nameOf(row))}
      checked={chosen}
      onChange={() => selection?.set(chosen ? selection.ids.filter((other) => other !== id) : [...selection.ids, id])}
    />
  );
}

function ChooseAll<Row>({ rows, idOf, selection }: DataTableProps<Row>) {
  const t = useText(officeText);
  const all = rows.length > 0 && rows.every((row) => selection?.ids.includes(idOf(row)));
  return (
    <input
      type="checkbox"
      className="tick"
      aria-label={t.selectAll}
      checked={all}
      onChange={() => selection?.set(all ? [] : rows.map(idOf))}
    />
  );
}

interface SortButtonProps<Row> {
  readonly column: Column<Row>;
  readonly sort: string | undefined;
  onSort?(sort: string): void;
}

function SortButton<Row>({ column: { key, label }, sort, onSort }: SortButtonProps<Row>) {
  const state = ariaSort(key, sort);
  return (
    <button type="button" className="sorter" onClick={() => onSort?.(state === 'ascending' ? `-${key}` : key)}>
      {label}
      <span aria-hidden="true">{state === 'ascending' ? ' ↑' : state === 'descending' ? ' ↓' : ' ↕'}</span>
    </button>
  );
}

function ariaSort(key: string, sort: string | undefined): 'ascending' | 'descending' | 'none' {
  if (sort === key) return 'ascending';
  return sort === `-${key}` ? 'descending' : 'none';
}
