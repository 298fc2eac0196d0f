import { newKey } from '../api/action-key.js';
import { dropOwn, keepOwn, ownKept } from '../api/own-memory.js';

/** The one submission of a form: made when the form opens, kept through reloads until there is a receipt. */
export interface SubmissionKey {
  readonly key: string;
  /** How often the form had been reviewed: one that was returned is submitted anew, under another key. */
  readonly round: number;
  /** It has been sent, and no answer has come yet. */
  readonly isUnderWay: boolean;
}

/** The key that belongs to this form; the same each time until its submission is done or the form comes back. */
export function openSubmission(id: string, round: number): SubmissionKey {
  const kept = ownKept(keptAs(id));
  if (isSubmissionKey(kept) && kept.round === round) return kept;
  const opened = { key: newKey(), round, isUnderWay: false };
  keepOwn(keptAs(id), opened);
  return opened;
}

export function markUnderWay(id: string, submission: SubmissionKey, isUnderWay: boolean): void {
  keepOwn(keptAs(id), { ...submission, isUnderWay });
}

export function closeSubmission(id: string): void {
  dropOwn(keptAs(id));
}

function keptAs(id: string): string {
  return `submission.${id}`;
}

function isSubmissionKey(value: unknown): value is SubmissionKey {
  return typeof value === 'object' && value !== null && 'key' in value && 'round' in value && 'isUnderWay' in value;
}
