import { firstDayOf, type LegalDate, type Month, Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { seasonsOf } from './seasons-of.rules.js';

/** Which of these seasons have been opened and have rules, in the order given. */
export async function knownSeasons(tx: Tx, seasons: readonly string[]): Promise<string[]> {
  const rows: { season: string }[] = await tx.query(
    `select season from season_copy s where season = any($1)
       and exists (select from season_rulebook r where r.season = s.season)`,
    [seasons],
  );
  const known = new Set(rows.map(({ season }) => season));
  return seasons.filter((season) => known.has(season));
}

/** The season that a day belongs to: its own programme year, or the coming one for the weeks before 1 August. */
export async function seasonOn(tx: Tx, day: LegalDate): Promise<string> {
  const seasons = seasonsOf(day);
  const [season] = await knownSeasons(tx, seasons);
  if (season === undefined) throw new Refusal('season.unknown', { season: seasons[0] });
  return season;
}

export function seasonOfMonth(tx: Tx, month: Month): Promise<string> {
  return seasonOn(tx, firstDayOf(month));
}
