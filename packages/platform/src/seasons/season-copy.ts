import { type LegalDate, type Milestone, Refusal, type Rulebook, rfc3339 } from '@xibu/domain';
import type { Tx } from '@xibu/messaging';

/** The window of a step of the year, as the programme service last announced it. */
export interface SeasonWindow {
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly noticeNumber: string;
}

/** The rules in force on a day of a season. Refuses a season that has none yet. */
export async function rulebookOn(tx: Tx, season: string, day: LegalDate): Promise<Rulebook> {
  const [row]: { book: Rulebook }[] = await tx.query(
    `select book from season_rulebook where season = $1 and valid_from <= $2
     order by valid_from desc, version desc limit 1`,
    [season, day],
  );
  if (!row) throw new Refusal('season.unknown', { season });
  return row.book;
}

export interface SeasonCopy {
  readonly season: string;
  readonly name: string;
  /** The region that runs this season, as its division code. */
  readonly region: number;
  /** The programme year runs from 1 August to 31 July (domain: 年度). */
  readonly startsOn: LegalDate;
  readonly endsOn: LegalDate;
}

/** A season that the programme service has opened. Refuses one that it has not. */
export async function seasonOf(tx: Tx, season: string): Promise<SeasonCopy> {
  const [row]: { name: string; region: number }[] = await tx.query(
    'select name, region from season_copy where season = $1',
    [season],
  );
  if (!row) throw new Refusal('season.unknown', { season });
  const [first, last] = season.split('-');
  return { season, ...row, startsOn: `${first}-08-01` as LegalDate, endsOn: `${last}-07-31` as LegalDate };
}

export async function windowOf(tx: Tx, season: string, milestone: Milestone): Promise<SeasonWindow | null> {
  const [row]: { opens_at: Date; closes_at: Date; notice_number: string }[] = await tx.query(
    'select opens_at, closes_at, notice_number from season_milestone where season = $1 and milestone = $2',
    [season, milestone],
  );
  return row ? { opensAt: row.opens_at, closesAt: row.closes_at, noticeNumber: row.notice_number } : null;
}

/** Refuses outside the window of a step: before it opens, from its closing instant on, and while it is not announced. */
export async function requireOpen(tx: Tx, season: string, milestone: Milestone, now: Date): Promise<void> {
  requireWithin(await windowOf(tx, season, milestone), milestone, now);
}

/** The same by a window that was read before. */
export function requireWithin(window: SeasonWindow | null, milestone: Milestone, now: Date): void {
  if (!window) throw new Refusal('milestone.not-set', { milestone });
  const { opensAt, closesAt, noticeNumber } = window;
  if (now < opensAt) throw new Refusal('milestone.not-open', { milestone, opensAt: rfc3339(opensAt), noticeNumber });
  if (now >= closesAt) throw new Refusal('milestone.closed', { milestone, closesAt: rfc3339(closesAt), noticeNumber });
}

export interface OfficeCopy {
  readonly officeId: string;
  readonly tier: string;
  readonly name: string;
  readonly division: number | null;
  readonly university: string | null;
  readonly faculty: string | null;
  readonly unit: string | null;
  readonly closed: boolean;
}

/** Offices of a tier that this service knows of, by name order; optionally those of one university or county. */
export async function officesOf(
  tx: Tx,
  tier: string,
  within: { readonly division?: number; readonly university?: string } = {},
): Promise<OfficeCopy[]> {
  return tx.query(
    `select office_id "officeId", tier, name, division, university, faculty, unit, closed from office_copy
     where tier = $1 and ($2::int is null or division = $2) and ($3::text is null or university = $3) order by name`,
    [tier, within.division ?? null, within.university ?? null],
  );
}
