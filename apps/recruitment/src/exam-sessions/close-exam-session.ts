import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { ExamSessionView } from '@xibu/domain/recruitment/api';
import { Clock, Database, rewrite } from '@xibu/platform';
import { close } from './exam-session.rules.js';
import { ExamSessionTable } from './exam-session.table.js';
import { lockSession, tallyOf, viewOf } from './find-exam-session.js';

@Injectable()
export class CloseExamSession {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, actor: Actor): Promise<ExamSessionView> {
    return this.database.transaction(async (tx) => {
      const closed = close(await lockSession(tx, id, actor), this.clock.now());
      await rewrite(tx, ExamSessionTable, closed);
      return viewOf(closed, (await tallyOf(tx, [id], actor)).get(id));
    });
  }
}
