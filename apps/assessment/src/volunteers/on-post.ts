import type { LegalDate } from '@xibu/domain';
import type { Tx } from '@xibu/platform';

/** A condition that a row of `volunteer v` meets when the person is in service on the day in `place`: on post or on leave. */
export function inServiceOn(place: string): string {
  return `exists (select from jsonb_to_recordset(v.spans) as s ("from" date, "to" date)
                  where s."from" <= ${place} and (s."to" is null or ${place} < s."to"))`;
}

/** People in service on a day (domain §10: on post or on leave), in a range of divisions. */
export async function countOnPost(tx: Tx, day: LegalDate, divisions: { from: number; to: number }): Promise<number> {
  const [row]: { n: number }[] = await tx.query(
    `select count(*)::int n from volunteer v where v.county between $2 and $3 and ${inServiceOn('$1::date')}`,
    [day, divisions.from, divisions.to],
  );
  return row?.n ?? 0;
}
