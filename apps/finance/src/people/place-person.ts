import type { Tx } from '@xibu/platform';

/**
 * Makes sure that there is a row for somebody, whichever fact of them comes first. Of several numbers the earliest
 * counts, in whatever order they are heard: what has been sorted by it must not come out in another order later.
 */
export async function meetPerson(tx: Tx, accountId: string, number: string | null): Promise<void> {
  await tx.query(
    `insert into person (account_id, number) values ($1, nullif($2, ''))
     on conflict (account_id) do update set number = least(person.number, excluded.number)`,
    [accountId, number],
  );
}

/**
 * Where a person belongs now, as far as it is known: the last place of service, else the county of the latest volunteer
 * record, else that of the admission, one that has ended coming last. The facts behind it may come in any order, so it
 * is worked out anew each time.
 */
export async function placePerson(tx: Tx, accountId: string): Promise<void> {
  const [moved]: [{ division: number }[], number] = await tx.query(
    `update person set division = now.division, unit = now.unit
     from (select division, unit from (
             select division, unit, 1 rank, from_day::text since from service_span where account_id = $1
             union all select division, unit, 2, season from volunteer where account_id = $1
             union all select division, null, case when ended_on is null then 3 else 4 end, season
                         from admission where account_id = $1) known
           order by rank, since desc, division, unit limit 1) now
     where person.account_id = $1
       and (person.division is distinct from now.division or person.unit is distinct from now.unit)
     returning person.division`,
    [accountId],
  );
  const [place] = moved;
  if (!place) return;
  // Whoever looks after the person now looks after card, hold and cover as well.
  for (const table of ['bank_card', 'payment_hold', 'commercial_cover']) {
    await tx.query(`update ${table} set division = $2 where account_id = $1 and division <> $2`, [
      ...[accountId, place.division],
    ]);
  }
}
