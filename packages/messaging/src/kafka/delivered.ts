import type { EachBatchPayload, IHeaders } from 'kafkajs';
import type { Delivered } from '../message.js';

type Batch = EachBatchPayload['batch'];

/** A message as kafkajs hands it over, with its place. */
export function delivered(
  { topic, partition }: Pick<Batch, 'topic' | 'partition'>,
  { offset, key, value, headers }: Batch['messages'][number],
): Delivered {
  return { topic, partition, offset: BigInt(offset), key: key?.toString() ?? null, value, headers: texts(headers) };
}

function texts(headers: IHeaders | undefined): Record<string, string> {
  const entries = Object.entries(headers ?? {}).map(([name, value]) => [name, first(value)?.toString() ?? '']);
  return Object.fromEntries(entries);
}

function first(value: IHeaders[string]): Buffer | string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
