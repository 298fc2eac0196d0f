import { Injectable } from '@nestjs/common';
import type { DataOf } from '@xibu/domain';
import type { GradeDecided } from '@xibu/domain/assessment/events';
import type { Tx } from '@xibu/platform';

/** Keeps the grade of a season beside the volunteer. */
@Injectable()
export class KeepGrade {
  /** Throws for somebody unknown: the fact waits for the volunteer and is tried again. */
  async run(tx: Tx, { volunteerId, season, grade }: DataOf<typeof GradeDecided>): Promise<void> {
    const [known]: [unknown[], number] = await tx.query(
      'update volunteer set grades = grades || jsonb_build_object($2::text, $3::text) where id = $1::uuid returning 1',
      [volunteerId, season, grade],
    );
    if (known.length === 0) throw new Error(`nobody here serves as ${volunteerId}`);
  }
}
