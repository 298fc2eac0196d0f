import type pg from 'pg';
import type { Copy } from './copy.js';
import { literal, quoted, rowsOf } from './rows.js';

/** A row that is not the same in the copy and in what was made anew. */
export interface Difference {
  /** The primary key, as JSON. */
  readonly key: string;
  /** JSON of what is compared; null where the row is not there. */
  readonly kept: string | null;
  readonly rebuilt: string | null;
}

export interface Comparison {
  readonly table: string;
  /** Rows of the copy. */
  readonly rows: number;
  readonly missing: number;
  readonly extra: number;
  readonly changed: number;
  /** The first of them, in the order of keys. */
  readonly first: readonly Difference[];
}

const SHOWN = 5;

interface Row {
  readonly key: string;
  readonly value: string;
}

/** Compares the copy that a service keeps with the one that was made anew, row by row in the order of their keys. */
export async function compareTables(kept: pg.Client, rebuilt: pg.Client, copy: Copy): Promise<Comparison> {
  const question = await questionOf(rebuilt, copy);
  const [ours, anew] = [rowsOf<Row>(kept, question), rowsOf<Row>(rebuilt, question)];
  const count = { rows: 0, missing: 0, extra: 0, changed: 0 };
  const first: Difference[] = [];
  try {
    let [left, right] = [await next(ours), await next(anew)];
    while (left !== null || right !== null) {
      const order = orderOf(left, right);
      if (order <= 0) count.rows += 1;
      if (order < 0) count.extra += 1;
      else if (order > 0) count.missing += 1;
      else if (left?.value !== right?.value) count.changed += 1;
      const isSame = order === 0 && left?.value === right?.value;
      if (!isSame && first.length < SHOWN) first.push(differenceOf(order, left, right));
      if (order <= 0) left = await next(ours);
      if (order >= 0) right = await next(anew);
    }
  } finally {
    // Whichever was not read to its end is still inside its transaction.
    await Promise.all([ours.return(undefined), anew.return(undefined)]);
  }
  return { table: copy.table, ...count, first };
}

/** What of each row is compared, under its primary key. */
async function questionOf(client: pg.Client, { table, columns, besides = {} }: Copy): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select a.attname as name
       from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = $1::regclass and i.indisprimary order by array_position(i.indkey::int[], a.attnum::int)`,
    [quoted(table)],
  );
  if (rows.length === 0) throw new Error(`${table} has no primary key to compare it by`);
  const key = `jsonb_build_array(${rows.map(({ name }) => `t.${quoted(name)}`).join(', ')})::text collate "C"`;
  const value = columns
    ? `(select to_jsonb(c) from (select ${columns.join(', ')}) c)`
    : `to_jsonb(t) - array[${Object.keys(besides).map(literal).join(', ')}]::text[]`;
  return `select ${key} as key, (${value})::text as value from ${quoted(table)} t order by 1`;
}

async function next(rows: AsyncGenerator<Row>): Promise<Row | null> {
  const { done, value } = await rows.next();
  return done ? null : value;
}

/** Below zero: only the copy has it. Above: only what was made anew. In the order of bytes, as the database sorts. */
function orderOf(left: Row | null, right: Row | null): number {
  if (left === null) return 1;
  if (right === null) return -1;
  return Buffer.compare(Buffer.from(left.key), Buffer.from(right.key));
}

function differenceOf(order: number, left: Row | null, right: Row | null): Difference {
  const key = (order <= 0 ? left : right)?.key ?? '';
  return { key, kept: order <= 0 ? (left?.value ?? null) : null, rebuilt: order >= 0 ? (right?.value ?? null) : null };
}
