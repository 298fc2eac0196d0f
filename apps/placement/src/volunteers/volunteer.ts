import type { Grade, LegalDate, Period, ProjectKind, Special } from '@xibu/domain';
import type {
  DiplomaKind,
  LeavingKind,
  SecondRegistration,
  VolunteerStatus,
  VolunteerStep,
} from '@xibu/domain/placement/api';
import type { ServiceSpan } from '@xibu/domain/placement/events';
import type { LossReason } from '@xibu/domain/recruitment/events';

/** The post as it is shown beside a volunteer. */
export interface HeldPost {
  readonly code: string;
  readonly title: string;
  readonly unitName: string;
  readonly special: Special;
  readonly projectKind: ProjectKind;
}

/** Service at one place, half-open days; an open stint is the present one. */
export interface Stint extends Period {
  readonly county: number;
  readonly unit: string;
  readonly projectKind: ProjectKind;
}

/** Unpaid days of one leave, or of its overrun. */
export interface Absence extends Period {
  readonly leaveId: string;
  readonly kind: string;
}

/** What other services say of a person; each part is there as soon as it was heard. */
export interface PersonCopy {
  readonly name: string;
  readonly sex: string;
  readonly university: string;
  readonly major: string;
  readonly identityMasked: string;
  readonly cardLastFour: string | null;
  /** Commercial cover by policy. */
  readonly covers: Readonly<Record<string, Period>>;
}

/** 志愿者: one admitted person from report-in to the last day, over up to three years. */
export interface Volunteer extends PersonCopy {
  readonly id: string;
  /** 报名编号: the order of every list. */
  readonly number: string;
  /** The season of recruitment; it stays. */
  readonly season: string;
  /** The season of the present or, after an extension, of the coming term. */
  readonly lastSeason: string;
  readonly accountId: string;
  readonly applicationId: string;
  readonly status: VolunteerStatus;
  readonly county: number;
  readonly unit: string;
  readonly postId: string;
  readonly post: HeldPost;
  readonly confirmationNumber: string;
  readonly track: 'open' | 'teaching-group';
  readonly admittedAt: Date;
  /** Reported in once without diploma or degree. */
  readonly cameWithoutDiploma: boolean;
  readonly diploma: DiplomaKind | null;
  /** Also the start-of-work date: 参加工作时间按其到基层报到之日起算 (notice 3.1.4). */
  readonly checkedInOn: LegalDate | null;
  readonly dispatchId: string | null;
  readonly dispatchedOn: LegalDate | null;
  readonly termFrom: LegalDate | null;
  /** The last day of the agreement in force or, after an extension, of the coming one. */
  readonly termTo: LegalDate | null;
  readonly termYears: number;
  readonly registration: SecondRegistration | null;
  /** Why the region lets this person on post without commercial cover. */
  readonly coverWaiver: string | null;
  readonly onPostOn: LegalDate | null;
  readonly stints: readonly Stint[];
  readonly absences: readonly Absence[];
  /** What was told last of the days served. */
  readonly spans: readonly ServiceSpan[];
  readonly grades: Readonly<Record<string, Grade>>;
  readonly postChanges: number;
  readonly leftOn: LegalDate | null;
  readonly leftKind: LeavingKind | null;
  readonly lossReason: LossReason | null;
  readonly history: readonly VolunteerStep[];
  readonly updatedAt: Date;
  readonly version: number;
}

/** Counted as on post: domain glossary, on-post(date). */
export const servingStatuses: readonly VolunteerStatus[] = ['on-post', 'on-leave', 'overdue'];
/** Handed over to the county and not gone. */
export const handedOver: readonly VolunteerStatus[] = ['dispatched', 'agreement-signed', ...servingStatuses];

export function isServing({ status }: Pick<Volunteer, 'status'>): boolean {
  return servingStatuses.includes(status);
}

/** What every fact of a volunteer carries. */
export function ofVolunteer(volunteer: Volunteer) {
  const { id: volunteerId, number, accountId, applicationId, season, county } = volunteer;
  return { volunteerId, number, accountId, applicationId, season, county };
}
