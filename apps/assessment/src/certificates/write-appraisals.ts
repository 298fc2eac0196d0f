import { Injectable } from '@nestjs/common';
import { type Actor, type Grade, Refusal } from '@xibu/domain';
import { Clock, Database, eachByItself } from '@xibu/platform';
import { findCompleted } from './find-completed.js';

export interface AppraisalRow {
  readonly volunteerId: string;
  readonly grade: Grade;
  readonly text: string;
}

/** 服务期满鉴定 by the county, many at once; each stands or falls by itself (notice part four §4). */
@Injectable()
export class WriteAppraisals {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(rows: readonly AppraisalRow[], actor: Actor) {
    const idOf = ({ volunteerId }: AppraisalRow) => volunteerId;
    return eachByItself(rows, idOf, async (row) => {
      await this.write(row, actor);
      return {};
    });
  }

  private write({ volunteerId, grade, text }: AppraisalRow, actor: Actor): Promise<void> {
    return this.database.transaction(async (tx) => {
      const completed = await findCompleted(tx, volunteerId, actor.divisions ?? { from: -1, to: -1 });
      const [issued] = await tx.query('select from certificate where volunteer_id = $1', [volunteerId]);
      if (issued) throw new Refusal('certificate.revoked');
      await tx.query(
        `insert into appraisal (volunteer_id, account, county, text, grade, service_days, written_by, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (volunteer_id) do update set text = excluded.text, grade = excluded.grade, written_by = excluded.written_by, at = excluded.at`,
        [
          volunteerId,
          completed.account,
          completed.county,
          text,
          grade,
          completed.length?.days ?? 0,
          actor.account,
          this.clock.now(),
        ],
      );
    });
  }
}
