import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import { GradeDecided } from '@xibu/domain/assessment/events';
import { On, type Tx } from '@xibu/platform';

/** The grade of a season, by which an extension is decided. */
@Controller()
export class WhenGradeDecided {
  @On(GradeDecided)
  async handle({ data }: ReceivedOf<typeof GradeDecided>, tx: Tx): Promise<void> {
    const [known]: [unknown[], number] = await tx.query(
      'update volunteer set grades = grades || jsonb_build_object($2::text, $3::text) where id::text = $1 returning 1',
      [data.volunteerId, data.season, data.grade],
    );
    if (known.length === 0) throw new Error(`nobody here serves as ${data.volunteerId}`);
  }
}
