import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import { GradeDecided } from '@xibu/domain/assessment/events';
import { On, type Tx } from '@xibu/platform';

/** Keeps the yearly grade, which an incentive may hang on; a later decision replaces the earlier. */
@Controller()
export class WhenGradeDecided {
  @On(GradeDecided)
  async handle({ data }: ReceivedOf<typeof GradeDecided>, tx: Tx): Promise<void> {
    await tx.query(
      `insert into grade (volunteer_id, account_id, season, division, grade) values ($1, $2, $3, $4, $5)
       on conflict (volunteer_id, season) do update set grade = excluded.grade, division = excluded.division`,
      [data.volunteerId, data.accountId, data.season, data.county, data.grade],
    );
  }
}
