import { addMonths, firstDayOf, type LegalDate, type Month } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { readBases } from '../adjustments/read-tables.js';
import { placeText } from '../adjustments/term-rows.rules.js';
import type { Line, PersonInputs, RunSettings, Service } from './run-inputs.js';
import { servedDays } from './served-days.rules.js';

/** A person of a run: what the rules compute with, and who that is. */
export interface RunPerson {
  readonly accountId: string;
  /** As it stands now; frozen with the run. */
  readonly name: string | null;
  /** The unit of the last day of service up to the end of the month. */
  readonly unit: string | null;
  readonly inputs: PersonInputs;
}

type Months = Pick<RunSettings, 'since' | 'month'>;

/**
 * Who belongs to a county's run: whoever serves there on their last day of service up to the end of the month, and
 * whoever once was paid there and has no service left, so that what was paid is taken back.
 */
export async function membersOf(tx: Tx, county: number, { since, month }: Months): Promise<string[]> {
  const rows: { accountId: string }[] = await tx.query(
    `with paid_here as materialized (
       select distinct p.account_id from subsidy_run r join run_person p on p.run_id = r.id
       where r.division = $3 and r.release_seq is not null
         and exists (select from run_line l where l.run_id = p.run_id and l.account_id = p.account_id and l.month >= $4)),
     last as materialized (
       select distinct on (account_id) account_id, division,
              least(coalesce(to_day, $2::date), $2::date) - 1 last_day
       from service_span
       where from_day < $2::date and account_id in (select account_id from service_span where division = $3
                                                    union select account_id from paid_here)
       order by account_id, least(coalesce(to_day, $2::date), $2::date) desc, from_day desc, volunteer_id),
     -- Hardly ever anybody, so that what people were paid elsewhere is searched for these alone.
     gone as materialized (select account_id from paid_here where account_id not in (select account_id from last)),
     last_run as (
       select distinct on (l.account_id) l.account_id, l.division
       from gone join run_line l using (account_id) join subsidy_run r on r.id = l.run_id
       where r.release_seq is not null and l.month >= $4
       order by l.account_id, r.release_seq desc)
     select account_id "accountId" from last where division = $3 and last_day >= $1::date
     union
     select account_id from last_run where division = $3
     order by 1`,
    [firstDayOf(since), firstDayOf(addMonths(month, 1)), county, since],
  );
  return rows.map(({ accountId }) => accountId);
}

/** Everybody with a day of service in a month within a range of divisions. */
export async function servingIn(
  tx: Tx,
  { from, to }: { readonly from: number; readonly to: number },
  month: Month,
): Promise<string[]> {
  const rows: { accountId: string }[] = await tx.query(
    `select distinct account_id "accountId" from service_span
     where division between $1 and $2 and from_day < $4::date and (to_day is null or to_day > $3::date) order by 1`,
    [from, to, firstDayOf(month), firstDayOf(addMonths(month, 1))],
  );
  return rows.map(({ accountId }) => accountId);
}

/** The inputs of these people as they are known now, in the order of their public numbers. */
export async function readPeople(tx: Tx, accounts: readonly string[], months: Months): Promise<RunPerson[]> {
  const people = await identified(tx, accounts);
  const [service, unpaid, bases] = [
    await serviceOf(tx, accounts, months),
    await unpaidDays(tx, accounts),
    await readBases(tx, accounts),
  ];
  const [posted, carry] = [await postedOf(tx, accounts, months.since), await carryOf(tx, accounts)];
  const end = firstDayOf(addMonths(months.month, 1));
  return people.map(({ accountId, person, name, card, hold }) => {
    const spans = service.get(accountId) ?? [];
    const days = servedDays(spans, unpaid.get(accountId) ?? new Set());
    const last = spans.filter(({ from }) => from < end).at(-1);
    return {
      accountId,
      name,
      unit: last?.unit ?? null,
      inputs: {
        person,
        card,
        hold,
        service: days.map(({ from, to, county, project, paid }) => ({ from, to, county, project, paid })),
        bases: bases.get(accountId) ?? [],
        posted: posted.get(accountId) ?? [],
        carryFen: carry.get(accountId) ?? 0,
      },
    };
  });
}

