import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { ChangeExamSessionRequest, ExamSessionView } from '@xibu/domain/recruitment/api';
import { Clock, Database, rewrite } from '@xibu/platform';
import { change } from './exam-session.rules.js';
import { ExamSessionTable } from './exam-session.table.js';
import { lockSession, viewOf } from './find-exam-session.js';

@Injectable()
export class ChangeExamSession {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, request: ChangeExamSessionRequest, version: number, actor: Actor): Promise<ExamSessionView> {
    return this.database.transaction(async (tx) => {
      const session = await lockSession(tx, id, actor);
      if (session.version !== version) throw new Refusal('version.stale');
      const changed = change(session, request, this.clock.now());
      await rewrite(tx, ExamSessionTable, changed);
      return viewOf(changed);
    });
  }
}
