import { serviceMonths } from '../calendar.js';
import { forEach } from '../client.js';
import type { Invariant } from './invariant.js';

/** Days on post that a released run says nothing about, as far as months were paid. */
export const everyMonthAccounted: Invariant = {
  name: 'every on-post person-month is paid or stands in an exception with reason and owner',
  async check({ databases }) {
    const rows = await databases.rows<{ account_id: string; month: string }>(
      'finance',
      `with month as (
         select m, (m || '-01')::date first, ((m || '-01')::date + interval '1 month')::date next from unnest($1::text[]) m
         where exists (select from subsidy_run r where r.month = m and r.release_seq is not null))
       select distinct s.account_id, month.m "month" from service_span s
       join month on s.from_day < month.next and (s.to_day is null or s.to_day > month.first)
       where not exists (select from run_person p join subsidy_run r on r.id = p.run_id
                         where p.account_id = s.account_id and r.month = month.m and p.in_pay and r.release_seq is not null)
         and not exists (select from pay_exception e where e.account_id = s.account_id and e.month = month.m
                         and e.owner <> '' and e.code <> '')`,
      [serviceMonths],
    );
    return rows.map(({ account_id, month }) => `account ${account_id} served in ${month} and stands nowhere`);
  },
};

export const ledgerBalances: Invariant = {
  name: 'the ledger sums to zero, within every posting, fund and purpose',
  async check({ databases }) {
    const [whole] = await databases.rows<{ fen: string | null }>(
      'finance',
      'select sum(fen)::text fen from ledger_entry',
    );
    const postings = await databases.rows<{ posting_id: string; fen: string }>(
      'finance',
      `select posting_id, sum(fen)::text fen from ledger_entry
       group by posting_id, county, project, source, budget_year, purpose having sum(fen) <> 0`,
    );
    return [
      ...(whole?.fen && whole.fen !== '0' ? [`the ledger sums to ${whole.fen} fen`] : []),
      ...postings.map(({ posting_id, fen }) => `posting ${posting_id} sums to ${fen} fen`),
    ];
  },
};

interface Sums {
  readonly number: string;
  readonly month: string;
  readonly net: string;
  readonly payout: string;
  readonly first: string;
}

/** computed = approved = first payment lines, run by run; and no line but accepted, returned, pending, waiting or not payable. */
export const moneyAddsUp: Invariant = {
  name: 'computed = approved = in file = accepted + returned + pending',
  async check({ databases }) {
    const runs = await databases.rows<Sums>(
      'finance',
      `select r.number, r.month, r.net_fen::text net,
              (select coalesce(sum(fen), 0)::text from run_payout p where p.run_id = r.id) payout,
              (select coalesce(sum(fen), 0)::text from payment_line l where l.run_id = r.id and l.replaces is null) "first"
       from subsidy_run r where r.release_seq is not null`,
    );
    const files = await databases.rows<{ number: string; total: string; lines: string; states: string }>(
      'finance',
      `select b.number, b.total_fen::text total, coalesce(sum(f.fen), 0)::text "lines",
              coalesce(sum(l.fen) filter (where l.state in ('accepted', 'returned', 'pending')), 0)::text states
       from batch b left join batch_line f on f.batch_id = b.id left join payment_line l on l.reference = f.reference
       where b.status = 'released' group by b.id`,
    );
    const twice = await databases.rows<{ person: string; month: string; n: number }>(
      'finance',
      `select l.account_id person, l.month, count(*)::int n from payment_line l
       where l.state = 'accepted' group by l.run_id, l.account_id, l.month having count(*) > 1`,
    );
    return [
      ...runs
        .filter(({ net, payout, first }) => net !== payout || payout !== first)
        .map(({ number, net, payout, first }) => `run ${number}: computed ${net}, approved ${payout}, lines ${first}`),
      ...files
        .filter(({ total, lines, states }) => total !== lines || lines !== states)
        .map(
          ({ number, total, lines, states }) =>
            `batch ${number}: ${total}, lines ${lines}, answered or pending ${states}`,
        ),
      ...twice.map(({ person, month, n }) => `account ${person} was paid ${n} times for ${month}`),
    ];
  },
};

/** The service computes again what it stored: every released run comes out to the same bytes. */
export const runsRecompute: Invariant = {
  name: 'every released run, computed again, comes out alike',
  async check({ world, databases }) {
    const auditor = await world.as('auditor');
    const runs = await databases.rows<{ id: string; number: string }>(
      'finance',
      'select id, number from subsidy_run where release_seq is not null order by number',
    );
    const wrong: string[] = [];
    await forEach(runs, 4, async ({ id, number }) => {
      const { equal } = await auditor.post<{ equal: boolean }>(`/api/finance/subsidy-runs/${id}/recompute`);
      if (!equal) wrong.push(`run ${number} comes out otherwise`);
    });
    return wrong;
  },
};

export const monthsClosed: Invariant = {
  name: 'every month that was paid in full is closed, or says what keeps it open',
  async check({ world, databases }) {
    const rows = await databases.rows<{ number: string; status: string; open: string }>(
      'finance',
      `select r.number, r.status,
              (select count(*) from payment_line l where l.division = r.division and l.book_month = r.month
               and (l.state in ('pending', 'waiting') or (l.state = 'returned'
                    and not exists (select from payment_line n where n.replaces = l.reference)))) ::text "open"
       from subsidy_run r where r.release_seq is not null
         and not exists (select from month_close c where c.division = r.division and c.month = r.month and c.status = 'closed')`,
    );
    world.count('money', 'county', 'months that stay open', rows.length);
    return rows
      .filter(({ open }) => open === '0')
      .map(({ number }) => `${number} is not closed, and nothing keeps it open`);
  },
};

/** Days on post without commercial cover, by the service's own tables laid side by side; each needs its alarm. */
export const noUncoveredDay: Invariant = {
  name: 'no uncovered day without an alarm',
  async check({ databases }) {
    const rows = await databases.rows<{ account_id: string; day: string }>(
      'finance',
      `with today as (select (max(instant) at time zone 'Asia/Shanghai')::date d from virtual_clock),
       day as (select s.account_id, g::date "day" from service_span s, today,
               generate_series(s.from_day, least(coalesce(s.to_day - 1, today.d - 1), today.d - 1), '1 day') g)
       select distinct on (day.account_id) day.account_id, "day"::text "day" from day
       where not exists (select from commercial_cover c where c.account_id = day.account_id
                         and c.from_day <= "day" and (c.to_day is null or c.to_day > "day"))
         and not exists (select from coverage_gap g where g.account_id = day.account_id and g.kind = 'commercial'
                         and g.from_day <= "day" and (g.to_day is null or g.to_day > "day") and g.owner <> '')
       order by 1, 2`,
    );
    return rows.map(({ account_id, day }) => `account ${account_id} is not covered on ${day}, and no alarm says so`);
  },
};
