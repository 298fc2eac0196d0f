import type { LegalDate } from './dates.js';
import type { Fen } from './money.js';
import type { Special } from './programme-terms.js';

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
  readonly leaveUnitDaysMax: number;
  readonly leaveCountyDaysMax: number;
  readonly leaveEachDaysMax: number;
  readonly leaveYearDaysMax: number;
  readonly leaveOverdueDaysMax: number;
  readonly boardLodgingCashMonthlyFenMin: Fen;
  readonly excellentSharePercentMax: number;
  readonly insuranceDaysBeforeReportIn: number;
  readonly insuranceDaysAfterLeaving: number;
  readonly insuranceAccidentFenMin: Fen;
  readonly insuranceCriticalIllnessFenMin: Fen;
  readonly insuranceHospitalFenMin: Fen;
  readonly insuranceAccidentMedicalFenMin: Fen;
  readonly monthlyReportDueDay: number;
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
