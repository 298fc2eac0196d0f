import type { Fen, LegalDate, Month } from '@xibu/domain';
import type { RunStatus } from '@xibu/domain/finance/api';
import type { Signature } from '../offices/signature.js';

/** 发放批次: the subsidies of one county for one month, from its draft to the closed month. */
export interface SubsidyRun {
  readonly id: string;
  /** `152201-2023-09` */
  readonly number: string;
  readonly season: string;
  readonly month: Month;
  /** The county. */
  readonly division: number;
  readonly since: Month;
  readonly status: RunStatus;
  readonly dueOn: LegalDate;
  /** Version of the rulebook that it goes by. */
  readonly decidedBy: string;
  readonly openedAt: Date;
  readonly attendanceLocked: Signature | null;
  readonly calculated: Signature | null;
  readonly approved: Signature | null;
  readonly released: Signature | null;
  readonly overrideReason: string | null;
  readonly returnReason: string | null;
  /** The order of releases: what was released before counts as posted. */
  readonly releaseSeq: number | null;
  readonly people: number;
  readonly payable: number;
  readonly exceptions: number;
  readonly grossFen: Fen;
  readonly personalFen: Fen;
  readonly employerFen: Fen;
  readonly netFen: Fen;
  readonly inputDigest: string | null;
  readonly resultDigest: string | null;
  readonly version: number;
}

/** What a calculation came to. */
export type RunFigures = Pick<
  SubsidyRun,
  'people' | 'payable' | 'exceptions' | 'grossFen' | 'personalFen' | 'employerFen' | 'netFen'
> & { readonly inputDigest: string; readonly resultDigest: string };

export function isReleased({ releaseSeq }: Pick<SubsidyRun, 'releaseSeq'>): boolean {
  return releaseSeq !== null;
}
