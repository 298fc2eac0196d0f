import type { LegalDate } from '@xibu/domain';
import type { DepartureStatus, DepartureView, TerminationGround } from '@xibu/domain/placement/api';

/** 离岗 before the end of the term: asked for, proposed by the county, or a death. */
export interface Departure {
  readonly id: string;
  readonly volunteerId: string;
  readonly number: string;
  readonly accountId: string;
  readonly county: number;
  readonly unit: string;
  readonly kind: DepartureView['kind'];
  readonly ground: TerminationGround | null;
  readonly lastDay: LegalDate;
  readonly reason: string;
  /** 陈述和申辩: what the volunteer said, before anybody decides to end the service. */
  readonly hearingNote: string | null;
  readonly status: DepartureStatus;
  /** Account that prepared it; another one decides. */
  readonly proposedBy: string;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly updatedAt: Date;
  readonly version: number;
}

export function viewOfDeparture(departure: Departure): DepartureView {
  const { id, number, volunteerId, county, kind, ground, lastDay, reason, hearingNote, status } = departure;
  const { decisionReason } = departure;
  return { id, number, volunteerId, county, kind, ground, lastDay, reason, hearingNote, status, decisionReason };
}
