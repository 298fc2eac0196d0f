import type { Tx } from '@xibu/platform';

/**
 * Somebody whose service was told after the run of the month had been calculated stands nowhere in it. They are paid by
 * the next run; the month itself does not close before two people have said so (nobody is silently missing).
 */
export async function findMissingPeople(tx: Tx, now: Date): Promise<number> {
  const rows: unknown[] = await tx.query(
    `insert into pay_exception (id, division, month, origin, run_id, account_id, code, detail, owner, state, opened_at, version)
     select gen_random_uuid(), m.division, m.month, 'run', m.id, m.account_id, 'not-in-run', '', 'county:' || m.division,
            'open', $1, 1
     from (select distinct r.id, r.division, r.month, s.account_id
           from subsidy_run r
             join service_span s on s.division = r.division
               and s.from_day < (r.month || '-01')::date + interval '1 month'
               and (s.to_day is null or s.to_day > (r.month || '-01')::date)
           where r.release_seq is not null and r.status <> 'closed'
             and not exists (select from service_span t where t.account_id = s.account_id and t.division <> s.division
                             and t.from_day > s.from_day and t.from_day < (r.month || '-01')::date + interval '1 month')
             and not exists (select from run_person p join subsidy_run o on o.id = p.run_id
                             where o.month = r.month and o.release_seq is not null and p.account_id = s.account_id and p.in_pay)
             and not exists (select from pay_exception e where e.month = r.month and e.account_id = s.account_id)) m
     returning id`,
    [now],
  );
  return rows.length;
}
