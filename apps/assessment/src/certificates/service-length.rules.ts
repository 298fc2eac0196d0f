import { addDays, addMonths, daysBetween, daysIn, firstDayOf, type LegalDate, monthOf } from '@xibu/domain';
import type { ServiceSpan } from '@xibu/domain/placement/events';

export interface ServiceLength {
  readonly from: LegalDate;
  /** The last day of service. */
  readonly to: LegalDate;
  readonly days: number;
  readonly years: number;
  readonly months: number;
  readonly restDays: number;
}

/** 依实际服务年限计算服务期 (notice 3.1.4): from the days really served, paid or not; gaps do not count. */
export function lengthOf(spans: readonly ServiceSpan[], until: LegalDate): ServiceLength | null {
  const closed = spans
    .map(({ from, to }) => ({ from: from as LegalDate, to: (to ?? addDays(until, 1)) as LegalDate }))
    .sort((left, right) => (left.from < right.from ? -1 : 1));
  const first = closed[0];
  const last = closed.at(-1);
  if (!first || !last) return null;
  const days = closed.reduce((sum, { from, to }) => sum + Math.max(0, daysBetween(from, to)), 0);
  return { from: first.from, to: addDays(last.to, -1), days, ...inWords(first.from, days) };
}

/** Whole years, months and days that so many days make, counted from the first day on. */
function inWords(from: LegalDate, days: number): { years: number; months: number; restDays: number } {
  const end = addDays(from, days);
  let months = 0;
  while (monthLater(from, months + 1) <= end) months += 1;
  return { years: Math.floor(months / 12), months: months % 12, restDays: daysBetween(monthLater(from, months), end) };
}

/** The same day some months later, or the last day of a shorter month. */
function monthLater(from: LegalDate, months: number): LegalDate {
  const month = addMonths(monthOf(from), months);
  const day = Math.min(Number(from.slice(8)), daysIn(month));
  return addDays(firstDayOf(month), day - 1);
}
