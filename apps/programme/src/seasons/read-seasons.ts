import { dateOf, milestones, type RulebookValues, rfc3339 } from '@xibu/domain';
import type { MilestoneView, SeasonView } from '@xibu/domain/programme/api';
import type { Tx } from '@xibu/platform';
import { divisionName } from '@xibu/reference';
import type { Season, Window } from './season.js';

interface StoredWindow extends Window {
  readonly season: string;
  readonly noticeNumber: string;
}

/** Seasons with their windows in the order of the year, and the published rules in force today. */
export async function viewSeasons(
  tx: Tx,
  seasons: readonly Pick<Season, 'season' | 'name' | 'region'>[],
  now: Date,
): Promise<SeasonView[]> {
  const names = seasons.map(({ season }) => season);
  const windows = await windowsOf(tx, names);
  const books: { season: string; values: RulebookValues }[] = await tx.query(
    `select distinct on (season) season, values from rulebook
     where season = any($1) and status = 'published' and valid_from <= $2 order by season, valid_from desc`,
    [names, dateOf(now)],
  );
  return seasons.map(({ season, name, region }) => ({
    ...{ season, name, region, regionName: divisionName(String(region)) ?? '' },
    milestones: windows.filter((window) => window.season === season).map(milestoneView),
    ...(books.some((book) => book.season === season)
      ? { values: books.find((book) => book.season === season)?.values }
      : {}),
  }));
}

/** The newest season. */
export async function currentSeason(tx: Tx, now: Date): Promise<SeasonView | null> {
  const newest: Season[] = await tx.query('select season, name, region from season order by season desc limit 1');
  const [view] = await viewSeasons(tx, newest, now);
  return view ?? null;
}

export async function windowsOf(tx: Tx, seasons: readonly string[]): Promise<StoredWindow[]> {
  const rows: StoredWindow[] = await tx.query(
    `select season, milestone, opens_at "opensAt", closes_at "closesAt", notice_number "noticeNumber"
     from milestone where season = any($1)`,
    [seasons],
  );
  return rows.sort((left, right) => milestones.indexOf(left.milestone) - milestones.indexOf(right.milestone));
}

function milestoneView({ milestone, opensAt, closesAt, noticeNumber }: StoredWindow): MilestoneView {
  return { milestone, opensAt: rfc3339(opensAt), closesAt: rfc3339(closesAt), noticeNumber };
}
