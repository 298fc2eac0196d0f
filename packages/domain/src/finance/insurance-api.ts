import type { StepView } from './steps.js';

/** Sums insured a head; the first two are what every volunteer must have (notice 3.2.2). */
export interface PolicyCovers {
  readonly accidentFen: number;
  readonly criticalIllnessFen: number;
  readonly hospitalFen: number;
  readonly accidentMedicalFen: number;
}

/** 商业保险 bought for a region or a league-city. Days up to but not including `to`. */
export interface PreparePolicyRequest {
  readonly season: string;
  readonly place: number;
  readonly insurer: string;
  readonly number: string;
  readonly covers: PolicyCovers;
  readonly from: string;
  readonly to: string;
  readonly premiumFen: number;
}

export interface PolicyView extends PreparePolicyRequest {
  readonly id: string;
  readonly status: 'prepared' | 'approved';
  readonly prepared: StepView;
  readonly approved: StepView | null;
  readonly members: number;
  readonly version: number;
}

export interface CoverRow {
  readonly id: string;
  readonly accountId: string;
  readonly number: string | null;
  readonly name: string | null;
  readonly county: number;
  readonly season: string;
  readonly policyId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** `to-insure`: admitted, and no policy reaches the person yet. */
  readonly status: 'to-insure' | 'insured' | 'ended' | 'void';
}

export const claimKinds = ['accident', 'critical-illness', 'hospital', 'accident-medical'] as const;
export type ClaimKind = (typeof claimKinds)[number];
export const claimStatuses = ['reported', 'documents', 'accepted', 'refused', 'paid'] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

export interface ReportClaimRequest {
  readonly accountId: string;
  readonly kind: ClaimKind;
  readonly happenedOn: string;
  /** What happened; health data, sealed. */
  readonly words: string;
  readonly claimedFen: number;
}

export interface ClaimDocumentsRequest {
  /** Papers handed in, by name. */
  readonly documents: readonly string[];
}

export interface DecideClaimRequest {
  readonly decision: 'accepted' | 'refused';
  readonly reason: string;
}

export interface PayClaimRequest {
  readonly paidFen: number;
  readonly paidOn: string;
}

export interface ClaimView {
  readonly id: string;
  readonly accountId: string;
  readonly name: string | null;
  readonly county: number;
  readonly policyId: string;
  readonly kind: ClaimKind;
  readonly happenedOn: string;
  /** Null for those who need not know. */
  readonly words: string | null;
  readonly documents: readonly string[];
  readonly status: ClaimStatus;
  readonly claimedFen: number;
  readonly paidFen: number | null;
  readonly paidOn: string | null;
  readonly reason: string | null;
  readonly history: readonly (StepView & { readonly step: ClaimStatus })[];
  readonly version: number;
}

/** 参保与代扣: one person and scheme of a month, from what released runs posted. */
export interface InsuredRow {
  readonly id: string;
  readonly accountId: string;
  readonly number: string | null;
  readonly name: string | null;
  /** Masked; whole in the file for the agency. */
  readonly identityNumber: string | null;
  readonly county: number;
  readonly scheme: string;
  readonly personalFen: number;
  readonly employerFen: number;
  readonly change: 'joined' | 'stays' | 'left';
}

export interface InsuredMonth {
  readonly month: string;
  readonly county: number;
  readonly schemes: readonly { readonly scheme: string; readonly personalFen: number; readonly employerFen: number }[];
}

export interface SlipRowRequest {
  readonly identityNumber: string;
  readonly scheme: string;
  readonly personalFen: number;
  readonly employerFen: number;
}

/** 社会保险经办机构核定单 of a county and month; a later one takes the place of an earlier. */
export interface ImportSlipRequest {
  readonly month: string;
  readonly county: number;
  readonly rows: readonly SlipRowRequest[];
}

export const slipResults = ['equal', 'amount-differs', 'missing-at-agency', 'unknown-at-agency'] as const;
export type SlipResult = (typeof slipResults)[number];

export interface SlipView {
  readonly id: string;
  readonly county: number;
  readonly month: string;
  readonly imported: StepView;
  readonly isCurrent: boolean;
  readonly rows: number;
  readonly results: Readonly<Record<SlipResult, number>>;
}

export interface SlipRow {
  readonly id: string;
  readonly accountId: string | null;
  readonly name: string | null;
  readonly identityNumber: string | null;
  readonly scheme: string;
  readonly result: SlipResult;
  readonly ourPersonalFen: number;
  readonly ourEmployerFen: number;
  readonly agencyPersonalFen: number;
  readonly agencyEmployerFen: number;
}
