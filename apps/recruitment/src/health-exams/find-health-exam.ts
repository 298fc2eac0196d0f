import { type Actor, Refusal } from '@xibu/domain';
import type { HealthExamView } from '@xibu/domain/recruitment/api';
import type { Tx } from '@xibu/platform';
import { isInScope } from '../applications/office-scope.js';
import type { HealthExam } from './health-exam.js';
import { HealthExamTable } from './health-exam.table.js';

/** Locks a batch of the office's own. */
export async function lockBatch(tx: Tx, id: string, actor: Actor): Promise<HealthExam> {
  const exam = await tx.findOne(HealthExamTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!exam || !isInScope(exam, actor)) throw new Refusal('record.unknown');
  return exam;
}

export async function viewOf(tx: Tx, exam: HealthExam): Promise<HealthExamView> {
  const [view] = await viewsOf(tx, [exam]);
  if (!view) throw new Error('one batch has one view');
  return view;
}

export async function viewsOf(tx: Tx, exams: readonly HealthExam[]): Promise<HealthExamView[]> {
  const rows: { id: string; passed: number; failed: number }[] = await tx.query(
    `select exam_id id, (count(*) filter (where passed))::int passed, (count(*) filter (where not passed))::int failed
     from health_result where exam_id = any($1) group by 1`,
    [exams.map(({ id }) => id)],
  );
  const tallies = new Map(rows.map((row) => [row.id, row]));
  return exams.map(({ id, season, university, hospital, heldOn, status }) => ({
    ...{ id, season, university, hospital, heldOn, status },
    ...{ passed: tallies.get(id)?.passed ?? 0, failed: tallies.get(id)?.failed ?? 0 },
  }));
}
