import type { Milestone } from '@xibu/domain/programme-terms';
import type { ApplicationStatus, ApplicationView, ReviewView } from '@xibu/domain/recruitment/api';
import type { Tone } from '../ui/notices.js';

/** The way of an application in steps that an applicant knows. */
export const waySteps = [
  'submit',
  'faculty',
  'university',
  'confirm',
  'exam',
  'selection',
  'health',
  'admission',
] as const;
export type WayStep = (typeof waySteps)[number];

export interface WayPoint {
  readonly step: WayStep;
  readonly state: 'done' | 'now' | 'stopped' | 'to-come';
  /** When it was done or stopped, where that is known. */
  readonly at: string | null;
  /** What the reviewer wrote. */
  readonly review: ReviewView | null;
  /** Whose window closes this step, for those to come. */
  readonly milestone: Milestone;
}

const milestoneOf: Readonly<Record<WayStep, Milestone>> = {
  submit: 'registration',
  faculty: 'review',
  university: 'review',
  confirm: 'confirmation',
  exam: 'exam',
  selection: 'placement',
  health: 'health-exam',
  admission: 'admission',
};

/** The step at which each status stands; what ends somewhere is found in `whereItEnded`. */
const standsAt: Readonly<Partial<Record<ApplicationStatus, WayStep>>> = {
  draft: 'submit',
  returned: 'submit',
  submitted: 'faculty',
  'faculty-passed': 'university',
  'university-passed': 'confirm',
  confirmed: 'exam',
  ticketed: 'exam',
  scored: 'selection',
  qualified: 'selection',
  preselected: 'health',
  reserve: 'health',
  'health-passed': 'admission',
  noticed: 'admission',
};

const endedAt: Readonly<Partial<Record<ApplicationStatus, WayStep>>> = {
  'not-qualified': 'selection',
  'health-failed': 'health',
  lost: 'admission',
};

type Way = Pick<ApplicationView, 'status' | 'reviews' | 'confirmation' | 'submittedAt'>;

/** Every step with its state, date and reason. */
export function wayOf(application: Way): readonly WayPoint[] {
  const { status } = application;
  const standing = standsAt[status];
  const stopped = status === 'admitted' || standing ? null : whereItEnded(application);
  const reached = status === 'admitted' ? waySteps.length : waySteps.indexOf(standing ?? stopped ?? 'submit');
  return waySteps.map((step, index) => {
    const review = reviewOf(application, step);
    const state = index < reached ? 'done' : index > reached ? 'to-come' : stopped ? 'stopped' : 'now';
    const at = step === 'submit' && state !== 'to-come' ? application.submittedAt : (review?.at ?? null);
    return { step, state, at, review, milestone: milestoneOf[step] };
  });
}

/** A review that was followed by a new submission says nothing about the present one. */
function reviewOf({ reviews, submittedAt, status }: Way, step: WayStep): ReviewView | null {
  if (step !== 'faculty' && step !== 'university') return null;
  const last = reviews.findLast(({ stage }) => stage === step);
  if (!last || status === 'returned') return null;
  return submittedAt && Date.parse(last.at) < Date.parse(submittedAt) ? null : last;
}

function whereItEnded(application: Way): WayStep {
  const known = endedAt[application.status];
  if (known) return known;
  const last = application.reviews.at(-1);
  if (application.status === 'rejected' && last) return last.stage;
  if (application.confirmation) return 'exam';
  if (last?.decision === 'pass') return last.stage === 'faculty' ? 'university' : 'confirm';
  return application.submittedAt ? 'faculty' : 'submit';
}

const tones: Readonly<Partial<Record<ApplicationStatus, Tone>>> = {
  draft: 'act',
  returned: 'warn',
  rejected: 'bad',
  'university-passed': 'act',
  'not-qualified': 'bad',
  'health-failed': 'bad',
  'health-passed': 'ok',
  qualified: 'ok',
  preselected: 'ok',
  admitted: 'ok',
  lost: 'bad',
  expired: 'bad',
};

export function toneOf(status: ApplicationStatus): Tone {
  return tones[status] ?? 'plain';
}

/** May still be taken back: until it is over or admitted. */
export function mayWithdraw({ status }: Pick<ApplicationView, 'status'>): boolean {
  const over: readonly ApplicationStatus[] = [
    'admitted',
    'rejected',
    'not-qualified',
    'health-failed',
    'lost',
    'withdrawn',
    'expired',
  ];
  return !over.includes(status);
}

/** What the applicant has to do in this status; null when others are at work. */
export function ownStep(status: ApplicationStatus): { readonly to: string; readonly milestone: Milestone } | null {
  if (status === 'draft' || status === 'returned') return { to: '/mine/sign-up/person', milestone: 'registration' };
  if (status === 'university-passed') return { to: '/mine/confirm', milestone: 'confirmation' };
  return null;
}
