import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { HealthExamView, OpenHealthExamRequest } from '@xibu/domain/recruitment/api';
import { Clock, Database, newId, seasonOf } from '@xibu/platform';
import { university as listed } from '@xibu/reference';
import { requireOneOpen } from '../applications/windows.js';
import { viewOf } from './find-health-exam.js';
import { openBatch } from './health-exam.rules.js';
import { HealthExamTable } from './health-exam.table.js';

@Injectable()
export class OpenHealthExam {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(request: OpenHealthExamRequest, actor: Actor): Promise<HealthExamView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const { region } = await seasonOf(tx, request.season);
      await requireOneOpen(tx, request.season, ['health-exam', 'backfill'], now);
      if (request.university && !listed(request.university)) {
        throw new Refusal('university.unknown', { pointer: '/university', university: request.university });
      }
      const exam = openBatch(request, { id: newId(now), region }, actor);
      await tx.insert(HealthExamTable, exam);
      return viewOf(tx, exam);
    });
  }
}
