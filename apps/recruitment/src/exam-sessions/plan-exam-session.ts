import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { ExamSessionView, PlanExamSessionRequest } from '@xibu/domain/recruitment/api';
import { Clock, Database, newId, seasonOf } from '@xibu/platform';
import { isInScope } from '../applications/office-scope.js';
import { plan } from './exam-session.rules.js';
import { ExamSessionTable } from './exam-session.table.js';
import { viewOf } from './find-exam-session.js';

/** Draws up a sitting of the exam; it may be prepared long before its window opens. */
@Injectable()
export class PlanExamSession {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ season, ...request }: PlanExamSessionRequest, actor: Actor): Promise<ExamSessionView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const { region } = await seasonOf(tx, season);
      if (!isInScope({ division: region, university: null }, actor)) throw new Refusal('record.unknown');
      const before = await tx.count(ExamSessionTable, { where: { season, division: region } });
      const session = plan(request, { id: newId(now), season, region, before }, now);
      await tx.insert(ExamSessionTable, session);
      return viewOf(session);
    });
  }
}
