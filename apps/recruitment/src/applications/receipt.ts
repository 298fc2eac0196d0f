import { createHash } from 'node:crypto';
import type { Application } from './application.js';

/** Digest of what is submitted, over its fields in the order of their names: the same form gives the same receipt. */
export function receiptOf({ id, form, identityIndex }: Application): string {
  const fields = Object.entries(form).sort(([left], [right]) => (left < right ? -1 : 1));
  return createHash('sha256').update(JSON.stringify({ id, identityIndex, fields })).digest('hex');
}
