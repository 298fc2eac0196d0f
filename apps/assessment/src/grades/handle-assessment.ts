import { Injectable } from '@nestjs/common';
import { type Actor, liesIn, Refusal } from '@xibu/domain';
import type { GradeRow } from '@xibu/domain/assessment/api';
import { Clock, Database, eachByItself, requireOpen, rewrite, type Tx } from '@xibu/platform';
import type { Assessment } from './assessment.js';
import { answerObjection, grade, object, opine, summarise } from './assessment.rules.js';
import { AssessmentTable } from './assessment.table.js';

/** The steps of one assessment, each by whom it belongs to, within the window of the year. */
@Injectable()
export class HandleAssessment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  summarise(id: string, summary: string, actor: Actor): Promise<Assessment> {
    return this.change(
      id,
      (assessment) => assessment.account === actor.account,
      (assessment) => summarise(assessment, summary),
    );
  }

  object(id: string, objection: string, actor: Actor): Promise<Assessment> {
    return this.change(
      id,
      (assessment) => assessment.account === actor.account,
      (assessment) => object(assessment, objection),
    );
  }

  opine(id: string, opinion: string, score: number, actor: Actor): Promise<Assessment> {
    return this.change(
      id,
      (assessment) => assessment.unit === actor.unit,
      (assessment) => opine(assessment, opinion, score),
    );
  }

  answerObjection(id: string, text: string, actor: Actor): Promise<Assessment> {
    return this.change(id, ofCounty(actor), (assessment) => answerObjection(assessment, text));
  }

  /** Grades of a county, many at once; each stands or falls by itself. */
  grade(rows: readonly GradeRow[], actor: Actor) {
    const idOf = ({ id }: GradeRow) => id;
    return eachByItself(rows, idOf, async (row) => {
      await this.change(row.id, ofCounty(actor), (before) => grade(before, row.grade, row.opinion, actor.account));
      return {};
    });
  }

  private change(
    id: string,
    may: (assessment: Assessment) => boolean,
    decide: (assessment: Assessment) => Assessment,
  ): Promise<Assessment> {
    return this.database.transaction(async (tx: Tx) => {
      const assessment = await tx.findOne(AssessmentTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!assessment || !may(assessment)) throw new Refusal('record.unknown');
      await requireOpen(tx, assessment.season, 'assessment', this.clock.now());
      const changed = decide(assessment);
      await rewrite(tx, AssessmentTable, changed);
      return changed;
    });
  }
}

function ofCounty({ divisions }: Actor): (assessment: Assessment) => boolean {
  return ({ county }) => liesIn(county, divisions);
}
