import type { Milestone } from '@xibu/domain';
import type { ChangeStatus, MilestoneWindow } from '@xibu/domain/programme/api';

/** 年度: one programme year of a region, from its first notice on. */
export interface Season {
  /** `2023-2024` */
  readonly season: string;
  readonly name: string;
  /** Division of the region that runs it. */
  readonly region: number;
  readonly openedAt: Date;
  readonly openedBy: string;
}

/** When a step of the year is possible, and by which document. */
export interface Window {
  readonly milestone: Milestone;
  readonly opensAt: Date;
  /** The first instant no longer inside. */
  readonly closesAt: Date;
}

/** 时间安排: what one notice sets or moves; prepared by one, set by another, kept for good. */
export interface MilestoneChange {
  readonly id: string;
  readonly season: string;
  readonly noticeNumber: string;
  readonly windows: readonly MilestoneWindow[];
  readonly reason: string | null;
  readonly status: ChangeStatus;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
}
