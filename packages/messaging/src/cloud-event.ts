import type { Received } from '@xibu/domain';
import type { Delivered, Message } from './message.js';

/** A row of the outbox, as the relay reads it. */
export interface OutboxRow {
  /** Grows with every fact that the service records; the facts of one aggregate are ordered by it. */
  readonly id: string;
  readonly xid: string;
  readonly horizon: string;
  readonly fact_id: string;
  readonly topic: string;
  readonly type: string;
  readonly key: string;
  readonly at: Date;
  /** JSON. */
  readonly data: string;
  readonly actor: string;
  readonly correlation: string;
  readonly causation: string | null;
  readonly traceparent: string | null;
}

/** CloudEvents 1.0 in binary mode: the attributes are headers, the data is the value. */
export function toMessage(row: OutboxRow, service: string): Message {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: row.fact_id,
    ce_source: `/xibu/${service}`,
    ce_type: row.type,
    ce_subject: row.key,
    ce_time: legalTime(row.at),
    ce_sequence: row.id.padStart(20, '0'),
    ce_actor: row.actor,
    ce_correlation: row.correlation,
  };
  if (row.causation) headers['ce_causation'] = row.causation;
  if (row.traceparent) headers['traceparent'] = row.traceparent;
  return { topic: row.topic, key: row.key, headers, value: row.data };
}

/** RFC 3339 in the time zone of every legal date, Asia/Shanghai, which has had no summer time since 1991. */
export function legalTime(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
}

/** A message that has been read: the fact, and what is not part of it. */
export interface ReadMessage {
  readonly fact: Received;
  readonly traceparent: string | null;
  readonly sequence: string | null;
}

/** The message cannot be read as a fact. Trying again will not help; somebody has to look at it. */
export class Unreadable extends Error {}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function typeOf(message: Delivered): string | null {
  return message.headers['ce_type'] ?? null;
}

export function read(message: Delivered): ReadMessage {
  const header = (name: string): string => {
    const value = message.headers[name];
    if (!value) throw new Unreadable(`the header ${name} is missing`);
    return value;
  };
  if (header('ce_specversion') !== '1.0') throw new Unreadable('not a CloudEvent of version 1.0');
  const id = header('ce_id');
  if (!UUID.test(id)) throw new Unreadable(`the id is not a UUID: ${id}`);
  if (message.key === null || message.key === '') throw new Unreadable('the key is missing');
  const fact: Received = {
    id: id.toLowerCase(),
    type: header('ce_type'),
    key: message.key,
    data: json(message.value),
    at: header('ce_time'),
    actor: header('ce_actor'),
    correlation: header('ce_correlation'),
    causation: message.headers['ce_causation'] ?? null,
  };
  return {
    fact,
    traceparent: message.headers['traceparent'] ?? null,
    sequence: message.headers['ce_sequence'] ?? null,
  };
}

function json(value: Buffer | null): unknown {
  if (value === null) throw new Unreadable('the message is empty');
  try {
    return JSON.parse(value.toString('utf8'));
  } catch (error) {
    throw new Unreadable(`the value is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
