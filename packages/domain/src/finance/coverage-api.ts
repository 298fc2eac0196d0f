import type { StepView } from './steps.js';

export const gapKinds = ['commercial', 'social', 'agreement', 'pay'] as const;
export type GapKind = (typeof gapKinds)[number];
export const gapStates = ['open', 'covered', 'settled'] as const;
export type GapState = (typeof gapStates)[number];

/** Days on post without cover; `to` is the first day not in it, null while the gap goes on. */
export interface GapView {
  readonly id: string;
  readonly accountId: string;
  readonly number: string | null;
  readonly name: string | null;
  readonly county: number;
  readonly kind: GapKind;
  readonly from: string;
  readonly to: string | null;
  /** So far. */
  readonly days: number;
  readonly owner: string;
  readonly state: GapState;
  readonly foundAt: string;
  readonly coveredAt: string | null;
  readonly settled: StepView | null;
  readonly reason: string | null;
  readonly version: number;
}

/** Somebody on post today, and what covers them. */
export interface CoverageRow {
  readonly id: string;
  readonly accountId: string;
  readonly number: string | null;
  readonly name: string | null;
  readonly county: number;
  readonly unit: string | null;
  readonly hasAgreement: boolean;
  readonly hasCommercial: boolean;
  /** The last month with social insurance posted, `YYYY-MM`. */
  readonly insuredUntil: string | null;
  /** The last month whose pay was accepted. */
  readonly paidUntil: string | null;
  readonly openGaps: number;
}

export interface Days {
  readonly from: string;
  /** The first day not in it; null while it goes on. */
  readonly to: string | null;
}

/** 保障日历 of one person over a programme year. */
export interface CoverageCalendar {
  readonly accountId: string;
  readonly name: string | null;
  readonly service: readonly (Days & { readonly county: number; readonly unit: string; readonly isPaid: boolean })[];
  readonly agreements: readonly Days[];
  readonly commercial: readonly (Days & { readonly policyId: string | null; readonly status: string })[];
  readonly social: readonly { readonly month: string; readonly schemes: readonly string[] }[];
  readonly pay: readonly {
    readonly month: string;
    readonly netFen: number;
    readonly state: string | null;
    readonly paidOn: string | null;
  }[];
  readonly gaps: readonly GapView[];
}
