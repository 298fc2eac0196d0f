import type { ProjectKind, Special } from '../programme-terms.js';

/** 志愿者: from admission to the last day of service. `lost` ended before dispatch. */
export const volunteerStatuses = [
  'admitted',
  'checked-in',
  'trained',
  'dispatched',
  'agreement-signed',
  'on-post',
  'on-leave',
  'overdue',
  'left',
  'lost',
] as const;
export type VolunteerStatus = (typeof volunteerStatuses)[number];

export const leavingKinds = ['completed', 'early-exit', 'terminated', 'deceased'] as const;
export type LeavingKind = (typeof leavingKinds)[number];

/** What became of one row of a bulk step; `code` is the Refusal that said no. */
export interface RowResult {
  readonly number: string;
  readonly ok: boolean;
  readonly code: string | null;
  readonly detail: string | null;
}
export interface BulkResult {
  readonly done: number;
  readonly refused: number;
  readonly rows: readonly RowResult[];
}

export interface VolunteerRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly sex: string;
  readonly status: VolunteerStatus;
  readonly season: string;
  readonly county: number;
  readonly countyName: string;
  readonly unit: string;
  readonly unitName: string;
  readonly postCode: string;
  readonly postTitle: string;
  readonly special: Special;
  readonly projectKind: ProjectKind;
  readonly university: string;
  readonly checkedInOn: string | null;
  readonly onPostOn: string | null;
  readonly termTo: string | null;
  readonly leftOn: string | null;
}

export const diplomaKinds = ['diploma', 'degree', 'none'] as const;
/** 毕业证或学位证: either will do (notice 2.3.1). */
export type DiplomaKind = (typeof diplomaKinds)[number];

export interface CheckInRow {
  readonly number: string;
  /** Number on the confirmation notice that was shown; empty when none was. */
  readonly confirmationNumber: string;
  readonly diploma: DiplomaKind;
  readonly identityShown: boolean;
}
export interface CheckInRequest {
  readonly season: string;
  /** YYYY-MM-DD; today when left out. */
  readonly on?: string;
  readonly rows: readonly CheckInRow[];
}

export interface CloseReportInRequest {
  readonly season: string;
}

export interface OnPostRow {
  readonly number: string;
  /** YYYY-MM-DD; today when left out. */
  readonly on?: string;
}
export interface ConfirmOnPostRequest {
  readonly season: string;
  readonly rows: readonly OnPostRow[];
}

/** What the volunteer or the offices have to do next, and until when. */
export interface NextAction {
  readonly action:
    | 'report-in'
    | 'training'
    | 'await-dispatch'
    | 'sign-agreement'
    | 'await-signatures'
    | 'second-registration'
    | 'confirm-bank-card'
    | 'await-on-post'
    | 'serve'
    | 'return-from-leave'
    | 'none';
  /** RFC 3339; null where no day is set. */
  readonly until: string | null;
}

export interface SecondRegistration {
  readonly address: string;
  readonly mobile: string;
  readonly emergencyName: string;
  readonly emergencyMobile: string;
  readonly registeredOn: string;
}

export interface VolunteerStep {
  readonly at: string;
  readonly step: string;
  readonly by: string;
  readonly note: string | null;
}

export interface VolunteerView extends VolunteerRow {
  readonly confirmationNumber: string;
  readonly identityNumberMasked: string;
  readonly major: string;
  readonly track: 'open' | 'teaching-group';
  readonly diploma: DiplomaKind | null;
  readonly startOfWorkOn: string | null;
  readonly dispatchedOn: string | null;
  readonly termFrom: string | null;
  readonly termYears: number;
  readonly registration: SecondRegistration | null;
  readonly cardLastFour: string | null;
  readonly coverWaiver: string | null;
  readonly leftKind: LeavingKind | null;
  readonly lossReason: string | null;
  readonly postChanges: number;
  readonly history: readonly VolunteerStep[];
}

export interface OwnVolunteerView {
  readonly volunteer: VolunteerView;
  readonly next: NextAction;
  readonly agreementId: string | null;
  readonly leaveDaysUsed: number;
  readonly leaveDaysMax: number;
}

