import type { EntitySchema, Tx } from '@xibu/platform';

/** Writes whole rows of a table in one statement, new ones and known ones, in the order given. */
export async function storeAll<Row extends object>(
  tx: Tx,
  table: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const { name, columns } = table.options;
  const names = Object.entries(columns).map(([property, column]) => {
    return [property as keyof Row, (column as { name?: string } | undefined)?.name ?? property] as const;
  });
  const json = rows.map((row) =>
    Object.fromEntries(names.map(([property, column]) => [column, row[property] ?? null])),
  );
  const list = names.map(([, column]) => `"${column}"`).join(', ');
  await tx.query(
    `insert into ${name} (${list}) select ${list} from jsonb_populate_recordset(null::${name}, $1::jsonb)
     on conflict (id) do update set ${names.map(([, column]) => `"${column}" = excluded."${column}"`).join(', ')}`,
    [JSON.stringify(json)],
  );
}
