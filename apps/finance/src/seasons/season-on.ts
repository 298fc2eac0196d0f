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

/**
 * The season whose rules are in force on a day: its own programme year, or the coming one for the weeks before 1 August.
 * A year that has not been opened changes no rules: people go on being paid by those of the last one that was. Null when
 * there is none at all.
 */
export async function seasonInForce(tx: Tx, day: LegalDate): Promise<string | null> {
  const seasons = seasonsOf(day);
  const [season] = await knownSeasons(tx, seasons);
  return season ?? lastSeasonBefore(tx, seasons[0]);
}

/** The same where a season is needed. */
export async function seasonOn(tx: Tx, day: LegalDate): Promise<string> {
  const season = await seasonInForce(tx, day);
  if (season === null) throw new Refusal('season.unknown', { season: seasonsOf(day)[0] });
  return season;
}

export function seasonOfMonth(tx: Tx, month: Month): Promise<string> {
  return seasonOn(tx, firstDayOf(month));
}

async function lastSeasonBefore(tx: Tx, season: string): Promise<string | null> {
  const [row]: { last: string | null }[] = await tx.query(
    `select max(season) "last" from season_copy s where season < $1
       and exists (select from season_rulebook r where r.season = s.season)`,
    [season],
  );
  return row?.last ?? null;
}
