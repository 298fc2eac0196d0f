import { Injectable } from '@nestjs/common';
import type { DataOf } from '@xibu/domain';
import type { ApplicationQualified } from '@xibu/domain/recruitment/events';
import { Clock, type Tx } from '@xibu/platform';

/** Keeps who is on the qualified list. Told again (a score was corrected), the wishes are new and an own list stays. */
@Injectable()
export class QualifyCandidate {
  constructor(private readonly clock: Clock) {}

  /** Throws while the season is not known here: the fact is tried again. */
  async run(tx: Tx, data: DataOf<typeof ApplicationQualified>): Promise<void> {
    const { applicationId, season, accountId, university, code, scoreHundredths } = data;
    const [known]: { region: number }[] = await tx.query('select region from season_copy where season = $1', [season]);
    if (!known) throw new Error(`season ${season} is not known yet`);
    await tx.query(
      `insert into candidate (id, season, account_id, university, division, code, score_hundredths, classes, counties,
                              specials, accepts_reassignment, status, updated_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'qualified', $12, 1)
       on conflict (id) do update set score_hundredths = excluded.score_hundredths, classes = excluded.classes,
         counties = excluded.counties, specials = excluded.specials, updated_at = excluded.updated_at,
         version = candidate.version + 1`,
      [
        ...[applicationId, season, accountId, university, known.region, code, scoreHundredths],
        ...[data.classes, data.counties, data.specials].map((value) => JSON.stringify(value)),
        ...[data.acceptsReassignment, this.clock.now()],
      ],
    );
  }
}
