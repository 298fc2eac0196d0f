import { leagueCityOf, regionOf } from '@xibu/domain';

/** The office that has to act, as tier and division. */
export type Owner = `${'county' | 'league-city' | 'region'}:${number}`;

export const countyOf = (division: number): Owner => `county:${division}`;
export const leagueCityOver = (division: number): Owner => `league-city:${leagueCityOf(division)}`;
export const regionOver = (division: number): Owner => `region:${regionOf(division)}`;
