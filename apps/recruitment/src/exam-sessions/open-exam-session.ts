import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { ExamSessionView } from '@xibu/domain/recruitment/api';
import { Clock, Database, rewrite } from '@xibu/platform';
import { open } from './exam-session.rules.js';
import { ExamSessionTable } from './exam-session.table.js';
import { lockSession, viewOf } from './find-exam-session.js';

/** From now on everybody can read when and where the exam is held. */
@Injectable()
export class OpenExamSession {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, actor: Actor): Promise<ExamSessionView> {
    return this.database.transaction(async (tx) => {
      const opened = open(await lockSession(tx, id, actor), this.clock.now());
      await rewrite(tx, ExamSessionTable, opened);
      return viewOf(opened);
    });
  }
}
