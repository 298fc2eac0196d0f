import type { CountyBasis, CountyStatus, CountyView } from '@xibu/domain/placement/api';

/** 服务县: a county that may have volunteers, by its six-digit code; one row over all seasons. */
export interface ServiceCounty {
  readonly code: number;
  readonly name: string;
  readonly status: CountyStatus;
  readonly basis: CountyBasis;
  /** The season from which it first served. */
  readonly firstSeason: string;
  /** The season from which the present qualification holds. */
  readonly season: string;
  /** The season in which it counts as new; null for one that served before this system knew it. */
  readonly newIn: string | null;
  readonly disqualifiedFrom: string | null;
  readonly foundingDocument: string;
  readonly namedOfficer: string;
  readonly governmentApproval: string | null;
  readonly filingNumber: string | null;
  readonly rectification: CountyView['rectification'];
  readonly decision: CountyView['decision'];
  /** The account that prepared what is decided next. */
  readonly preparedBy: string;
  readonly updatedAt: Date;
  readonly version: number;
}

/** A season is named by its two years, so that names compare as time does. */
export function nextSeason(season: string): string {
  const [first, last] = season.split('-').map(Number);
  return `${(first ?? 0) + 1}-${(last ?? 0) + 1}`;
}

/** 1 August, the first day of the programme year. */
export function startOfSeason(season: string): string {
  return `${season.slice(0, 4)}-08-01`;
}
