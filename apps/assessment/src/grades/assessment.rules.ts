import { type Grade, Refusal } from '@xibu/domain';
import type { Assessment } from './assessment.js';

/** 本人总结 */
export function summarise(assessment: Assessment, summary: string): Assessment {
  requireStep(assessment, ['open', 'summarised']);
  return { ...assessment, status: 'summarised', summary };
}

/** 服务单位意见: a score of 0 to 100 with words. It does not wait for a summary that never comes. */
export function opine(assessment: Assessment, opinion: string, score: number): Assessment {
  requireStep(assessment, ['open', 'summarised', 'unit-opined']);
  return { ...assessment, status: 'unit-opined', unitOpinion: opinion, unitScore: score };
}

/** 旗县评定等次 (notice 3.3: 由旗县项目办考核). */
export function grade(assessment: Assessment, given: Grade, opinion: string, by: string): Assessment {
  requireStep(assessment, ['unit-opined', 'graded']);
  if (given === 'fail' && opinion.trim() === '') throw new Refusal('reason.missing', { pointer: '/opinion' });
  return { ...assessment, status: 'graded', grade: given, opinion, gradedBy: by };
}

export function object(assessment: Assessment, objection: string): Assessment {
  requireStep(assessment, ['graded']);
  return { ...assessment, objection, objectionAnswer: null };
}

/** The county answers an objection; another grade goes through {@link grade} again. */
export function answerObjection(assessment: Assessment, answer: string): Assessment {
  requireStep(assessment, ['graded']);
  if (assessment.objection === null) throw new Refusal('grade.wrong-step', { status: 'no-objection' });
  return { ...assessment, objectionAnswer: answer };
}

/** 优秀 at most a share of those on post, pooled at the region (notice 3.3); a part of a person is nobody. */
export function excellentMax(onPost: number, percentMax: number): number {
  return Math.floor((onPost * percentMax) / 100);
}

export interface PoolState {
  readonly onPost: number;
  readonly percentMax: number;
  readonly excellent: number;
  readonly ungraded: number;
  readonly openObjections: number;
}

/** May the list of a region be fixed? Everybody graded, every objection answered, and not too many excellent. */
export function requireFixable({ onPost, percentMax, excellent, ungraded, openObjections }: PoolState): void {
  if (ungraded > 0) throw new Refusal('grade.ungraded', { count: ungraded });
  if (openObjections > 0) throw new Refusal('grade.objection-open', { count: openObjections });
  const max = excellentMax(onPost, percentMax);
  if (excellent > max) {
    throw new Refusal('grade.pool-exceeded', { excellent, max, onPost, percent: percentMax, clause: '3.3' });
  }
}

function requireStep({ status }: Assessment, from: readonly Assessment['status'][]): void {
  if (!from.includes(status)) throw new Refusal('grade.wrong-step', { status });
}
