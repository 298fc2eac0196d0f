import { dateOf, type LegalDate } from '@xibu/domain';
import { CommercialCoverSet } from '@xibu/domain/finance/events';
import { record, rulebookOn, type Tx, windowOf } from '@xibu/platform';
import { coverStart, within } from './cover.rules.js';

interface Insured {
  readonly id: string;
  readonly accountId: string;
  readonly policyId: string;
  readonly admittedOn: LegalDate;
  readonly from: LegalDate;
  readonly to: LegalDate;
  readonly policy: { readonly from: LegalDate; readonly to: LegalDate };
}

/** Report-in may be moved by a later notice: covers that have not begun yet begin accordingly. Returns how many moved. */
export async function followReportIn(tx: Tx, season: string, now: Date): Promise<number> {
  const today = dateOf(now);
  const window = await windowOf(tx, season, 'report-in');
  if (!window) return 0;
  const { values } = await rulebookOn(tx, season, today);
  const rows: Insured[] = await tx.query(
    `select c.id, c.account_id "accountId", c.policy_id "policyId", c.admitted_on::text "admittedOn", c.from_day::text "from",
            c.to_day::text "to", jsonb_build_object('from', p.from_day, 'to', p.to_day) "policy"
     from commercial_cover c join insurance_policy p on p.id = c.policy_id
     where c.season = $1 and c.status = 'insured' and c.admitted_on is not null and c.from_day > $2::date
     order by c.account_id for update of c`,
    [season, today],
  );
  const moved = rows.flatMap(({ admittedOn, policy, ...row }) => {
    const wanted = coverStart(dateOf(window.opensAt), admittedOn, values);
    const days = within({ from: wanted < today ? today : wanted, to: row.to }, policy);
    return days && days.from !== row.from ? [{ ...row, from: days.from }] : [];
  });
  await tx.query(
    `update commercial_cover c set from_day = m.from_day, version = c.version + 1
     from unnest($1::uuid[], $2::date[]) as m (id, from_day) where c.id = m.id`,
    [moved.map(({ id }) => id), moved.map(({ from }) => from)],
  );
  const facts = moved.map(({ accountId, policyId, from, to }) =>
    CommercialCoverSet(accountId, { accountId, policyId, from, to }),
  );
  await record(tx, now, ...facts);
  return moved.length;
}
