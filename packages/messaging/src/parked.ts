import { Refusal } from '@xibu/domain';
import { holdKey } from './inbox.js';
import type { Tx } from './transactions.js';

/** A fact that could not be dealt with, or one that waits behind it. */
export interface ParkedFact {
  readonly id: string;
  readonly consumer: string;
  readonly topic: string;
  readonly key: string;
  /** Null when the message could not be read as a fact. */
  readonly factId: string | null;
  readonly type: string | null;
  /** Refused: an answer. Failed: a fault, tried so many times. Behind: waits for an earlier one of its key. */
  readonly reason: 'refused' | 'failed' | 'unreadable' | 'behind';
  readonly refusal: string | null;
  readonly detail: string;
  readonly attempts: number;
  readonly parkedAt: Date;
  readonly retryRequestedAt: Date | null;
  readonly settlement: 'replayed' | 'dropped' | null;
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
  readonly settledBecause: string | null;
  /** The payload as text; may hold personal data, like the fact itself. */
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

export interface ParkedFilter {
  readonly topic?: string;
  readonly key?: string;
  readonly type?: string;
  readonly reason?: ParkedFact['reason'];
  /** Also what has been replayed or dropped since. */
  readonly settled?: boolean;
  /** The id after which to go on. */
  readonly after?: string;
  /** At most 200; 50 when nothing is said. */
  readonly limit?: number;
}

/** Parked facts in the order in which they were parked, and how many the filter finds altogether. */
export async function listParked(tx: Tx, filter: ParkedFilter = {}): Promise<{ items: ParkedFact[]; total: number }> {
  const found = `from parked
    where ($1::text is null or topic = $1) and ($2::text is null or key = $2) and ($3::text is null or type = $3)
      and ($4::text is null or reason = $4) and ($5::boolean or settled_at is null)`;
  const values = [filter.topic ?? null, filter.key ?? null, filter.type ?? null, filter.reason ?? null];
  const settled = filter.settled ?? false;
  const items = (await tx.query(
    `select id::text, consumer, topic, key, fact_id::text as "factId", type, reason, refusal, detail, attempts,
            parked_at as "parkedAt", retry_requested_at as "retryRequestedAt", settlement, settled_at as "settledAt",
            settled_by as "settledBy", settled_because as "settledBecause", value, headers
     ${found} and parked.id > $6::bigint order by parked.id limit $7`,
    [...values, settled, filter.after ?? '0', Math.min(filter.limit ?? 50, 200)],
  )) as (Omit<ParkedFact, 'value'> & { value: Buffer | null })[];
  const [count] = (await tx.query(`select count(*)::int as total ${found}`, [...values, settled])) as {
    total: number;
  }[];
  const text = (value: Buffer | null): string | null => value?.toString('utf8') ?? null;
  return { items: items.map((item) => ({ ...item, value: text(item.value) })), total: count?.total ?? 0 };
}

/**
 * Asks the consumer to try again: all that is parked of the keys of these facts, in order, until one fails again.
 * Answers how many facts will be tried; ids that are unknown or settled count for nothing.
 */
export async function retryParked(tx: Tx, ids: readonly string[], actor: string): Promise<number> {
  const [requested] = (await tx.query(
    `with lanes as (select distinct consumer, topic, key from parked where id = any ($1::bigint[]) and settled_at is null),
          requested as (
            update parked p set retry_requested_at = now(), retry_requested_by = $2
              from lanes l
             where p.consumer = l.consumer and p.topic = l.topic and p.key = l.key and p.settled_at is null
         returning 1)
     select count(*)::int as count from requested`,
    [ids, actor],
  )) as { count: number }[];
  return requested?.count ?? 0;
}

interface Place {
  readonly consumer: string;
  readonly topic: string;
  readonly key: string;
  readonly fact_id: string | null;
}

/**
 * Gives a parked fact up, with a reason that stays on record: it will never have an effect here. What waited behind it
 * goes on. Answers false when the id is unknown or settled.
 */
export async function dropParked(tx: Tx, id: string, reason: string, actor: string): Promise<boolean> {
  if (reason.trim() === '') throw new Refusal('request.malformed', { what: 'reason', pointer: '/reason' });
  const [place] = (await tx.query(
    'select consumer, topic, key, fact_id::text from parked where id = $1::bigint and settled_at is null',
    [id],
  )) as Place[];
  if (!place) return false;
  await holdKey(tx, place.consumer, place.topic, place.key);
  const wasAhead = await isAhead(tx, place, id);
  const [dropped] = (await tx.query(
    `with dropped as (
       update parked set settlement = 'dropped', settled_at = now(), settled_by = $2, settled_because = $3
        where id = $1::bigint and settled_at is null returning consumer, fact_id),
     remembered as (
       insert into inbox (consumer, fact_id) select consumer, fact_id from dropped where fact_id is not null
       on conflict do nothing)
     select count(*)::int as count from dropped`,
    [id, actor, reason],
  )) as { count: number }[];
  if (dropped?.count !== 1) return false;
  if (wasAhead) {
    await tx.query(
      `update parked set retry_requested_at = now(), retry_requested_by = $4
        where consumer = $1 and topic = $2 and key = $3 and settled_at is null`,
      [place.consumer, place.topic, place.key, actor],
    );
  }
  return true;
}

async function isAhead(tx: Tx, { consumer, topic, key }: Place, id: string): Promise<boolean> {
  const [first] = (await tx.query(
    `select id::text from parked where consumer = $1 and topic = $2 and key = $3 and settled_at is null
      order by parked.id limit 1`,
    [consumer, topic, key],
  )) as { id: string }[];
  return first?.id === id;
}
