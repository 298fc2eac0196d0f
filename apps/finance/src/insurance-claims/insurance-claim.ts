import type { Fen, LegalDate } from '@xibu/domain';
import type { ClaimKind, ClaimStatus } from '@xibu/domain/finance/api';
import type { Signature } from '../offices/signature.js';

/** 理赔: one event of one insured person, from the report to the payment or the refusal. */
export interface InsuranceClaim {
  readonly id: string;
  readonly accountId: string;
  readonly division: number;
  readonly policyId: string;
  readonly kind: ClaimKind;
  readonly happenedOn: LegalDate;
  /** What happened, sealed: it is about somebody's health. */
  readonly wordsSealed: string;
  readonly documents: readonly string[];
  readonly status: ClaimStatus;
  readonly claimedFen: Fen;
  readonly paidFen: Fen | null;
  readonly paidOn: LegalDate | null;
  readonly reason: string | null;
  readonly history: readonly (Signature & { readonly step: ClaimStatus })[];
  readonly version: number;
}
