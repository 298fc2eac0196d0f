import { type Fact, Refusal, type Rulebook, rfc3339 } from '@xibu/domain';
import type {
  ConfirmApplicationRequest,
  EligibilityCheck,
  ReviewApplicationRequest,
  SaveDraftRequest,
} from '@xibu/domain/recruitment/api';
import {
  ApplicationConfirmed,
  ApplicationFacultyPassed,
  ApplicationRejected,
  ApplicationReturned,
  ApplicationSubmitted,
  ApplicationUniversityPassed,
  ApplicationWithdrawn,
} from '@xibu/domain/recruitment/events';
import { type Application, holdsSeat, isEditable, isEnded, type OpenForm } from './application.js';

/** Clause numbers are those of 内团联发〔2023〕6号: part, item, paragraph. */
const clauses = { signUp: '2.2.3', standard: '2.2.2', review: '2.2.3', confirmation: '2.2.3' } as const;

export interface Identity {
  readonly sealed: string;
  readonly index: string;
}

/** A draft holds whatever has been filled in so far; only what is there is looked at, and only at submission. */
export function start(id: string, accountId: string, season: string, region: number, now: Date): Application {
  return {
    ...{ id, accountId, season, division: region, status: 'draft', university: null, faculty: null, number: null },
    ...{ form: {}, identitySealed: null, identityIndex: null, checks: [], reviews: [], confirmation: null },
    ...{ receipt: null, submittedAt: null, decidedBy: null, track: 'open', listNumber: null },
    ...{ updatedAt: now, version: 1 },
  };
}

/** Saves part of the form. `identity` is given when the identity number is among what was sent. */
export function saveDraft(
  application: Application,
  request: SaveDraftRequest,
  identity: Identity | null,
  now: Date,
): Application {
  if (!isEditable(application)) throw wrongStep(application);
  const { identityNumber: _, ...open } = request;
  const form: OpenForm = { ...application.form, ...open };
  return {
    ...next(application, application.status, now),
    form,
    university: form.university ?? null,
    faculty: form.faculty ?? null,
    identitySealed: identity?.sealed ?? application.identitySealed,
    identityIndex: identity?.index ?? application.identityIndex,
  };
}

export interface Submission {
  readonly declared: boolean;
  readonly checks: readonly EligibilityCheck[];
  /** Used when the application has no number yet. */
  readonly number: string;
  readonly receipt: string;
}

/** Refuses a form that may not become an application: undeclared, unfinished, for elsewhere, or not eligible. */
export function requireFit(
  draft: Application,
  { declared, checks }: Pick<Submission, 'declared' | 'checks'>,
  book: Rulebook,
): void {
  if (!isEditable(draft)) throw wrongStep(draft);
  if (!declared) throw new Refusal('application.not-declared', { pointer: '/declared' });
  const missing = missingFields(draft);
  if (missing.length > 0) {
    throw new Refusal('application.incomplete', { pointer: `/${missing[0]}`, fields: missing.join(', ') });
  }
  refuseForeignWishes(draft, book);
  const failed = checks.filter(({ outcome }) => outcome === 'not-met').map(({ rule }) => rule);
  if (failed.length > 0)
    throw new Refusal('application.not-eligible', { rules: failed.join(', '), clause: clauses.standard });
}

/** A complete form becomes an application: declared true, eligible, and for this region (notice 2.2.2, 2.2.3). */
export function submit(draft: Application, given: Submission, book: Rulebook, now: Date): [Application, Fact] {
  requireFit(draft, given, book);
  const application: Application = {
    ...next(draft, 'submitted', now),
    number: draft.number ?? given.number,
    checks: given.checks,
    receipt: given.receipt,
    submittedAt: now,
    decidedBy: book.version,
  };
  const { faculty, number } = application;
  return [
    application,
    ApplicationSubmitted(draft.id, { ...about(draft), faculty: faculty ?? '', number: number ?? '' }),
  ];
}

/** 院系团委审核: after a talk; a "no" carries its reason, and the applicant is told at once (S0, notice 2.2.3). */
export function reviewByFaculty(
  application: Application,
  request: ReviewApplicationRequest,
  by: string,
  now: Date,
): [Application, Fact] {
  if (application.status !== 'submitted') throw wrongStep(application);
  if (request.decision === 'pass' && !request.talked) {
    throw new Refusal('application.talk-missing', { pointer: '/talked', clause: clauses.review });
  }
  return review(application, 'faculty', request, by, now);
}

/** 高校项目办审核备案 (notice 2.2.3). */
export function reviewByUniversity(
  application: Application,
  request: ReviewApplicationRequest,
  by: string,
  now: Date,
): [Application, Fact] {
  if (application.status !== 'faculty-passed') throw wrongStep(application);
  return review(application, 'university', request, by, now);
}

