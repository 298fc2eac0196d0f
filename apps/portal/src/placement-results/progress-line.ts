import type { Milestone } from '@xibu/domain/programme-terms';
import type { ApplicationProgress, ApplicationStatus } from '@xibu/domain/recruitment/api';
import type { StatusStep } from '../ui/progress.js';

/** The steps after the form, in the order of the year. */
export const laterSteps = ['exam', 'ranking', 'placement', 'health', 'notice', 'admission', 'answer'] as const;
export type LaterStep = (typeof laterSteps)[number];

export interface LaterPoint {
  readonly step: LaterStep;
  readonly state: StatusStep['state'];
  readonly milestone: Milestone;
}

const milestoneOf: Readonly<Record<LaterStep, Milestone>> = {
  exam: 'exam',
  ranking: 'ranking',
  placement: 'placement',
  health: 'health-exam',
  notice: 'admission',
  admission: 'admission',
  answer: 'report-in',
};

const ended: ReadonlySet<ApplicationStatus> = new Set([
  ...(['rejected', 'withdrawn', 'expired', 'not-qualified', 'health-failed', 'lost'] as const),
]);

/**
 * What is known of each step after the form; a step that a later one follows is done, even where nothing was written of it.
 * `hasConfirmed` is whether the way led there at all. The first step that is
 * neither done nor stopped is the present one, and behind a stop nothing comes any more.
 */
export function laterLine(
  progress: ApplicationProgress,
  status: ApplicationStatus,
  hasConfirmed: boolean,
): readonly LaterPoint[] {
  const outcomes: Readonly<Record<LaterStep, boolean | null>> = {
    exam: progress.exam
      ? (progress.exam.scoreHundredths !== null && !progress.exam.isAbsent) || absent(progress)
      : null,
    ranking: progress.ranking ? progress.ranking.outcome === 'qualified' : null,
    placement: progress.placement ? progress.placement.outcome === 'placed' || progress.admission !== null : null,
    health: progress.health ? progress.health.passed : null,
    notice: progress.notice?.status === 'closed' || progress.admission ? true : null,
    admission: progress.admission ? true : null,
    answer: progress.admission?.answer ? progress.admission.answer === 'accepted' : null,
  };
  let isOpen = hasConfirmed && !ended.has(status);
  return laterSteps.map((step, index) => {
    const isBehind = laterSteps.slice(index + 1).some((later) => outcomes[later] !== null);
    const outcome = outcomes[step] ?? (isBehind ? true : null);
    const state = outcome === null ? (isOpen ? 'now' : 'to-come') : outcome ? 'done' : 'stopped';
    if (state === 'now' || state === 'stopped') isOpen = false;
    return { step, state, milestone: milestoneOf[step] };
  });
}

/** Null while a score may still come; whoever was absent is through with the exam, and not well. */
function absent({ exam }: ApplicationProgress): boolean | null {
  return exam?.isAbsent ? false : null;
}
