import { divisionName, divisions } from '@xibu/reference';
import { Chance } from './chance.js';

/** The banners, counties, districts and cities of Inner Mongolia that take part, drawn by seed, in code order. */
export function countiesOf(seed: string, count: number): number[] {
  const all = divisions()
    .filter(({ code, level, validTo }) => code.startsWith('15') && level === 'county' && validTo === null)
    .map(({ code }) => Number(code));
  return Chance.of(seed, 'counties')
    .some(all, count)
    .sort((left, right) => left - right);
}

export function placeName(division: number): string {
  return divisionName(String(division)) ?? String(division);
}
