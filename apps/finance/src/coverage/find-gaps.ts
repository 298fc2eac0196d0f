import { addDays, addMonths, dateOf, firstDayOf, type LegalDate, type Month, type Rulebook } from '@xibu/domain';
import type { GapKind } from '@xibu/domain/finance/api';
import { CoverageGapFound } from '@xibu/domain/finance/events';
import { record, type Tx, windowOf } from '@xibu/platform';
import type { Engagement } from '../seasons/engagements.js';
import { payStartOf } from '../seasons/seasons-of.rules.js';
import { monthsDue, ownerOfGap } from './coverage-gap.rules.js';

interface Found {
  readonly accountId: string;
  readonly division: number;
  readonly from: LegalDate;
  readonly to: LegalDate;
}

export type RuledEngagement = Engagement & { readonly book: Rulebook };

type Gap = Found & { readonly kind: GapKind; readonly owner: string };

/**
 * Lays the days on post of everybody in these engagements beside what covers them and keeps the alarms in step: a new gap
 * is told once, one that goes on grows, one that has been covered since is closed. Returns how many are new.
 */
export async function findGaps(tx: Tx, engagements: readonly RuledEngagement[], now: Date): Promise<number> {
  const gaps: Gap[] = [];
  for (const engagement of engagements) gaps.push(...(await gapsOf(tx, engagement, now)));
  const judged = engagements.map(({ season }) => season);
  const news = await keepAlarms(tx, judged, gaps, now);
  const facts = gaps
    .filter(({ accountId, kind, from }) => news.has(`${accountId} ${kind} ${from}`))
    .map(({ accountId, division, kind, from, to, owner }) =>
      CoverageGapFound(accountId, { accountId, county: division, kind, from, to, owner }),
    );
  await record(tx, now, ...facts);
  return facts.length;
}

/** From the first month of pay of the season that they were engaged in, up to today. */
async function gapsOf(tx: Tx, { season, book: { values } }: RuledEngagement, now: Date): Promise<Gap[]> {
  const today = dateOf(now);
  const since = payStartOf(season);
  const due = monthsDue(since, today, values.subsidyDueDay);
  const agreement = await windowOf(tx, season, 'agreement');
  const signedBy = agreement && agreement.closesAt <= now ? dateOf(agreement.closesAt) : null;
  const days = { season, to: addDays(today, 1) };
  const found: [GapKind, Found[]][] = [
    ['commercial', await uncovered(tx, commercialDays, { ...days, from: firstDayOf(since) })],
    ['agreement', signedBy === null ? [] : await uncovered(tx, agreementDays, { ...days, from: signedBy })],
    ['social', due.length === 0 ? [] : await uninsured(tx, season, due, values.socialInsuranceDay)],
    ['pay', due.length === 0 ? [] : await unpaid(tx, season, due)],
  ];
  return found.flatMap(([kind, rows]) => rows.map((row) => ({ ...row, kind, owner: ownerOfGap(kind, row.division) })));
}

const commercialDays = `select account_id, range_agg(daterange(from_day, to_day)) days from commercial_cover
  where policy_id is not null and from_day < to_day group by 1`;
const agreementDays = `select account_id, range_agg(daterange(from_day, to_day)) days from agreement_span group by 1`;

/** Days of service of an engagement, from a day up to another, that none of the covering days hold. */
function uncovered(
  tx: Tx,
  covering: string,
  { season, from, to }: { readonly season: string; readonly from: LegalDate; readonly to: LegalDate },
): Promise<Found[]> {
  // Each side is made once, whatever the planner believes of its size: beside everybody in turn it would take minutes.
  return tx.query(
    `with served as materialized (
       select s.account_id,
              range_agg(daterange(greatest(s.from_day, $1::date), least(coalesce(s.to_day, $2::date), $2::date))) days
       from service_span s join volunteer v using (volunteer_id)
       where v.season = $3 and s.from_day < $2::date and (s.to_day is null or s.to_day > $1::date) group by 1),
     covered as materialized (${covering})
     select s.account_id "accountId", p.division, lower(gap)::text "from", upper(gap)::text "to"
     from served s left join covered c using (account_id) join person p using (account_id),
          unnest(s.days - coalesce(c.days, '{}'::datemultirange)) gap
     order by 1, 3`,
    [from, to, season],
  );
}

/** Days served in an engagement, month by month; a condition narrows the days, another one the months. */
const servedIn = (days: string, having: string) => `
  select m.month, s.account_id, min(greatest(s.from_day, m.first)) from_day,
         max(least(coalesce(s.to_day, m.next), m.next)) to_day
  from unnest($1::text[], $2::date[], $3::date[], $4::date[]) m (month, first, next, day)
    join service_span s on s.from_day < m.next and (s.to_day is null or s.to_day > m.first) and ${days}
    join volunteer v on v.volunteer_id = s.volunteer_id and v.season = $5
  group by 1, 2 having ${having}`;

