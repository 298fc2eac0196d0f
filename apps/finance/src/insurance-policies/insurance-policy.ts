import type { Fen, LegalDate } from '@xibu/domain';
import type { PolicyCovers } from '@xibu/domain/finance/api';
import type { Signature } from '../offices/signature.js';

/** 商业保险保单 for the volunteers of a place and year. */
export interface InsurancePolicy {
  readonly id: string;
  readonly season: string;
  /** The place whose volunteers it covers. */
  readonly division: number;
  readonly insurer: string;
  readonly number: string;
  readonly covers: PolicyCovers;
  readonly fromDay: LegalDate;
  /** The first day not covered. */
  readonly toDay: LegalDate;
  /** A head. */
  readonly premiumFen: Fen;
  readonly status: 'prepared' | 'approved';
  readonly prepared: Signature;
  readonly approved: Signature | null;
  readonly version: number;
}
