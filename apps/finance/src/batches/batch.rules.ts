import { type Actor, type LegalDate, type Month, Refusal } from '@xibu/domain';
import type { LeftOut } from '@xibu/domain/finance/api';
import type { BatchLine, PaymentLine } from '../bank-files/payment-line.js';
import { problemsOf } from '../bank-files/payment-line.rules.js';
import { requireAnother, requireReason, sign } from '../offices/signature.js';
import type { Batch } from './batch.js';

/** A line that waits, and what is known of where it could be paid to. */
export interface Candidate extends PaymentLine {
  readonly accountId: string;
  readonly name: string | null;
  /** The confirmed card in the clear; null when there is none. */
  readonly card: string | null;
  readonly cardId: string | null;
  readonly usableFrom: LegalDate | null;
  readonly onHold: boolean;
}

export interface Chosen {
  readonly lines: readonly (Candidate & { readonly card: string; readonly name: string })[];
  readonly left: readonly LeftOut[];
}

/** Which lines go into a batch of this day, by falling age: of one person only the first, and no card that is two people's. */
export function choose(candidates: readonly Candidate[], today: LegalDate): Chosen {
  const ordered = [...candidates].sort((left, right) => (left.reference < right.reference ? -1 : 1));
  const sharedBy = new Map<string, Set<string>>();
  for (const { card, accountId } of ordered) {
    if (card !== null) sharedBy.set(card, (sharedBy.get(card) ?? new Set()).add(accountId));
  }
  const people = new Set<string>();
  const [lines, left]: [Chosen['lines'][number][], LeftOut[]] = [[], []];
  for (const candidate of ordered) {
    const { reference, accountId, card, name } = candidate;
    const why = reasonAgainst(candidate, today, (sharedBy.get(card ?? '')?.size ?? 0) > 1, people.has(accountId));
    if (why !== null || card === null || name === null) left.push({ reference, accountId, why: why ?? 'no-card' });
    else {
      people.add(accountId);
      lines.push({ ...candidate, card, name });
    }
  }
  return { lines, left };
}

function reasonAgainst(
  { card, usableFrom, onHold, name }: Candidate,
  today: LegalDate,
  isShared: boolean,
  isSecond: boolean,
): LeftOut['why'] | null {
  if (onHold) return 'hold';
  if (card === null || usableFrom === null) return 'no-card';
  if (name === null) return 'no-name';
  if (isShared) return 'account-shared';
  if (today < usableFrom) return 'cooling';
  return isSecond ? 'second-of-person' : null;
}

/** The wall behind {@link choose}: whatever still forbids the batch is a fault of ours, not an answer. */
export function requireSound(lines: readonly BatchLine[], monthLines: readonly PaymentLine[]): void {
  const [problem] = problemsOf(lines, monthLines);
  if (problem) throw new Error(`a batch cannot hold ${problem.reference}: ${problem.code}`);
}

export function batchNumber(county: number, month: Month, serial: number): string {
  return `${county}-${month.replace('-', '')}-${String(serial).padStart(2, '0')}`;
}

/** A second person lets the money go. */
export function release(batch: Batch, actor: Actor, now: Date): Batch {
  requireStatus(batch, 'prepared');
  requireAnother(actor, batch.prepared);
  return { ...batch, status: 'released', released: sign(actor, now), version: batch.version + 1 };
}

/** The lines wait again; the number of the batch is not used a second time. */
export function discard(batch: Batch, reason: string): Batch {
  requireStatus(batch, 'prepared');
  return { ...batch, status: 'discarded', reason: requireReason(reason), version: batch.version + 1 };
}

/** Handed to the bank, once; the same bytes can be fetched again. */
export function exportOnce(batch: Batch, actor: Actor, now: Date): Batch {
  requireStatus(batch, 'released');
  if (batch.exported) throw new Refusal('batch.exported');
  return { ...batch, exported: sign(actor, now), version: batch.version + 1 };
}

/** Only a file that was handed out is fetched, and only for it a bank can answer. */
export function requireExported({ exported, status }: Batch): void {
  if (!exported) throw new Refusal('batch.not-exported', { status });
}

function requireStatus({ status }: Batch, wanted: Batch['status']): void {
  if (status !== wanted) throw new Refusal('batch.wrong-step', { status });
}