export const volunteersCountedBy = ['county', 'unit', 'university', 'status', 'special'] as const;
export type VolunteersCountedBy = (typeof volunteersCountedBy)[number];
export interface VolunteerCounts {
  readonly by: VolunteersCountedBy;
  readonly total: number;
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly total: number;
    readonly byStatus: Readonly<Record<string, number>>;
  }[];
}

export interface DecideRequest {
  readonly approved: boolean;
  readonly reason: string;
}

export interface PlanTrainingRequest {
  readonly season: string;
  readonly title: string;
  /** YYYY-MM-DD */
  readonly heldOn: string;
  readonly place: string;
  readonly hours: number;
  /** 国情社情、群众工作、民族政策、风俗习惯 and what else is taught. */
  readonly topics: readonly string[];
  /** Whoever misses a required one is not dispatched. */
  readonly isRequired: boolean;
}
export interface TrainingView extends PlanTrainingRequest {
  readonly id: string;
  readonly status: 'planned' | 'held' | 'cancelled';
  readonly attended: number;
  readonly absent: number;
}
export interface AttendanceRequest {
  readonly rows: readonly { readonly number: string; readonly attended: boolean }[];
}

export interface PrepareDispatchesRequest {
  readonly season: string;
  /** One county; every county with trained people when left out. */
  readonly county?: number;
  /** YYYY-MM-DD */
  readonly handOverOn: string;
  readonly place: string;
}
export interface DispatchView {
  readonly id: string;
  readonly season: string;
  readonly county: number;
  readonly countyName: string;
  readonly number: string;
  readonly handOverOn: string;
  readonly place: string;
  readonly status: 'prepared' | 'confirmed';
  readonly people: number;
  readonly confirmedOn: string | null;
}
export interface ConfirmDispatchRequest {
  /** 报名编号 of people on the list who did not come along; they stay trained and wait for the next list. */
  readonly missing: readonly string[];
}

export const agreementParties = ['volunteer', 'unit', 'county'] as const;
export type AgreementParty = (typeof agreementParties)[number];
export type AgreementStatus = 'open' | 'signed' | 'void';
export interface AgreementRow {
  readonly id: string;
  readonly agreementNumber: string;
  readonly number: string;
  readonly name: string;
  readonly season: string;
  readonly county: number;
  readonly unit: string;
  readonly kind: 'first' | 'extension' | 'annex';
  readonly status: AgreementStatus;
  readonly from: string;
  readonly to: string;
  readonly signedByVolunteer: boolean;
  readonly signedByUnit: boolean;
  readonly signedByCounty: boolean;
  readonly signedOn: string | null;
}
/** The post as it stood when the agreement was made. */
export interface AgreementTermsView {
  readonly postCode: string;
  readonly postTitle: string;
  readonly unitName: string;
  readonly special: Special;
  readonly projectKind: ProjectKind;
  readonly duties: string;
  readonly providesBoardAndLodging: boolean;
  readonly cashMonthlyFen: number;
}
export interface AgreementView extends AgreementRow {
  readonly volunteerId: string;
  readonly postId: string;
  readonly terms: AgreementTermsView;
  readonly signatures: Readonly<Partial<Record<AgreementParty, { readonly by: string; readonly at: string }>>>;
  readonly lateReason: string | null;
}
/** 未签协议: who is missing where, for supervision. */
export interface UnsignedRow {
  readonly county: number;
  readonly countyName: string;
  readonly leagueCity: number;
  readonly people: number;
  readonly missingVolunteer: number;
  readonly missingUnit: number;
  readonly missingCounty: number;
}
export interface SignAgreementsRequest {
  readonly ids: readonly string[];
}
export interface AllowLateRequest {
  readonly reason: string;
  /** YYYY-MM-DD, the last day for signing. */
  readonly until: string;
}

export interface RegisterAgainRequest {
  readonly postConfirmed: boolean;
  readonly declared: boolean;
  readonly address: string;
  readonly mobile: string;
  readonly emergencyName: string;
  readonly emergencyMobile: string;
}
