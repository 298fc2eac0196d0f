import { type Fen, formatYuan } from '@xibu/domain/money';
import { useText } from '../language/language.js';
import { Card, Tag } from '../ui/notices.js';
import { Table } from '../ui/Table.js';
import { officeText } from './office.text.js';

export interface MoneyRow {
  readonly key: string;
  readonly label: string;
  /** Fen by column; null where there is nothing yet, which is not the same as 0. */
  readonly amounts: Readonly<Record<string, Fen | null>>;
}

interface MoneyTableProps {
  readonly title: string;
  readonly first: string;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly MoneyRow[];
  /** Two columns whose totals must be the same; the difference is shown either way. */
  readonly agree?: readonly [left: string, right: string];
}

/** Amounts with totals that are added up here, from the rows in sight. */
export function MoneyTable({ title, first, columns, rows, agree }: MoneyTableProps) {
  const t = useText(officeText);
  const totals = totalsOf(
    rows,
    columns.map(({ key }) => key),
  );
  const difference = agree ? (totals[agree[0]] ?? 0) - (totals[agree[1]] ?? 0) : null;
  return (
    <Card flush>
      <div className="row spread card-head">
        <h2>{title}</h2>
        {difference !== null && (
          <Tag tone={difference === 0 ? 'ok' : 'bad'}>
            {difference === 0 ? `✓ ${t.agrees}` : `! ${t.differs(formatYuan(difference))}`}
          </Tag>
        )}
      </div>
      <Table
        caption={title}
        rows={rows}
        idOf={({ key }) => key}
        columns={[
          { key: 'label', label: first, cell: ({ label }: MoneyRow) => label },
          ...columns.map(({ key, label }) => ({
            key,
            label,
            figure: true,
            cell: ({ amounts }: MoneyRow) => say(amounts[key]),
          })),
        ]}
        foot={
          <tr>
            <th scope="row">{t.sum}</th>
            {columns.map(({ key }) => (
              <td key={key} className="figure">
                {say(totals[key])}
              </td>
            ))}
          </tr>
        }
      />
    </Card>
  );
}

/** Sums by column; null where no row has an amount. */
export function totalsOf(rows: readonly MoneyRow[], columns: readonly string[]): Readonly<Record<string, Fen | null>> {
  return Object.fromEntries(
    columns.map((column) => {
      const amounts = rows.flatMap((row) => row.amounts[column] ?? []);
      return [column, amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0)];
    }),
  );
}

function say(amount: Fen | null | undefined): string {
  return amount === null || amount === undefined ? '–' : formatYuan(amount);
}
