import { type Actor, type Fact, type LegalDate, Refusal, rfc3339 } from '@xibu/domain';
import type { CountyBasis, CountyStatus } from '@xibu/domain/placement/api';
import { CountyActivated } from '@xibu/domain/placement/events';
import { type ServiceCounty, startOfSeason } from './county.js';

const clause = '内团联发〔2023〕6号 二（一）2';

export interface CountyApplication {
  readonly county: number;
  readonly name: string;
  readonly season: string;
  readonly foundingDocument: string;
  readonly namedOfficer: string;
  readonly governmentApproval: string | null;
}

/**
 * A new county applies: a key county, with a founded office, a named person, and its government's approval. One that was
 * refused may apply again.
 */
export function apply(
  known: ServiceCounty | null,
  application: CountyApplication,
  basis: Exclude<CountyBasis, 'continuing'> | null,
  preparedBy: string,
  now: Date,
): ServiceCounty {
  if (known && known.status !== 'refused') throw new Refusal('county.exists', { status: known.status });
  if (!basis) throw new Refusal('county.not-key-county', { clause });
  return {
    ...enter(application, basis, preparedBy, now),
    newIn: application.season,
    version: (known?.version ?? 0) + 1,
  };
}

/** A county that serves already is entered by the region as it stands, and approved like any other. */
export function register(
  known: ServiceCounty | null,
  application: CountyApplication,
  preparedBy: string,
  now: Date,
): ServiceCounty {
  if (known) throw new Refusal('county.exists', { status: known.status });
  return enter(application, 'continuing', preparedBy, now);
}

function enter(application: CountyApplication, basis: CountyBasis, preparedBy: string, now: Date): ServiceCounty {
  const { county: code, name, season, foundingDocument, namedOfficer, governmentApproval } = application;
  return {
    ...{ code, name, status: 'applied', basis, firstSeason: season, season, newIn: null, disqualifiedFrom: null },
    ...{ foundingDocument, namedOfficer, governmentApproval, filingNumber: null, rectification: null, decision: null },
    ...{ preparedBy, updatedAt: now, version: 1 },
  };
}

export type CountyStep =
  | { readonly take: 'approve' | 'activate' }
  | { readonly take: 'refuse'; readonly reason: string }
  | { readonly take: 'file'; readonly filingNumber: string }
  | { readonly take: 'rectify'; readonly measures: string; readonly document: string }
  | { readonly take: 'reapply'; readonly season: string; readonly governmentApproval: string };

/** From which states each step is possible. */
export const countySteps: Readonly<Record<CountyStep['take'], readonly CountyStatus[]>> = {
  approve: ['applied', 'reapplied'],
  refuse: ['applied', 'reapplied'],
  file: ['region-approved'],
  activate: ['national-filed'],
  rectify: ['failed-assessment', 'disqualified', 'rectifying'],
  reapply: ['rectifying'],
};

/** 自治区审定 → 全国备案 → in service; and after a failed assessment 整改 → 重新申请 (notice 2.1.2). */
export function takeStep(
  county: ServiceCounty,
  step: CountyStep,
  by: Pick<Actor, 'account' | 'name'>,
  now: Date,
): [ServiceCounty, Fact[]] {
  if (!countySteps[step.take].includes(county.status)) {
    throw new Refusal('county.wrong-step', { status: county.status });
  }
  switch (step.take) {
    case 'approve':
    case 'refuse': {
      if (by.account === county.preparedBy) throw new Refusal('four-eyes.same-person');
      const reason = step.take === 'refuse' ? needReason(step.reason) : '';
      const decision = { by: by.name, at: rfc3339(now), reason };
      // A refused reapplication leaves the county where it was before: still to be put right.
      const back: CountyStatus = county.status === 'reapplied' ? 'rectifying' : 'refused';
      return [{ ...next(county, step.take === 'approve' ? 'region-approved' : back, now), decision }, []];
    }
    case 'file':
      return [{ ...next(county, 'national-filed', now), filingNumber: step.filingNumber }, []];
    case 'activate': {
      const { code, season } = county;
      const active = { ...next(county, 'active', now), disqualifiedFrom: null };
      return [active, [CountyActivated(String(code), { county: code, season })]];
    }
    case 'rectify': {
      const { measures, document } = step;
      const rectification = { measures, document, on: rfc3339(now).slice(0, 10) };
      return [{ ...next(county, 'rectifying', now), rectification }, []];
    }
    case 'reapply':
      return [reapply(county, step, by.account, now), []];
  }
}

function reapply(
  county: ServiceCounty,
  { season, governmentApproval }: Extract<CountyStep, { take: 'reapply' }>,
  preparedBy: string,
  now: Date,
): ServiceCounty {
  const from = county.disqualifiedFrom ?? county.season;
  if (season <= from) throw new Refusal('county.season-barred', { from, season, clause, pointer: '/season' });
  return { ...next(county, 'reapplied', now), season, governmentApproval, preparedBy };
}

/** 绩效考核不合格: the qualification ends with the season before; from that one on there is no office here (notice 2.1.2). */
export function failAssessment(county: ServiceCounty, disqualifiedFrom: string, now: Date): ServiceCounty {
  if (county.status !== 'active') return county;
  return { ...next(county, 'failed-assessment', now), disqualifiedFrom };
}

/** On the first day of the season that it is out of. */
export function disqualify(county: ServiceCounty, today: LegalDate, now: Date): ServiceCounty {
  const due = county.disqualifiedFrom !== null && startOfSeason(county.disqualifiedFrom) <= today;
  return due && county.status === 'failed-assessment' ? next(county, 'disqualified', now) : county;
}

/** The finding was corrected, or the disqualification lifted by decision: as if it had not been. */
export function reinstate(county: ServiceCounty, now: Date): ServiceCounty {
  const out: readonly CountyStatus[] = ['failed-assessment', 'disqualified', 'rectifying'];
  return out.includes(county.status) ? { ...next(county, 'active', now), disqualifiedFrom: null } : county;
}

function next(county: ServiceCounty, status: CountyStatus, now: Date): ServiceCounty {
  return { ...county, status, updatedAt: now, version: county.version + 1 };
}

export function needReason(reason: string): string {
  if (reason.trim() === '') throw new Refusal('reason.missing', { pointer: '/reason' });
  return reason.trim();
}
