import type { ReactNode } from 'react';

export interface TableColumn<Row> {
  readonly key: string;
  readonly label: string;
  readonly figure?: boolean;
  cell(row: Row): ReactNode;
}

interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  idOf(row: Row): string;
  readonly foot?: ReactNode;
}

/** A plain table; its first column names the row. Where it is too wide it scrolls in its own frame. */
export function Table<Row>({ caption, columns, rows, idOf, foot }: TableProps<Row>) {
  return (
    <div className="table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.figure ? 'figure' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={idOf(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={column.figure ? 'figure' : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  );
}
