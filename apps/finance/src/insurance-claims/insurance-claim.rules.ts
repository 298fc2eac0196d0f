import { type Actor, dateOf, type LegalDate, Refusal } from '@xibu/domain';
import type {
  ClaimStatus,
  ClaimView,
  DecideClaimRequest,
  PayClaimRequest,
  ReportClaimRequest,
} from '@xibu/domain/finance/api';
import { requireReason, sign } from '../offices/signature.js';
import type { InsuranceClaim } from './insurance-claim.js';

/** The cover that was in force on the day of the event. */
export interface CoverOfDay {
  readonly policyId: string;
  readonly division: number;
}

export function report(
  id: string,
  request: ReportClaimRequest,
  { wordsSealed, cover }: { readonly wordsSealed: string; readonly cover: CoverOfDay | null },
  actor: Actor,
  now: Date,
): InsuranceClaim {
  const { accountId, kind, happenedOn, claimedFen } = request;
  if (happenedOn > dateOf(now)) throw new Refusal('claim.in-the-future', { pointer: '/happenedOn' });
  if (!cover) throw new Refusal('claim.not-covered', { pointer: '/happenedOn', day: happenedOn });
  return {
    ...{ id, accountId, ...cover, kind, happenedOn: happenedOn as LegalDate, wordsSealed, documents: [], claimedFen },
    ...{ status: 'reported', paidFen: null, paidOn: null, reason: null },
    ...{ history: [{ ...sign(actor, now), step: 'reported' }], version: 1 },
  };
}

/** Papers may come bit by bit until the insurer has decided. */
export function addDocuments(
  claim: InsuranceClaim,
  documents: readonly string[],
  actor: Actor,
  now: Date,
): InsuranceClaim {
  requireStatus(claim, ['reported', 'documents']);
  const all = [...new Set([...claim.documents, ...documents.map((name) => name.trim())])];
  return step({ ...claim, documents: all }, 'documents', actor, now);
}

export function decide(
  claim: InsuranceClaim,
  { decision, reason }: DecideClaimRequest,
  actor: Actor,
  now: Date,
): InsuranceClaim {
  requireStatus(claim, ['documents']);
  return step({ ...claim, reason: requireReason(reason) }, decision, actor, now);
}

export function pay(
  claim: InsuranceClaim,
  { paidFen, paidOn }: PayClaimRequest,
  actor: Actor,
  now: Date,
): InsuranceClaim {
  requireStatus(claim, ['accepted']);
  if (paidOn > dateOf(now)) throw new Refusal('claim.in-the-future', { pointer: '/paidOn' });
  return step({ ...claim, paidFen, paidOn: paidOn as LegalDate }, 'paid', actor, now);
}

/** What happened is health data: the person and their county read it, others see that there is a claim. */
export function viewOf(claim: InsuranceClaim, name: string | null, words: string | null): ClaimView {
  const { wordsSealed: _, division, history, ...open } = claim;
  return {
    ...{ ...open, county: division, name, words },
    history: history.map(({ name: by, at, step: taken }) => ({ step: taken, by, at })),
  };
}

function step(claim: InsuranceClaim, status: ClaimStatus, actor: Actor, now: Date): InsuranceClaim {
  const history = [...claim.history, { ...sign(actor, now), step: status }];
  return { ...claim, status, history, version: claim.version + 1 };
}

function requireStatus({ status }: InsuranceClaim, allowed: readonly ClaimStatus[]): void {
  if (!allowed.includes(status)) throw new Refusal('claim.wrong-step', { status });
}
