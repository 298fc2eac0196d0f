import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { HealthExamView } from '@xibu/domain/recruitment/api';
import { Database } from '@xibu/platform';
import { isInScope } from '../applications/office-scope.js';
import { viewsOf } from './find-health-exam.js';
import { HealthExamTable } from './health-exam.table.js';

/** Batches of the office's own, the latest first: figures only, never a conclusion. */
@Injectable()
export class ListHealthExams {
  constructor(private readonly database: Database) {}

  async run(season: string | undefined, actor: Actor): Promise<{ rows: HealthExamView[] }> {
    return this.database.transaction(async (tx) => {
      const all = await tx.find(HealthExamTable, {
        where: season ? { season } : {},
        order: { heldOn: 'DESC', id: 'DESC' },
      });
      return {
        rows: await viewsOf(
          tx,
          all.filter((exam) => isInScope(exam, actor)),
        ),
      };
    });
  }
}
