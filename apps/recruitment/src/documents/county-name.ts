import { divisionName, parentsOf } from '@xibu/reference';

/** `兴安盟科尔沁右翼前旗`: a county with its league-city, as people of the region say it. */
export function countyName(county: number): string {
  const code = String(county);
  const [, leagueCity] = parentsOf(code);
  return `${leagueCity?.name ?? ''}${divisionName(code) ?? code}`;
}
