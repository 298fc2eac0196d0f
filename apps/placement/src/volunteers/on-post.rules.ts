import { covers, dateOf, type Fact, type LegalDate, Refusal } from '@xibu/domain';
import { VolunteerOnPost } from '@xibu/domain/placement/events';
import type { Agreement } from '../agreements/agreement.js';
import { missingRegistration } from '../registrations/registration.rules.js';
import { recordService } from './service.rules.js';
import { ofVolunteer, type Volunteer } from './volunteer.js';
import { requireStatus, step } from './volunteer.rules.js';

export interface TakingPost {
  /** The signed agreement in force, if there is one. */
  readonly agreement: Pick<Agreement, 'postId' | 'status'> | undefined;
  readonly on: LegalDate;
  readonly by: string;
}

/**
 * 到岗确认: agreement signed, second registration complete, diploma held, cover in force, and the post is the agreed one
 * (notice 2.2.2, 2.3.3, 3.2.2). Service counts for pay from this day.
 */
export function takePost(volunteer: Volunteer, { agreement, on, by }: TakingPost, now: Date): [Volunteer, Fact[]] {
  requireStatus(volunteer, 'dispatched', 'agreement-signed');
  if (volunteer.status === 'dispatched' || agreement?.status !== 'signed') {
    throw new Refusal('on-post.no-agreement', { clause: '内团联发〔2023〕6号 二（三）3' });
  }
  if (agreement.postId !== volunteer.postId) throw new Refusal('on-post.other-post');
  const missing = missingRegistration(volunteer);
  if (missing.length > 0) throw new Refusal('on-post.not-registered', { missing: missing.join('、') });
  if (volunteer.diploma === null || volunteer.diploma === 'none') {
    throw new Refusal('on-post.no-diploma', { clause: '内团联发〔2023〕6号 二（二）2' });
  }
  requireDay(volunteer, on, now);
  requireCover(volunteer, on);
  const { county, unit, postId, post } = volunteer;
  const { special, projectKind } = post;
  const stints = [{ from: on, to: null, county, unit, projectKind }];
  const taken = step(volunteer, { status: 'on-post', onPostOn: on, stints }, { step: 'on-post', by }, now);
  const [told, service] = recordService(taken);
  const fact = VolunteerOnPost(volunteer.id, { ...ofVolunteer(volunteer), postId, unit, special, projectKind, on });
  return [told, [fact, ...service]];
}

function requireDay({ dispatchedOn }: Volunteer, on: LegalDate, now: Date): void {
  const [from, to] = [dispatchedOn ?? on, dateOf(now)];
  if (on < from || on > to) throw new Refusal('on-post.day', { from, to, pointer: '/on' });
}

/** Nobody serves uncovered (notice 3.2.2), unless the region says why. */
function requireCover({ covers: known, coverWaiver }: Volunteer, on: LegalDate): void {
  if (coverWaiver !== null || Object.values(known).some((cover) => covers(cover, on))) return;
  throw new Refusal('on-post.no-cover', { on, clause: '内团联发〔2023〕6号 三（二）2' });
}

/** The region takes the responsibility for days without commercial cover, and says why. */
export function waiveCover(volunteer: Volunteer, reason: string, by: string, now: Date): Volunteer {
  requireStatus(volunteer, 'dispatched', 'agreement-signed');
  if (reason.trim() === '') throw new Refusal('reason.missing', { pointer: '/reason' });
  return step(volunteer, { coverWaiver: reason.trim() }, { step: 'cover-waived', by, note: reason.trim() }, now);
}
