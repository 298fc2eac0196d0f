import { addMonths, type LegalDate, type Month, monthOf } from '@xibu/domain';

/** The programme year of a day, from 1 August to 31 July, and the one after it. */
export function seasonsOf(day: LegalDate): readonly [own: string, next: string] {
  const year = Number(day.slice(0, 4)) - (day.slice(5, 7) < '08' ? 1 : 0);
  return [`${year}-${year + 1}`, `${year + 1}-${year + 2}`];
}

/**
 * The first month that the runs of a season recompute: July, whose last days belong to the coming year for those who have
 * reported in by then.
 */
export function payStartOf(season: string): Month {
  return addMonths(monthOf(`${season.slice(0, 4)}-08-01` as LegalDate), -1);
}
