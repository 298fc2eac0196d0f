import { dateOf, type LegalDate } from '@xibu/domain';
import { CommercialCoverSet } from '@xibu/domain/finance/events';
import { record, rulebookOn, type Tx } from '@xibu/platform';
import { coverEnd, endOn } from './cover.rules.js';

interface Standing {
  readonly id: string;
  readonly accountId: string;
  readonly policyId: string | null;
  readonly from: LegalDate | null;
  readonly to: LegalDate | null;
}

/** Somebody will not come after all: a cover that has begun ends today, one that has not never does. */
export async function endOfApplication(tx: Tx, applicationId: string, now: Date): Promise<void> {
  const rows = await standing(tx, 'c.application_id = $1', [applicationId]);
  for (const row of rows) await cut(tx, row, dateOf(now), now);
}

/** Somebody left: the cover reaches some days beyond the last day of service (全国项目办发〔2018〕14号). */
export async function endOfService(
  tx: Tx,
  { accountId, season, on }: { readonly accountId: string; readonly season: string; readonly on: LegalDate },
  now: Date,
): Promise<void> {
  const { values } = await rulebookOn(tx, season, dateOf(now));
  const rows = await standing(
    tx,
    `c.account_id = $1 and (c.from_day is null or c.from_day <= $2::date or c.season = $3)`,
    [...[accountId, on, season]],
  );
  for (const row of rows) await cut(tx, row, coverEnd(on, values), now);
}

function standing(tx: Tx, condition: string, values: readonly unknown[]): Promise<Standing[]> {
  return tx.query(
    `select c.id, c.account_id "accountId", c.policy_id "policyId", c.from_day::text "from", c.to_day::text "to"
     from commercial_cover c where ${condition} and c.status in ('to-insure', 'insured', 'ended') for update of c`,
    [...values],
  );
}

/** A cover is only ever made shorter; what is over stays over. */
async function cut(tx: Tx, { id, accountId, policyId, from, to }: Standing, day: LegalDate, now: Date): Promise<void> {
  if (policyId === null || from === null) {
    await tx.query(`update commercial_cover set status = 'void', version = version + 1 where id = $1`, [id]);
    return;
  }
  if (to !== null && to <= day) return;
  const end = endOn(from, day);
  await tx.query('update commercial_cover set to_day = $2, status = $3, version = version + 1 where id = $1', [
    ...[id, end.to, end.status],
  ]);
  await record(tx, now, CommercialCoverSet(accountId, { accountId, policyId, from, to: end.to }));
}
