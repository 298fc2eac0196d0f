import { addMonths, daysIn, firstDayOf, type LegalDate, type Month, type Period } from '@xibu/domain';

/** The days of a month, counted from 0; worked out once for many people. */
export interface MonthCalendar {
  readonly month: Month;
  readonly from: LegalDate;
  /** The first day of the next month. */
  readonly to: LegalDate;
  readonly days: readonly LegalDate[];
}

/** Days of a month by their index; `end` is the first one not in it. */
export interface DaySpan {
  readonly first: number;
  readonly end: number;
}

export function calendarOf(month: Month): MonthCalendar {
  const from = firstDayOf(month);
  return {
    month,
    from,
    to: firstDayOf(addMonths(month, 1)),
    days: Array.from({ length: daysIn(month) }, (_, index): LegalDate => {
      return `${month}-${String(index + 1).padStart(2, '0')}` as LegalDate;
    }),
  };
}

/** The days that a period has in a month, or null. */
export function daysWithin({ from, to }: Period, month: MonthCalendar): DaySpan | null {
  if (from >= month.to || (to !== null && to <= month.from)) return null;
  return {
    first: from <= month.from ? 0 : indexOf(from),
    end: to === null || to >= month.to ? month.days.length : indexOf(to),
  };
}

/** The day at an index that is known to lie in the month. */
export function dayAt({ month, days }: MonthCalendar, index: number): LegalDate {
  const day = days[index];
  if (day === undefined) throw new RangeError(`${month} has no day ${index + 1}`);
  return day;
}

function indexOf(day: LegalDate): number {
  return Number(day.slice(8)) - 1;
}
