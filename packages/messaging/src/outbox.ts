import type { OutboxRow } from './cloud-event.js';

/** Runs one statement. The relay's is a session of its own, never a transaction of the business. */
export type Query = (sql: string, values?: unknown[]) => Promise<unknown>;

/** A place in the outbox, in the order in which it becomes safe to read. */
export interface Cursor {
  readonly xid: string;
  readonly id: string;
}

export interface OutboxBatch {
  /** In the order in which to publish: the facts of one key by their ids. */
  readonly rows: readonly OutboxRow[];
  /** Where the cursor stands once all of them are acknowledged. */
  readonly end: Cursor;
}

const columns = `o.id::text, o.xid::text, o.horizon::text, o.fact_id::text, o.topic, o.type, o.key, o.at, o.data::text,
  o.actor, o.correlation, o.causation, o.traceparent`;

/**
 * The next rows that no transaction still at work can get in front of: only writers older than the oldest that is
 * still running, in the order of writers. Reading by id alone would lose facts; the spec shows it.
 */
export const readNext = `
  select ${columns} from outbox o
   where (o.xid, o.id) > ($1::xid8, $2::bigint) and o.xid < pg_snapshot_xmin(pg_current_snapshot())
   order by o.xid, o.id limit $3`;

/**
 * The order of writers is not always the order of one aggregate: a reaction writes its inbox row first, so it can be an
 * older writer than the one that held the aggregate before it. Such an earlier fact lies behind the batch, was
 * committed before the later one was written (hence below its horizon) and has a smaller id. It goes out ahead of its
 * turn; when its turn comes the relay leaves it out, or, after a restart, the inbox does.
 */
const readOvertaken = `
  select ${columns} from outbox o
   where (o.xid, o.id) > ($1::xid8, $2::bigint) and o.xid < $3::xid8 and o.id < $4::bigint and o.key = any ($5)`;

export async function readCursor(query: Query): Promise<Cursor> {
  const [cursor] = (await query('select xid::text, id::text from outbox_cursor')) as Cursor[];
  if (!cursor) throw new Error('the outbox has no cursor');
  return cursor;
}

/** The next batch after the cursor, or null when there is nothing that may be read. */
export async function readBatch(query: Query, after: Cursor, limit: number): Promise<OutboxBatch | null> {
  const rows = (await query(readNext, [after.xid, after.id, limit])) as OutboxRow[];
  const last = rows.at(-1);
  if (!last) return null;
  const end: Cursor = { xid: last.xid, id: last.id };
  const overtaken = await readBehind(query, rows, end);
  return { rows: overtaken.length === 0 && inOrder(rows) ? rows : [...rows, ...overtaken].sort(byId), end };
}

async function readBehind(query: Query, rows: readonly OutboxRow[], end: Cursor): Promise<OutboxRow[]> {
  let horizon = 0n;
  let greatest = 0n;
  for (const row of rows) {
    if (BigInt(row.horizon) > horizon) horizon = BigInt(row.horizon);
    if (BigInt(row.id) > greatest) greatest = BigInt(row.id);
  }
  if (horizon <= BigInt(end.xid) + 1n) return [];
  const keys = [...new Set(rows.map((row) => row.key))];
  const candidates = (await query(readOvertaken, [end.xid, end.id, `${horizon}`, `${greatest}`, keys])) as OutboxRow[];
  const latest = new Map<string, bigint>();
  for (const row of rows) {
    const id = BigInt(row.id);
    if (id > (latest.get(lane(row)) ?? 0n)) latest.set(lane(row), id);
  }
  return candidates.filter((row) => BigInt(row.id) < (latest.get(lane(row)) ?? 0n));
}

/** Moves the cursor, unless somebody else has: then this relay is no longer the one that publishes. */
export async function moveCursor(query: Query, from: Cursor, to: Cursor): Promise<boolean> {
  const moved = (await query(
    `with moved as (
       update outbox_cursor set xid = $3::xid8, id = $4::bigint, moved_at = now()
        where xid = $1::xid8 and id = $2::bigint returning 1)
     select count(*)::int as count from moved`,
    [from.xid, from.id, to.xid, to.id],
  )) as { count: number }[];
  return moved[0]?.count === 1;
}

/** What the relay has not told yet, and for how long the oldest of it has been waiting. */
export async function readLag(query: Query): Promise<{ rows: number; oldestSeconds: number }> {
  // The place comes as a value, not by a join: only so does the index answer, however many facts are kept.
  const { xid, id } = await readCursor(query);
  const [lag] = (await query(
    `select count(*)::int as rows,
            coalesce(extract(epoch from clock_timestamp() - min(recorded_at)), 0)::float8 as "oldestSeconds"
       from outbox where (xid, id) > ($1::xid8, $2::bigint)`,
    [xid, id],
  )) as { rows: number; oldestSeconds: number }[];
  return lag ?? { rows: 0, oldestSeconds: 0 };
}

const lane = (row: OutboxRow): string => `${row.topic} ${row.key}`;

function inOrder(rows: readonly OutboxRow[]): boolean {
  return rows.every((row, position) => position === 0 || byId(rows[position - 1] as OutboxRow, row) < 0);
}

function byId(one: OutboxRow, other: OutboxRow): number {
  const difference = BigInt(one.id) - BigInt(other.id);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
