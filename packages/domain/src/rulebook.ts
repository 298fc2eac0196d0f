import type { LegalDate } from './dates.js';
import type { Fen } from './money.js';
import type { AbsenceKind, LeaveKind, Special } from './programme-terms.js';

/** What speaks for an applicant of a special besides the score: annex of the notice, and 选拔标准 (2.2.2). */
export const preferenceCriteria = ['major', 'student-leader', 'volunteering'] as const;
export type PreferenceCriterion = (typeof preferenceCriteria)[number];

/**
 * By special, groups of criteria from the weightiest to the lightest; a group is met when any of its criteria is. Each
 * group that is not met moves an applicant to a lower class.
 */
export type PreferenceGroups = Readonly<Record<Special, readonly (readonly PreferenceCriterion[])[]>>;

/** Every number of the regulation that code decides by. Dated data, never a constant; percentages are inclusive. */
export interface RulebookValues {
  readonly serviceTermYearsMax: number;
  readonly nationalScaleOnPost: number;
  readonly localNewRecruits: number;
  readonly specials: readonly Special[];
  readonly countySpecials: readonly Special[];
  readonly townshipSharePercentMin: number;
  readonly newCountyTownshipSharePercentMin: number;
  readonly ruralEducationSharePercentMin: number;
  readonly youthWorkSharePercentMax: number;
  readonly intendedCountiesMax: number;
  readonly rankedPostsMax: number;
  /** Last day by which the diploma or degree must be held: before going on post (notice 2.2.2). */
  readonly diplomaBy: LegalDate;
  readonly publicNoticeDays: number;
  readonly examScoreHundredthsMax: number;
  /** Proposed when a qualified list is prepared; the list keeps the one that was used. */
  readonly qualifyingScoreHundredthsMin: number;
  /** From so many hours on, somebody has 志愿服务经历. */
  readonly volunteeringHoursMin: number;
  readonly preferenceGroups: PreferenceGroups;
  readonly leaveUnitDaysMax: number;
  readonly leaveCountyDaysMax: number;
  readonly leaveEachDaysMax: number;
  readonly leaveYearDaysMax: number;
  readonly leaveOverdueDaysMax: number;
  /** Kinds of leave that count against the two caps; sitting an exam does not. */
  readonly leaveCappedKinds: readonly LeaveKind[];
  /** Absences for which no subsidy is paid. */
  readonly unpaidAbsences: readonly AbsenceKind[];
  /** 服务协议一年一签: years that one agreement covers. */
  readonly agreementYears: number;
  readonly boardLodgingCashMonthlyFenMin: Fen;
  readonly excellentSharePercentMax: number;
  readonly insuranceDaysBeforeReportIn: number;
  readonly insuranceDaysAfterLeaving: number;
  readonly insuranceAccidentFenMin: Fen;
  readonly insuranceCriticalIllnessFenMin: Fen;
  readonly insuranceHospitalFenMin: Fen;
  readonly insuranceAccidentMedicalFenMin: Fen;
  readonly monthlyReportDueDay: number;
  /** Day of the next month by which a month's subsidy must have been paid: 按月足额发放 (notice 3.2.1). */
  readonly subsidyDueDay: number;
  /** Whoever serves on this day of a month, or on its last day, is insured for the month by the local agency. */
  readonly socialInsuranceDay: number;
  /** Pay components without which nobody may be paid at all. */
  readonly requiredPayComponents: readonly string[];
  /** The funding source that bears the employer's part of social insurance. */
  readonly employerInsuranceSource: string;
  /** Days between the confirmation of a changed bank card and the first payment to it. */
  readonly bankCardCoolingDays: number;
  /** A fund that does not reach for so many more months is shown as short. */
  readonly fundWarningMonths: number;
  readonly postgraduateBonusYearsMin: number;
  readonly postgraduateBonusWindowYears: number;
  readonly freshGraduateWindowYears: number;
  readonly titleAssessmentYearsMin: number;
  readonly volunteersPerManagerMax: number;
}

/** One version of the rules of a season, valid from a day until another replaces it. */
export interface Rulebook {
  readonly version: string;
  readonly season: string;
  readonly validFrom: LegalDate;
  readonly values: RulebookValues;
  /** Where each number stands: the document and its clause. */
  readonly clauses: Readonly<Record<keyof RulebookValues, string>>;
}
