import { type Fact, Refusal } from '@xibu/domain';
import type { OfficeRatingGrade } from '@xibu/domain/assessment/api';
import { OfficeRated } from '@xibu/domain/assessment/events';

/** 绩效考核 of a county or university office: what the system knows of it, a score, and a rating. */
export interface OfficeRating {
  readonly id: string;
  readonly season: string;
  readonly officeId: string;
  readonly division: number | null;
  readonly university: string | null;
  readonly rating: OfficeRatingGrade;
  readonly score: number;
  readonly evidence: OfficeEvidence;
  readonly proposedBy: string;
  readonly decidedBy: string | null;
  readonly status: 'proposed' | 'decided';
}

/** Evidence that the system has by itself. */
export interface OfficeEvidence {
  readonly reportsDue: number;
  readonly reportsLate: number;
  readonly incidents: number;
  readonly managementFaults: number;
  readonly ticketsOverdue: number;
}

/** Points off a hundred: lateness of reports by share, faults of management and matters left lying by count. */
export function scoreOf({ reportsDue, reportsLate, managementFaults, ticketsOverdue }: OfficeEvidence): number {
  const late = reportsDue === 0 ? 0 : Math.round((40 * reportsLate) / reportsDue);
  return Math.max(0, 100 - late - 30 * managementFaults - 5 * ticketsOverdue);
}

/** The region decides what the tier below, or another officer, has proposed; a failing office loses its standing (notice 2.1.2). */
export function decide(proposed: OfficeRating, by: string): [OfficeRating, Fact] {
  if (proposed.status !== 'proposed') throw new Refusal('office-rating.wrong-step');
  if (proposed.proposedBy === by) throw new Refusal('four-eyes.same-person');
  const { officeId, season, division, university, rating } = proposed;
  return [
    { ...proposed, status: 'decided', decidedBy: by },
    OfficeRated(officeId, { officeId, season, county: division, university, rating }),
  ];
}
