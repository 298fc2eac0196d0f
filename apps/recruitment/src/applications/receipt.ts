import { createHash } from 'node:crypto';
import type { OpenForm } from './application.js';

/** The form as its writer holds it, and what goes into the digest beside it. */
export interface SubmittedContent {
  readonly form: OpenForm;
  readonly identityNumber: string;
  /** Known to the person alone: without it nobody finds out an identity number by trying them all. */
  readonly salt: string;
}

/**
 * SHA-256 (hex) of `{"salt":…,"fields":[[name,value],…]}`, the fields in the order of their names and the identity number
 * among them: the same form gives the same receipt, and whoever holds form and salt can compute it.
 */
export function receiptOf({ form, identityNumber, salt }: SubmittedContent): string {
  const fields = Object.entries({ ...form, identityNumber }).sort(([left], [right]) => (left < right ? -1 : 1));
  return createHash('sha256').update(JSON.stringify({ salt, fields })).digest('hex');
}
