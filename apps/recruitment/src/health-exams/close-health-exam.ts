import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { HealthExamView } from '@xibu/domain/recruitment/api';
import { Database, rewrite } from '@xibu/platform';
import { lockBatch, viewOf } from './find-health-exam.js';
import { closeBatch } from './health-exam.rules.js';
import { HealthExamTable } from './health-exam.table.js';

@Injectable()
export class CloseHealthExam {
  constructor(private readonly database: Database) {}

  async run(id: string, actor: Actor): Promise<HealthExamView> {
    return this.database.transaction(async (tx) => {
      const closed = closeBatch(await lockBatch(tx, id, actor));
      await rewrite(tx, HealthExamTable, closed);
      return viewOf(tx, closed);
    });
  }
}
