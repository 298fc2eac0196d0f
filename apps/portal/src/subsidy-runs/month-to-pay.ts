import { addMonths, dateOf, type Month, monthOf } from '@xibu/domain/dates';

/** The month that has to be confirmed and paid now; none before the time is known. */
export function lastMonth(now: Date | null): Month {
  return now ? addMonths(monthOf(dateOf(now)), -1) : '2000-01';
}
