/**
 * Legal time. Every date of the programme is a day in Asia/Shanghai (UTC+8, no daylight saving since 1992); an instant is
 * a `Date`. A day ends at 24:00, which is the first instant of the next.
 */
export type LegalDate = `${number}-${number}-${number}`;
export type Month = `${number}-${number}`;

const offsetMs = 8 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** The legal day on which an instant falls. */
export function dateOf(instant: Date): LegalDate {
  return new Date(instant.getTime() + offsetMs).toISOString().slice(0, 10) as LegalDate;
}

/** The first instant of a legal day, 00:00. */
export function startOf(date: LegalDate): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - offsetMs);
}

/** 24:00 of a legal day: the first instant that is no longer in it. */
export function endOf(date: LegalDate): Date {
  return new Date(startOf(date).getTime() + dayMs);
}

/** True for a real day of the calendar written YYYY-MM-DD; 2023-02-29 is not one. */
export function isLegalDate(text: string): text is LegalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

export function isMonth(text: string): text is Month {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

export function addDays(date: LegalDate, days: number): LegalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10) as LegalDate;
}

/** Days from one day to another; 1 from the 1st to the 2nd. */
export function daysBetween(from: LegalDate, to: LegalDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs;
}

/** The same day a number of years later; 29 February becomes 28 February where there is none. */
export function addYears(date: LegalDate, years: number): LegalDate {
  const moved = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
  return isLegalDate(moved) ? moved : (moved.replace('-02-29', '-02-28') as LegalDate);
}

export function monthOf(date: LegalDate): Month {
  return date.slice(0, 7) as Month;
}

export function firstDayOf(month: Month): LegalDate {
  return `${month}-01` as LegalDate;
}

export function addMonths(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}` as Month;
}

export function daysIn(month: Month): number {
  return daysBetween(firstDayOf(month), firstDayOf(addMonths(month, 1)));
}

export function lastDayOf(month: Month): LegalDate {
  return addDays(firstDayOf(month), daysIn(month) - 1);
}

/** RFC 3339 with the legal offset, as the API and the facts write instants. */
export function rfc3339(instant: Date): string {
  return `${new Date(instant.getTime() + offsetMs).toISOString().slice(0, -1)}+08:00`;
}

/** Days from `from` up to but not including `to`; an open period has no `to`. */
export interface Period {
  readonly from: LegalDate;
  readonly to: LegalDate | null;
}

export function covers(period: Period, date: LegalDate): boolean {
  return period.from <= date && (period.to === null || date < period.to);
}

export function overlap(left: Period, right: Period): Period | null {
  const from = left.from > right.from ? left.from : right.from;
  const to = left.to === null ? right.to : right.to === null || left.to < right.to ? left.to : right.to;
  return to !== null && to <= from ? null : { from, to };
}
