import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import { GradeDecided } from '@xibu/domain/assessment/events';
import { On, type Tx } from '@xibu/platform';
import { KeepGrade } from './keep-grade.js';

/** The grade of a season, by which an extension is decided. */
@Controller()
export class WhenGradeDecided {
  constructor(private readonly grades: KeepGrade) {}

  @On(GradeDecided)
  async handle({ data }: ReceivedOf<typeof GradeDecided>, tx: Tx): Promise<void> {
    await this.grades.run(tx, data);
  }
}
