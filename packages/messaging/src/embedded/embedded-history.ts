import type pg from 'pg';
import { HISTORY_BATCH, requireWhole, type Stretch, type Take } from '../history.js';

interface StoredStretch extends Stretch {
  readonly id: number;
}

/** The partitions of these topics, with their first message and their end. A gap counts as a beginning that is gone. */
export async function stretchesOf(pool: pg.Pool, topics: readonly string[]): Promise<StoredStretch[]> {
  const { rows } = await pool.query<{ id: number; topic: string; partition: number; first: string; end: string }>(
    `select p.id, p.topic, p.partition, p.next_offset::text "end",
            (p.next_offset - (select count(*) from bus_message m
                               where m.partition_id = p.id and m."offset" < p.next_offset))::text first
       from bus_partition p where p.topic = any ($1) order by p.topic, p.partition`,
    [topics],
  );
  return rows.map((row) => ({ ...row, first: BigInt(row.first), end: BigInt(row.end) }));
}

/** Reads every message that is stored when it begins, one partition after the other. */
export async function readEmbeddedHistory(pool: pg.Pool, topics: readonly string[], take: Take): Promise<Stretch[]> {
  const stretches = await stretchesOf(pool, topics);
  requireWhole(stretches);
  for (const stretch of stretches) {
    for (let next = 0n; next < stretch.end; next += BigInt(HISTORY_BATCH)) await takePage(pool, stretch, next, take);
  }
  return stretches;
}

async function takePage(
  pool: pg.Pool,
  { id, topic, partition, end }: StoredStretch,
  next: bigint,
  take: Take,
): Promise<void> {
  const { rows } = await pool.query<{
    offset: string;
    key: string | null;
    headers: Record<string, string>;
    value: Buffer | null;
  }>(
    `select m."offset"::text, m.key, m.headers, m.value from bus_message m
      where partition_id = $1 and m."offset" >= $2 and m."offset" < least($3::bigint, $2::bigint + ${HISTORY_BATCH})
      order by m."offset"`,
    [id, `${next}`, `${end}`],
  );
  await take(rows.map((row) => ({ ...row, topic, partition, offset: BigInt(row.offset) })));
}
