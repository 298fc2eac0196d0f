import type { Received } from '@xibu/domain';
import { Refusal } from '@xibu/domain';
import type { Delivered } from './message.js';
import type { Tx } from './transactions.js';

/** What becomes of a fact that has just arrived: react, ignore (heard before), or wait behind a parked one. */
export type Admission = 'new' | 'duplicate' | 'blocked';

/**
 * Remembers the facts in this transaction, so that their effect and the memory of it commit together; answers for each,
 * in the same order. Holds their keys until the transaction ends: no two of them may have the same.
 */
export async function admitAll(
  tx: Tx,
  consumer: string,
  facts: readonly { readonly topic: string; readonly fact: Received }[],
): Promise<readonly Admission[]> {
  const rows = (await tx.query(
    // Held in one order by everybody, or two groups could wait for each other.
    `select f.n, inbox_admit($1, f.id, f.topic, f.key) as admission
       from unnest($2::uuid[], $3::text[], $4::text[]) with ordinality as f (id, topic, key, n)
      order by f.topic, f.key`,
    [consumer, facts.map(({ fact }) => fact.id), facts.map(({ topic }) => topic), facts.map(({ fact }) => fact.key)],
  )) as { n: string; admission: Admission }[];
  const byPlace = new Map(rows.map(({ n, admission }) => [Number(n), admission]));
  return facts.map((_, at) => {
    const admission = byPlace.get(at + 1);
    if (!admission) throw new Error('the inbox gave no answer');
    return admission;
  });
}

export interface Parking {
  readonly consumer: string;
  readonly message: Delivered;
  /** Null when the message could not be read as a fact. */
  readonly factId: string | null;
  readonly reason: 'refused' | 'failed' | 'unreadable' | 'behind';
  readonly error: unknown;
  readonly attempts: number;
  /** When, by the clock of the service; null for the clock of the database. */
  readonly now: Date | null;
}

/**
 * Keeps the whole message with the reason, and with that holds back what follows of its key. Does nothing when the
 * message is parked already or another replica has dealt with it meanwhile. Answers whether it was stored.
 */
export async function park(tx: Tx, parking: Parking): Promise<boolean> {
  const { consumer, message, factId, error } = parking;
  const key = keyOf(message);
  await holdKey(tx, consumer, message.topic, key);
  const stored = (await tx.query(
    `with stored as (
       insert into parked (consumer, topic, key, fact_id, type, partition, "offset", headers, value,
                           reason, refusal, detail, attempts, parked_at, retry_requested_at, retry_requested_by)
       select $1, $2, $3, $4::uuid, $5, $6::int, $7::bigint, $8::jsonb, $9::bytea, $10, $11, $12, $13::int,
              coalesce($14::timestamptz, now()), ahead.retry_requested_at, ahead.retry_requested_by
         from (select) as always left join lateral (
           -- What arrives while its key is being retried is retried with it.
           select retry_requested_at, retry_requested_by from parked
            where consumer = $1 and topic = $2 and key = $3 and settled_at is null
            order by id desc limit 1) as ahead on true
        where not exists (select from inbox where consumer = $1 and fact_id = $4::uuid)
       on conflict do nothing returning 1)
     select count(*)::int as count from stored`,
    [
      consumer,
      message.topic,
      key,
      factId,
      message.headers['ce_type'] ?? null,
      message.partition,
      `${message.offset}`,
      JSON.stringify(message.headers),
      message.value,
      parking.reason,
      error instanceof Refusal ? error.code : null,
      describe(error),
      parking.attempts,
      parking.now,
    ],
  )) as { count: number }[];
  return stored[0]?.count === 1;
}

/** Waits until nobody else receives, parks or retries this key, and keeps them out until the transaction ends. */
export async function holdKey(tx: Tx, consumer: string, topic: string, key: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2 || ' ' || $3, 0))`, [
    consumer,
    topic,
    key,
  ]);
}

/** A message without a key is a lane of its own: it holds back nobody. */
export function keyOf(message: Delivered): string {
  return message.key || `no key: ${message.partition}/${message.offset}`;
}

/** What an operator reads: the details of a Refusal, or name, message and place of a fault. */
export function describe(error: unknown): string {
  if (error instanceof Refusal) return JSON.stringify(error.details);
  if (error instanceof Error) return error.stack ?? `${error.name}: ${error.message}`;
  return typeof error === 'string' ? error : JSON.stringify(error);
}
