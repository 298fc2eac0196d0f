import type { Milestone } from '../programme-terms.js';
import type { Rulebook, RulebookValues } from '../rulebook.js';

export interface OpenSeasonRequest {
  /** `2023-2024` */
  readonly season: string;
  readonly name?: string;
  /** Division of the region, for instance 150000. */
  readonly region: number;
}

/** RFC 3339; `closesAt` is the first instant no longer inside (24:00 of the last day). */
export interface MilestoneWindow {
  readonly milestone: Milestone;
  readonly opensAt: string;
  readonly closesAt: string;
}

export interface MilestoneView extends MilestoneWindow {
  readonly noticeNumber: string;
}

export interface SeasonView {
  readonly season: string;
  readonly name: string;
  readonly region: number;
  readonly regionName: string;
  readonly milestones: readonly MilestoneView[];
  /** The published rules in force today. */
  readonly values?: RulebookValues;
}

/** One notice sets or moves one or several windows. */
export interface ProposeMilestonesRequest {
  readonly noticeNumber: string;
  readonly windows: readonly MilestoneWindow[];
  readonly reason?: string;
}

export const changeStatuses = ['proposed', 'set', 'rejected'] as const;
export type ChangeStatus = (typeof changeStatuses)[number];

export interface MilestoneChangeView {
  readonly id: string;
  readonly season: string;
  readonly noticeNumber: string;
  readonly windows: readonly MilestoneWindow[];
  readonly reason: string | null;
  readonly status: ChangeStatus;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
}

export interface PrepareRulebookRequest {
  readonly season: string;
  /** YYYY-MM-DD */
  readonly validFrom: string;
  readonly values: RulebookValues;
  readonly clauses: Rulebook['clauses'];
}

export type SaveRulebookRequest = Omit<PrepareRulebookRequest, 'season'>;

export interface FirstRulebookRequest {
  readonly season: string;
}

export const rulebookStatuses = ['draft', 'published', 'discarded'] as const;
export type RulebookStatus = (typeof rulebookStatuses)[number];

export interface RulebookRow {
  readonly id: string;
  readonly season: string;
  readonly bookVersion: string;
  readonly status: RulebookStatus;
  readonly validFrom: string;
  readonly preparedBy: string;
  readonly publishedBy: string | null;
  readonly publishedAt: string | null;
  /** For If-Match. */
  readonly version: number;
}

export interface RulebookView extends RulebookRow {
  readonly values: RulebookValues;
  readonly clauses: Rulebook['clauses'];
}
