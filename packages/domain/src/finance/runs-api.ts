import type { StepView } from './steps.js';

/** 发放批次 of a county and month; from `sent` on the payments move it. */
export const runStatuses = [
  'draft',
  'attendance-locked',
  'calculated',
  'county-approved',
  'released',
  'sent',
  'paid',
  'closed',
] as const;
export type RunStatus = (typeof runStatuses)[number];

export interface OpenRunRequest {
  readonly month: string;
  readonly county: number;
}

export interface ApproveRunRequest {
  /** Why the run is approved although a unit has not confirmed its attendance. */
  readonly overrideReason?: string;
}

export interface RunRow {
  readonly id: string;
  /** `152201-2023-09` */
  readonly number: string;
  readonly season: string;
  readonly month: string;
  readonly county: number;
  readonly status: RunStatus;
  readonly dueOn: string;
  /** In the pay list. */
  readonly people: number;
  readonly payable: number;
  readonly exceptions: number;
  readonly grossFen: number;
  readonly personalFen: number;
  readonly employerFen: number;
  readonly netFen: number;
  readonly version: number;
}

/** How many lines stand where, with their sum; those that another line pays again stand apart. */
export interface LineCount {
  readonly state: 'not-payable' | 'waiting' | 'pending' | 'accepted' | 'returned' | 'replaced';
  readonly lines: number;
  readonly fen: number;
}

export interface RunView extends RunRow {
  /** The first month that is recomputed. */
  readonly since: string;
  /** Version of the rulebook. */
  readonly decidedBy: string;
  readonly openedAt: string;
  readonly steps: {
    readonly attendanceLocked: StepView | null;
    readonly calculated: StepView | null;
    readonly approved: StepView | null;
    readonly released: StepView | null;
  };
  readonly overrideReason: string | null;
  readonly returnReason: string | null;
  readonly inputDigest: string | null;
  readonly resultDigest: string | null;
  readonly units: { readonly all: number; readonly confirmed: number; readonly missing: readonly string[] };
  readonly payments: readonly LineCount[];
}

export interface RunTotal {
  readonly county: number;
  readonly project: string;
  readonly source: string;
  readonly component: string;
  readonly fen: number;
}

/** What a run would be with what is known now; nothing is kept. */
export interface RunPreview {
  readonly month: string;
  readonly county: number;
  readonly people: number;
  readonly payable: number;
  readonly grossFen: number;
  readonly personalFen: number;
  readonly employerFen: number;
  readonly netFen: number;
  readonly totals: readonly RunTotal[];
  readonly exceptions: readonly {
    readonly accountId: string;
    readonly name: string | null;
    readonly code: string;
    readonly detail: string;
  }[];
}

export interface RunPersonRow {
  readonly id: string;
  readonly accountId: string;
  readonly number: string;
  readonly name: string | null;
  readonly unit: string | null;
  readonly grossFen: number | null;
  readonly personalFen: number | null;
  readonly carryInFen: number | null;
  readonly netFen: number | null;
  readonly carryOutFen: number | null;
  readonly employerFen: number | null;
  readonly payable: boolean | null;
  /** Codes of exceptions; whoever is not paid stands here with a reason. */
  readonly exceptions: readonly string[];
  readonly inPay: boolean;
}

/** The stored inputs computed again: equal, or where not. */
export interface RecomputedRun {
  readonly runId: string;
  readonly number: string;
  readonly equal: boolean;
  readonly inputDigest: string;
  readonly storedInputDigest: string;
  readonly resultDigest: string;
  readonly storedResultDigest: string;
  /** Files of the result whose bytes differ. */
  readonly differs: readonly string[];
}

export const exceptionCodes = [
  'no-rate',
  'no-funding',
  'no-base',
  'no-card',
  'hold',
  /** In service, as was told after the run had been calculated. */
  'not-in-run',
  'unknown-reference',
  'amount-differs',
  'future-date',
  'conflict',
] as const;
export type ExceptionCode = (typeof exceptionCodes)[number];
export const exceptionStates = ['open', 'proposed', 'settled'] as const;
export type ExceptionState = (typeof exceptionStates)[number];

/** Somebody, or a row of a bank, that needs a person to act. */
export interface ExceptionView {
  readonly id: string;
  readonly county: number;
  readonly month: string;
  readonly origin: 'run' | 'bank';
  readonly runId: string | null;
  readonly batchId: string | null;
  /** The return file and its row, for those of a bank. */
  readonly file: string | null;
  readonly row: number | null;
  readonly accountId: string | null;
  readonly name: string | null;
  readonly reference: string | null;
  readonly code: ExceptionCode;
  readonly detail: string;
  /** The office that has to act: `county:152201`. */
  readonly owner: string;
  readonly state: ExceptionState;
  readonly openedAt: string;
  readonly reason: string | null;
  readonly proposed: StepView | null;
  readonly settled: StepView | null;
  readonly version: number;
}

export interface SettleExceptionsRequest {
  readonly ids: readonly string[];
  readonly reason: string;
}

export interface ConfirmExceptionsRequest {
  readonly ids: readonly string[];
}