interface Identified {
  readonly accountId: string;
  readonly person: string;
  readonly name: string | null;
  readonly card: boolean;
  readonly hold: boolean;
}

/** The public number decides the order; while it is not known, the account does, so that nobody is left out. */
async function identified(tx: Tx, accounts: readonly string[]): Promise<Identified[]> {
  const rows: Identified[] = await tx.query(
    `select a.account_id "accountId", p.name,
            case when p.number ~ $2 then p.number else a.account_id end "person",
            exists (select from bank_card where account_id = a.account_id and status = 'confirmed') "card",
            exists (select from payment_hold where account_id = a.account_id and lifted is null) "hold"
     from unnest($1::text[]) a (account_id) left join person p on p.account_id = a.account_id`,
    [accounts, '^[A-Za-z0-9_:-]{1,40}$'],
  );
  return rows.sort((left, right) => (left.person < right.person ? -1 : 1));
}

async function serviceOf(tx: Tx, accounts: readonly string[], { since }: Months) {
  const rows: {
    accountId: string;
    from: LegalDate;
    to: LegalDate | null;
    division: number;
    unit: string;
    project: string;
    paid: boolean;
  }[] = await tx.query(
    `select account_id "accountId", from_day::text "from", to_day::text "to", division, unit, project_kind "project", paid
       from service_span where account_id = any($1) and (to_day is null or to_day > $2::date)
       order by account_id, from_day, volunteer_id`,
    [accounts, firstDayOf(since)],
  );
  return grouped(rows, ({ from, to, division, unit, project, paid }): Service & { unit: string } => ({
    from,
    to,
    county: placeText(division),
    project,
    paid,
    unit,
  }));
}

async function unpaidDays(tx: Tx, accounts: readonly string[]): Promise<Map<string, Set<LegalDate>>> {
  const rows: { accountId: string; day: LegalDate }[] = await tx.query(
    `select account_id "accountId", day::text "day" from unpaid_day where account_id = any($1)`,
    [accounts],
  );
  return new Map([...grouped(rows, ({ day }) => day)].map(([account, days]) => [account, new Set(days)]));
}

/** What all released runs have posted for these people since a month, summed key by key. */
async function postedOf(tx: Tx, accounts: readonly string[], since: Month): Promise<Map<string, Line[]>> {
  const rows: (Omit<Line, 'county'> & { accountId: string; county: number })[] = await tx.query(
    `select l.account_id "accountId", l.month, l.component, l.county, l.project, l.source, sum(l.fen)::float8 "fen"
     from run_line l join subsidy_run r on r.id = l.run_id
     where l.account_id = any($1) and l.month >= $2 and r.release_seq is not null
     group by 1, 2, 3, 4, 5, 6 having sum(l.fen) <> 0
     order by l.account_id, l.month, l.component collate "C", l.county, l.project collate "C", l.source collate "C"`,
    [accounts, since],
  );
  return grouped(rows, ({ accountId: _, county, ...line }) => ({ ...line, county: placeText(county) }));
}

/** What is still to be recovered: as the last released run that had the person in its pay list left it. */
async function carryOf(tx: Tx, accounts: readonly string[]): Promise<Map<string, number>> {
  const rows: { accountId: string; fen: number }[] = await tx.query(
    `select distinct on (p.account_id) p.account_id "accountId", p.carry_out_fen::float8 "fen"
     from run_person p join subsidy_run r on r.id = p.run_id
     where p.account_id = any($1) and p.in_pay and r.release_seq is not null
     order by p.account_id, r.release_seq desc`,
    [accounts],
  );
  return new Map(rows.map(({ accountId, fen }) => [accountId, fen]));
}

function grouped<Row extends { readonly accountId: string }, Value>(
  rows: readonly Row[],
  valueOf: (row: Row) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const known = groups.get(row.accountId);
    if (known) known.push(valueOf(row));
    else groups.set(row.accountId, [valueOf(row)]);
  }
  return groups;
}
