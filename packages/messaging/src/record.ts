import type { Fact } from '@xibu/domain';
import { currentContext, type WorkContext } from './context.js';
import { factId } from './fact-id.js';
import type { Tx } from './transactions.js';

/** Bytes of one payload as JSON. A fact carries ids and a few values; whatever is larger belongs into a document. */
export const PAYLOAD_MAX_BYTES = 256 * 1024;

/** Transactions that have something to tell once they commit. */
const recording = new WeakSet<Tx>();

/** Whether facts were recorded in this transaction. */
export function hasRecorded(tx: Tx): boolean {
  return recording.has(tx);
}

/** A fact of one of many works that commit together: when it became true, and on whose behalf. */
export interface Told {
  readonly fact: Fact;
  readonly at: Date;
  readonly context: WorkContext;
}

/**
 * Writes the facts into the outbox, in this transaction and in this order: they are told if it commits, and never
 * happened if it does not. One set-based insert, however many facts.
 */
export async function record(tx: Tx, now: Date, ...facts: Fact[]): Promise<void> {
  if (facts.length === 0) return;
  const context = currentContext();
  await recordEach(
    tx,
    facts.map((fact) => ({ fact, at: now, context })),
  );
}

/** The same for facts of many works, each on behalf of its own. */
export async function recordEach(tx: Tx, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  recording.add(tx);
  await tx.query(
    `insert into outbox (fact_id, topic, type, key, data, at, actor, correlation, causation, traceparent)
     select f.fact_id, f.topic, f.type, f.key, f.data::json, f.at, f.actor, f.correlation, f.causation, f.traceparent
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::text[],
                   $9::text[], $10::text[])
            with ordinality as f (fact_id, topic, type, key, data, at, actor, correlation, causation, traceparent, position)
      order by f.position`,
    [
      told.map(({ at }) => factId(at)),
      told.map(({ fact }) => topicOf(fact.type)),
      told.map(({ fact }) => fact.type),
      told.map(({ fact }) => fact.key),
      told.map(({ fact }) => payload(fact)),
      told.map(({ at }) => at),
      told.map(({ context }) => context.actor),
      told.map(({ context }) => context.correlation),
      told.map(({ context }) => context.causation),
      told.map(({ context }) => context.traceparent),
    ],
  );
}

/** The topic of a fact is the first two parts of its type. */
export function topicOf(type: string): string {
  return type.split('.').slice(0, 2).join('.');
}

function payload(fact: Fact): string {
  const json = JSON.stringify(fact.data, wholeNumbers);
  if (json === undefined) throw new Error(`${fact.type} has no payload`);
  if (Buffer.byteLength(json) > PAYLOAD_MAX_BYTES) {
    throw new Error(`${fact.type} of ${fact.key}: the payload is larger than ${PAYLOAD_MAX_BYTES} bytes`);
  }
  return json;
}

/** Money may be a bigint in calculations; on the wire it is an integer number. */
function wholeNumbers(_name: string, value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`${value} does not fit into a JSON number`);
  return number;
}