function months(season: string, due: readonly Month[], day: (month: Month) => LegalDate): unknown[] {
  const next = (month: Month) => firstDayOf(addMonths(month, 1));
  return [due, due.map(firstDayOf), due.map(next), due.map(day), season];
}

/** In service on the insurance day of a month, and nothing posted for it in any scheme. */
function uninsured(tx: Tx, season: string, due: readonly Month[], insuranceDay: number): Promise<Found[]> {
  const dayIn = (month: Month): LegalDate => {
    const last = addDays(firstDayOf(addMonths(month, 1)), -1);
    const day = addDays(firstDayOf(month), insuranceDay - 1);
    return day < last ? day : last;
  };
  return tx.query(
    `select w.account_id "accountId", p.division, w.from_day::text "from", w.to_day::text "to"
     from (${servedIn('true', 'bool_or(s.from_day <= m.day and (s.to_day is null or s.to_day > m.day))')}) w
       join person p using (account_id)
     where not exists (select from run_line l join subsidy_run r on r.id = l.run_id
                       where l.account_id = w.account_id and l.month = w.month and l.month = any($1)
                         and l.component like 'si-%' and r.release_seq is not null)
     order by 1, 3`,
    months(season, due, dayIn),
  );
}

/** Paid days in a month, and what was posted for it has not reached the person, or nothing was. */
function unpaid(tx: Tx, season: string, due: readonly Month[]): Promise<Found[]> {
  return tx.query(
    `with w as materialized (${servedIn('s.paid', 'true')}),
     posted as (
       select distinct l.run_id, l.account_id, l.month from run_line l join subsidy_run r on r.id = l.run_id
       where l.month = any($1) and l.component not like 'si-%' and r.release_seq is not null),
     owed as (
       select w.* from w where not exists (select from posted l where l.account_id = w.account_id and l.month = w.month)
       union
       select w.* from w join posted l using (account_id, month)
         join run_person o on o.run_id = l.run_id and o.account_id = l.account_id and o.net_fen > 0
       where not exists (select from payment_line t where t.run_id = o.run_id and t.account_id = o.account_id
                         and t.state = 'accepted'))
     select account_id "accountId", p.division, from_day::text "from", to_day::text "to"
     from owed join person p using (account_id)
     order by 1, 3`,
    months(season, due, firstDayOf),
  );
}

/**
 * Writes what was found and closes what is covered, for people of the seasons that were judged: what nobody looked at
 * stays as it is. A gap that goes on has no end yet, so that it is not written again every day. Answers which gaps nobody
 * had been told of.
 */
async function keepAlarms(
  tx: Tx,
  judged: readonly string[],
  gaps: readonly Gap[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const tomorrow = addDays(dateOf(now), 1);
  const columns = [gaps.map(({ accountId }) => accountId), gaps.map(({ kind }) => kind), gaps.map(({ from }) => from)];
  await tx.query(
    `update coverage_gap g set state = 'covered', covered_at = $4, version = version + 1,
       to_day = coalesce(g.to_day, greatest($5::date, g.from_day + 1))
     where g.state = 'open'
       and exists (select from volunteer v where v.account_id = g.account_id and v.season = any($6))
       and not exists (
       select from unnest($1::text[], $2::text[], $3::date[]) f (account_id, kind, from_day)
       where f.account_id = g.account_id and f.kind = g.kind and f.from_day = g.from_day)`,
    [...columns, now, dateOf(now), judged],
  );
  const rows: { key: string; isNew: boolean }[] = await tx.query(
    `insert into coverage_gap as g (id, account_id, kind, from_day, to_day, division, owner, state, found_at, version)
     select gen_random_uuid(), f.account_id, f.kind, f.from_day, f.to_day, f.division, f.owner, 'open', $7, 1
     from unnest($1::text[], $2::text[], $3::date[], $4::date[], $5::int[], $6::text[])
            f (account_id, kind, from_day, to_day, division, owner)
     on conflict (account_id, kind, from_day) do update set to_day = excluded.to_day, division = excluded.division,
       state = case when g.state = 'covered' then 'open' else g.state end,
       covered_at = case when g.state = 'covered' then null else g.covered_at end, version = g.version + 1
       where g.to_day is distinct from excluded.to_day or g.state = 'covered' or g.division <> excluded.division
     returning account_id || ' ' || kind || ' ' || from_day "key", xmax = 0 "isNew"`,
    [
      ...[...columns, gaps.map(({ to }) => (to >= tomorrow ? null : to)), gaps.map(({ division }) => division)],
      ...[gaps.map(({ owner }) => owner), now],
    ],
  );
  return new Set(rows.filter(({ isNew }) => isNew).map(({ key }) => key));
}
