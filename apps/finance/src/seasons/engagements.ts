import { type LegalDate, Refusal, type Rulebook } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { seasonsOf } from './seasons-of.rules.js';

/** People who were engaged in one season. They serve on beyond its end when they are extended, or not yet replaced. */
export interface Engagement {
  readonly season: string;
  readonly people: number;
  /** The rules that they are judged by; null while none are known here. */
  readonly book: Rulebook | null;
}

/** The rules of the newest of some seasons on a day, as a sub-select. */
const newestBook = (seasons: string, day: string) => `
  (select r.book from season_rulebook r where r.season in (${seasons}) and r.valid_from <= ${day}::date
   order by r.season desc, r.valid_from desc, r.version desc limit 1)`;

/**
 * The engagements of everybody who has served within a year before a day, or about whom an alarm is still open. Each goes
 * by the rules of the day's own programme year, and by those of its own season while that year has not been opened.
 */
export function engagementsOn(tx: Tx, day: LegalDate): Promise<Engagement[]> {
  return tx.query(
    `select e.season, e.people, ${newestBook('e.season, $2', '$1')} book
     from (select v.season, count(distinct s.account_id)::int people
           from volunteer v join service_span s using (volunteer_id)
           where s.to_day is null or s.to_day > $1::date - interval '1 year'
              or s.account_id in (select account_id from coverage_gap where state = 'open')
           group by 1) e
     order by 1`,
    [day, seasonsOf(day)[0]],
  );
}

/** The rules that somebody goes by on a day: of their latest engagement or admission, or of the year that has begun since. */
export async function rulebookOfPerson(tx: Tx, accountId: string, day: LegalDate): Promise<Rulebook> {
  const [own] = seasonsOf(day);
  const engaged = `select $2 union all select season from volunteer where account_id = $1
    union all select season from admission where account_id = $1 and ended_on is null`;
  const [row]: { book: Rulebook | null }[] = await tx.query(`select ${newestBook(engaged, '$3')} book`, [
    ...[accountId, own, day],
  ]);
  if (!row?.book) throw new Refusal('season.unknown', { season: own });
  return row.book;
}
