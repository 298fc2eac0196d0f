import { type Grade, type LegalDate, Refusal } from '@xibu/domain';
import type { ServiceSpan } from '@xibu/domain/placement/events';
import type { Tx } from '@xibu/platform';
import type { Completed } from './certificate.rules.js';
import { lengthOf } from './service-length.rules.js';

interface Row {
  readonly volunteer_id: string;
  readonly account: string;
  readonly season: string;
  readonly county: number;
  readonly number: string;
  readonly name: string;
  readonly left_on: LegalDate | null;
  readonly left_kind: string | null;
  readonly start_of_work: LegalDate | null;
  readonly spans: ServiceSpan[];
  readonly grade: Grade | null;
}

/** What the copies know of a volunteer whose service has ended; unknown outside of `range`. */
export async function findCompleted(
  tx: Tx,
  volunteerId: string,
  range: { from: number; to: number },
): Promise<Completed> {
  const [row]: Row[] = await tx.query(
    `select v.volunteer_id, v.account, v.season, v.county, coalesce(v.number, v.volunteer_id) number, p.name,
            to_char(v.left_on, 'YYYY-MM-DD') left_on, v.left_kind, to_char(v.start_of_work, 'YYYY-MM-DD') start_of_work, v.spans, a.grade
     from volunteer v join person p using (account) left join appraisal a using (volunteer_id)
     where v.volunteer_id = $1 and v.county between $2 and $3`,
    [volunteerId, range.from, range.to],
  );
  if (!row) throw new Refusal('record.unknown');
  if (!row.left_on) throw new Refusal('appraisal.not-left');
  return {
    ...{
      volunteerId: row.volunteer_id,
      account: row.account,
      season: row.season,
      county: row.county,
      number: row.number,
    },
    ...{ holder: row.name, leftKind: row.left_kind, startOfWork: row.start_of_work },
    appraisal: row.grade ? { grade: row.grade } : null,
    length: lengthOf(row.spans, row.left_on),
  };
}
