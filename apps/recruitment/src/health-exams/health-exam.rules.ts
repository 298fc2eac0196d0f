import { type Actor, type Fact, Refusal } from '@xibu/domain';
import type { OpenHealthExamRequest } from '@xibu/domain/recruitment/api';
import { HealthExamDecided } from '@xibu/domain/recruitment/events';
import type { Application } from '../applications/application.js';
import { about, next, wrongStep } from '../applications/application.rules.js';
import type { Loss } from '../losses/loss.js';
import { lose, type SeatHeld } from '../losses/loss.rules.js';
import type { HealthExam, HealthResult } from './health-exam.js';

/** A university opens batches of its own; the region for one university or for everybody. */
export function openBatch(
  { season, hospital, heldOn, university }: OpenHealthExamRequest,
  { id, region }: { readonly id: string; readonly region: number },
  actor: Pick<Actor, 'account' | 'university'>,
): HealthExam {
  if (actor.university && university !== undefined && university !== actor.university) {
    throw new Refusal('health-exam.university-foreign', { pointer: '/university' });
  }
  const of = actor.university ?? university ?? null;
  return { id, season, division: region, university: of, hospital, heldOn, status: 'open', openedBy: actor.account };
}

export function closeBatch(exam: HealthExam): HealthExam {
  if (exam.status !== 'open') throw new Refusal('health-exam.closed');
  return { ...exam, status: 'closed' };
}

export interface Conclusion {
  readonly passed: boolean;
  /** Sealed already; null when there is none. */
  readonly conclusionSealed: string | null;
}

export interface Examined {
  readonly application: Application;
  readonly result: HealthResult;
  readonly loss: Loss | null;
  readonly facts: readonly Fact[];
}

/** 通过西部计划体检 (notice 2.2.2): whoever fails gives the seat back, and the next one is taken on. */
export function decide(
  exam: HealthExam,
  { application, seat }: { readonly application: Application; readonly seat: SeatHeld },
  { passed, conclusionSealed }: Conclusion,
  actor: Pick<Actor, 'account'>,
  now: Date,
): Examined {
  if (exam.status !== 'open') throw new Refusal('health-exam.closed');
  if (exam.season !== application.season || (exam.university && exam.university !== application.university)) {
    throw new Refusal('health-exam.not-in-batch');
  }
  if (application.status !== 'preselected') throw wrongStep(application);
  if (!passed && conclusionSealed === null) throw new Refusal('health-exam.conclusion-missing');
  const { id, accountId, division, university } = application;
  const result: HealthResult = {
    ...{ applicationId: id, examId: exam.id, accountId, division, university, passed, conclusionSealed },
    ...{ decidedBy: actor.account, decidedAt: now },
  };
  const decided = HealthExamDecided(id, { ...about(application), passed });
  if (passed) return { application: next(application, 'health-passed', now), result, loss: null, facts: [decided] };
  const [failed, loss, lost] = lose(application, seat, 'health', now);
  return { application: failed, result, loss, facts: [decided, lost] };
}
