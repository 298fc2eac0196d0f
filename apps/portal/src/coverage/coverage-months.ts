import {
  addDays,
  addMonths,
  daysBetween,
  firstDayOf,
  type LegalDate,
  type Month,
  monthOf,
  overlap,
  type Period,
} from '@xibu/domain/dates';
import type { CoverageCalendar, Days } from '@xibu/domain/finance/coverage-api';

/** One month of somebody's service, and how much of it is covered by what. */
export interface CoverageMonth {
  readonly month: Month;
  readonly daysOnPost: number;
  /** Of the days on post. */
  readonly agreementDays: number;
  readonly commercialDays: number;
  /** Schemes that were posted for the month. */
  readonly schemes: readonly string[];
  readonly pay: CoverageCalendar['pay'][number] | null;
  /** A gap that is still open touches the month. */
  readonly hasGap: boolean;
}

/** Every month of service until today, the latest first; days to come are no days on post yet. */
export function coverageMonths(calendar: CoverageCalendar, today: LegalDate): readonly CoverageMonth[] {
  const until = addDays(today, 1);
  const served = calendar.service.flatMap((days) => periodOf(days, until) ?? []);
  const [first] = [...served].sort((left, right) => (left.from < right.from ? -1 : 1));
  if (!first) return [];
  const last = served.reduce((latest, { to }) => (to && to > latest ? to : latest), first.to ?? until);
  const months: Month[] = [];
  for (let month = monthOf(first.from); firstDayOf(month) < last; month = addMonths(month, 1)) months.unshift(month);
  const insured = calendar.commercial.filter(({ status }) => status === 'insured' || status === 'ended');
  return months.map((month) => {
    const whole: Period = { from: firstDayOf(month), to: firstDayOf(addMonths(month, 1)) };
    const parts = served.flatMap((period) => overlap(period, whole) ?? []);
    const daysOnPost = parts.reduce((sum, part) => sum + length(part), 0);
    // Two covers may overlap: a day is covered once.
    const daysIn = (covers: readonly Days[]) =>
      Math.min(
        daysOnPost,
        parts.reduce((sum, part) => sum + daysUnder(covers, part, until), 0),
      );
    return {
      ...{ month, daysOnPost },
      ...{ agreementDays: daysIn(calendar.agreements), commercialDays: daysIn(insured) },
      schemes: calendar.social.find((one) => one.month === month)?.schemes ?? [],
      pay: calendar.pay.find((one) => one.month === month) ?? null,
      hasGap: calendar.gaps.some((gap) => gap.state === 'open' && touches(gap, whole, until)),
    };
  });
}

function daysUnder(covers: readonly Days[], part: Period, until: LegalDate): number {
  const periods = covers.flatMap((days) => periodOf(days, until) ?? []);
  return periods.reduce((sum, cover) => sum + length(overlap(cover, part)), 0);
}

function periodOf({ from, to }: Days, until: LegalDate): Period | null {
  const end = to !== null && to < until ? (to as LegalDate) : until;
  return from < end ? { from: from as LegalDate, to: end } : null;
}

function touches(days: Days, whole: Period, until: LegalDate): boolean {
  const period = periodOf(days, until);
  return period !== null && overlap(period, whole) !== null;
}

function length(period: Period | null): number {
  return period?.to ? daysBetween(period.from, period.to) : 0;
}