function review(
  application: Application,
  stage: 'faculty' | 'university',
  request: ReviewApplicationRequest,
  by: string,
  now: Date,
): [Application, Fact] {
  const { decision, opinion } = request;
  if (decision !== 'pass' && opinion.trim() === '')
    throw new Refusal('application.opinion-missing', { pointer: '/opinion' });
  const status = { pass: `${stage}-passed`, return: 'returned', reject: 'rejected' }[decision] as Application['status'];
  const reviewed: Application = {
    ...next(application, status, now),
    reviews: [...application.reviews, { stage, decision, opinion: opinion.trim(), by, at: rfc3339(now) }],
  };
  const of = about(application);
  if (decision === 'return') return [reviewed, ApplicationReturned(application.id, { ...of, stage, reason: opinion })];
  if (decision === 'reject') return [reviewed, ApplicationRejected(application.id, { ...of, stage, reason: opinion })];
  const passed = stage === 'faculty' ? ApplicationFacultyPassed : ApplicationUniversityPassed;
  return [reviewed, passed(application.id, of)];
}

/** 在招募平台确认并选择意向服务地: who does not confirm is not in the exam (notice 2.2.3). */
export function confirm(
  application: Application,
  request: ConfirmApplicationRequest,
  book: Rulebook,
  now: Date,
): [Application, Fact] {
  if (!['university-passed', 'confirmed'].includes(application.status)) throw wrongStep(application);
  const { counties, specials, acceptsReassignment } = request;
  const max = book.values.intendedCountiesMax;
  if (counties.length === 0 || counties.length > max || new Set(counties).size < counties.length) {
    throw new Refusal('application.counties-count', { pointer: '/counties', max, clause: clauses.confirmation });
  }
  refuseUnknownSpecials(specials, book);
  const confirmation = { counties, specials, acceptsReassignment };
  const confirmed: Application = { ...next(application, 'confirmed', now), confirmation, decidedBy: book.version };
  return [confirmed, ApplicationConfirmed(application.id, { ...about(application), ...confirmation })];
}

/** The applicant takes the application back; whoever holds a seat by then leaves a gap: that is a loss. */
export function withdraw(application: Application, now: Date): [Application, Fact] {
  if (isEnded(application) || holdsSeat(application)) throw wrongStep(application);
  return [next(application, 'withdrawn', now), ApplicationWithdrawn(application.id, about(application))];
}

/** What every fact about an application says. */
export function about({
  id,
  accountId,
  season,
  university,
}: Pick<Application, 'id' | 'accountId' | 'season' | 'university'>) {
  return { applicationId: id, accountId, season, university: university ?? '' };
}

export function next<A extends Pick<Application, 'status' | 'version'>>(
  application: A,
  status: Application['status'],
  now: Date,
): A & Pick<Application, 'updatedAt'> {
  return { ...application, status, updatedAt: now, version: application.version + 1 };
}

export function wrongStep({ status }: Pick<Application, 'status'>): Refusal {
  return new Refusal('application.wrong-step', { status });
}

/** Fields that may stay empty; everything else is needed to submit. */
const optional: ReadonlySet<string> = new Set(['studentLeaderPosts', 'skills', 'awards', 'volunteerHours', 'degree']);
const fields: readonly (keyof OpenForm)[] = [
  ...(['name', 'ethnicGroup', 'politicalStatus', 'nativePlace', 'mobile', 'email', 'emergencyName'] as const),
  ...([
    'emergencyMobile',
    'university',
    'faculty',
    'majorCode',
    'majorName',
    'isTeacherTraining',
    'education',
  ] as const),
  ...(['degree', 'category', 'graduatesOn', 'volunteerHours', 'studentLeaderPosts', 'skills', 'awards'] as const),
  ...(['hasWorkExperience', 'preferredProvince', 'specials', 'termYears', 'acceptsReassignment'] as const),
];

function missingFields({ form, identitySealed }: Application): string[] {
  const empty = fields.filter((field) => {
    const value = form[field];
    return (
      !optional.has(field) && (value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    );
  });
  return identitySealed === null ? ['identityNumber', ...empty] : empty;
}

function refuseForeignWishes({ form, division }: Application, book: Rulebook): void {
  if (form.preferredProvince !== division) {
    throw new Refusal('application.province-not-served', { pointer: '/preferredProvince', clause: clauses.signUp });
  }
  refuseUnknownSpecials(form.specials ?? [], book);
  const termMax = book.values.serviceTermYearsMax;
  if (form.termYears === undefined || form.termYears < 1 || form.termYears > termMax) {
    throw new Refusal('application.term-years', { pointer: '/termYears', max: termMax, clause: '1' });
  }
}

function refuseUnknownSpecials(specials: ConfirmApplicationRequest['specials'], book: Rulebook): void {
  const unknown = specials.find((special) => !book.values.specials.includes(special));
  if (unknown)
    throw new Refusal('application.special-unknown', { pointer: '/specials', special: unknown, clause: '附件' });
}
