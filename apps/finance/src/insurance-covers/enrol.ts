import { dateOf, type LegalDate, rangeOf } from '@xibu/domain';
import { CommercialCoverSet } from '@xibu/domain/finance/events';
import { record, rulebookOn, type Tx, windowOf } from '@xibu/platform';
import { coverEnd, coverStart, within } from './cover.rules.js';

interface Policy {
  readonly id: string;
  readonly division: number;
  readonly from: LegalDate;
  readonly to: LegalDate;
}

interface Waiting {
  readonly id: string;
  readonly accountId: string;
  readonly division: number;
  readonly admittedOn: LegalDate | null;
  readonly leftOn: LegalDate | null;
}

interface Enrolled extends Policy {
  readonly coverId: string;
  readonly accountId: string;
}

/**
 * Enrols those of a season who wait for cover, all or one of them, as far as a policy reaches. Works for any order in
 * which admission, report-in window and policy come to be known: whichever is last enrols.
 */
export async function enrol(tx: Tx, season: string, now: Date, accountId?: string): Promise<number> {
  const today = dateOf(now);
  const policies = await policiesOf(tx, season);
  if (policies.length === 0) return 0;
  const window = await windowOf(tx, season, 'report-in');
  const { values } = await rulebookOn(tx, season, today);
  const startOf = ({ admittedOn }: Waiting): LegalDate | null => {
    // Somebody who stays on was covered until now and needs cover from today; others wait for the day of report-in.
    if (admittedOn === null) return today;
    return window ? coverStart(dateOf(window.opensAt), admittedOn, values) : null;
  };
  const enrolled = (await waitingIn(tx, season, accountId)).flatMap((one): Enrolled[] => {
    const from = startOf(one);
    if (from === null) return [];
    const to = one.leftOn === null ? null : coverEnd(one.leftOn, values);
    for (const policy of policies.filter(({ division }) => reaches(division, one.division))) {
      const days = within({ from, to }, policy);
      if (days)
        return [{ ...policy, from: days.from, to: days.to ?? policy.to, coverId: one.id, accountId: one.accountId }];
    }
    return [];
  });
  await tx.query(
    `update commercial_cover c set status = 'insured', policy_id = e.policy_id, from_day = e.from_day, to_day = e.to_day,
       version = c.version + 1
     from unnest($1::uuid[], $2::uuid[], $3::date[], $4::date[]) as e (id, policy_id, from_day, to_day) where c.id = e.id`,
    [
      ...[enrolled.map(({ coverId }) => coverId), enrolled.map(({ id }) => id)],
      ...[enrolled.map(({ from }) => from), enrolled.map(({ to }) => to)],
    ],
  );
  const facts = enrolled.map(({ accountId: account, id: policyId, from, to }) =>
    CommercialCoverSet(account, { accountId: account, policyId, from, to }),
  );
  await record(tx, now, ...facts);
  return enrolled.length;
}

/** The most specific first, and the one that began first among those. */
async function policiesOf(tx: Tx, season: string): Promise<Policy[]> {
  const policies: Policy[] = await tx.query(
    `select id, division, from_day::text "from", to_day::text "to" from insurance_policy
     where season = $1 and status = 'approved' order by from_day, number`,
    [season],
  );
  const width = ({ division }: Policy) => rangeOf(division).to - rangeOf(division).from;
  return policies.sort((left, right) => width(left) - width(right));
}

function reaches(place: number, county: number): boolean {
  const { from, to } = rangeOf(place);
  return from <= county && county <= to;
}

function waitingIn(tx: Tx, season: string, accountId?: string): Promise<Waiting[]> {
  return tx.query(
    `select c.id, c.account_id "accountId", c.division, c.admitted_on::text "admittedOn",
            (select v.left_on::text from volunteer v where v.application_id = c.application_id and v.left_on is not null
             limit 1) "leftOn"
     from commercial_cover c where c.season = $1 and c.status = 'to-insure' and ($2::text is null or c.account_id = $2)
     order by c.account_id for update of c`,
    [season, accountId ?? null],
  );
}

/**
 * Whoever is on post and has neither cover nor a place in the queue for it gets one: those who stay on, who come back, and
 * late facts. A cover that has not begun is put back into the queue; one that has stays, with the days that it gave.
 */
export async function queueUncovered(tx: Tx, season: string, today: LegalDate): Promise<void> {
  await tx.query(
    `with uncovered as (
       select s.account_id, min(s.division) division from service_span s
       where s.from_day <= $2::date and (s.to_day is null or s.to_day > $2::date)
         and not exists (select from commercial_cover c where c.account_id = s.account_id
                         and (c.status = 'to-insure' or (c.policy_id is not null and c.from_day <= $2::date and c.to_day > $2::date)))
       group by 1),
     not_begun as (
       select distinct on (c.account_id) c.id, c.account_id from commercial_cover c join uncovered using (account_id)
       where c.season = $1 and (c.status = 'void' or c.from_day > $2::date) order by c.account_id, c.id),
     again as (
       update commercial_cover c set status = 'to-insure', policy_id = null, from_day = null, to_day = null,
         admitted_on = null, version = c.version + 1
       from not_begun n where c.id = n.id)
     insert into commercial_cover (id, account_id, season, division, status, version)
     select gen_random_uuid(), u.account_id, $1, u.division, 'to-insure', 1 from uncovered u
     where u.account_id not in (select account_id from not_begun)`,
    [season, today],
  );
}
