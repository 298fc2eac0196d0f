import type { ProjectKind, Special } from '../programme-terms.js';

/** A maximum over all posts of a division: of one project kind, perhaps of one special only. */
export interface QuotaLine {
  /** A county, or a league-city for a cap over its counties. */
  readonly division: number;
  /** Null would be both kinds together; that overlaps with the scale of each and is refused. */
  readonly projectKind: ProjectKind | null;
  /** Null for all specials together. */
  readonly special: Special | null;
  /** National project: people on post, renewals included; local project: new recruits of the season. */
  readonly max: number;
}

export const quotaPlanStatuses = ['draft', 'proposed', 'approved', 'superseded'] as const;
export type QuotaPlanStatus = (typeof quotaPlanStatuses)[number];

export interface PrepareQuotaPlanRequest {
  readonly season: string;
  readonly lines: readonly QuotaLine[];
}

export interface QuotaLineView extends QuotaLine {
  readonly quotaId: string;
  /** People who count against it now: renewing volunteers (national project) and those placed this season. */
  readonly taken: number;
  /** What a round may still place below it; never under 0. */
  readonly left: number;
}

export interface QuotaPlanView {
  readonly id: string;
  readonly season: string;
  readonly status: QuotaPlanStatus;
  readonly lines: readonly QuotaLine[];
  /** What the rulebook allows, and what the county lines of each kind sum to. */
  readonly scale: Readonly<Record<ProjectKind, { readonly max: number; readonly allotted: number }>>;
  readonly preparedBy: string;
  readonly approvedBy: string | null;
  readonly decidedBy: string;
  readonly returnReason: string | null;
  readonly version: number;
}

/** What stands in force, as one office sees it: its own lines, and the scale for those above the counties. */
export interface QuotasView {
  readonly season: string;
  readonly lines: readonly QuotaLineView[];
}

export const quotaTransferStatuses = ['proposed', 'approved', 'refused'] as const;
export type QuotaTransferStatus = (typeof quotaTransferStatuses)[number];

/** 名额调剂; without `to` the number goes back to the region (收回). */
export interface ProposeTransferRequest {
  readonly season: string;
  readonly projectKind: ProjectKind;
  readonly from: number;
  readonly to: number | null;
  readonly count: number;
  readonly reason: string;
}

export interface QuotaTransferView extends ProposeTransferRequest {
  readonly id: string;
  readonly status: QuotaTransferStatus;
  readonly proposedBy: string;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
}
