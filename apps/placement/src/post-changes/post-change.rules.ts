import { dateOf, type Fact, type LegalDate, leagueCityOf, Refusal, type Role } from '@xibu/domain';
import type { DecidePostChangeRequest, DecidingTier } from '@xibu/domain/placement/api';
import { PostChanged } from '@xibu/domain/placement/events';
import type { Post } from '../posts/post.js';
import { moveStint, recordService } from '../volunteers/service.rules.js';
import { type HeldPost, ofVolunteer, type Volunteer } from '../volunteers/volunteer.js';
import { requireStatus, step } from '../volunteers/volunteer.rules.js';
import type { PostChange } from './post-change.js';

const clause = '内团联发〔2023〕6号 二（三）3';

/** Same county: the county; same league-city: the league-city; else the region, as an exception. */
export function tierOf(fromCounty: number, toCounty: number): DecidingTier {
  if (fromCounty === toCounty) return 'county';
  return leagueCityOf(fromCounty) === leagueCityOf(toCounty) ? 'league-city' : 'region';
}

export interface Asking {
  readonly id: string;
  readonly askedBy: PostChange['askedBy'];
  readonly reason: string;
}

export function askPostChange(volunteer: Volunteer, target: Post | null, asking: Asking, now: Date): PostChange {
  requireStatus(volunteer, 'on-post', 'on-leave');
  if (target?.status !== 'open') throw new Refusal('post-change.post-not-open', { pointer: '/toPostId' });
  if (target.id === volunteer.postId) throw new Refusal('post-change.same-post', { pointer: '/toPostId' });
  if (asking.reason.trim() === '') throw new Refusal('reason.missing', { pointer: '/reason' });
  const { id: volunteerId, number, accountId, county, unit, postId: fromPostId } = volunteer;
  return {
    ...{ volunteerId, number, accountId, county, unit, fromPostId, ...asking },
    ...{ toCounty: target.county, toPostId: target.id, tier: tierOf(county, target.county), status: 'requested' },
    ...{ on: null, decisionReason: null, exceptionReason: null, decidedBy: null, updatedAt: now, version: 1 },
  };
}

export interface Decider {
  readonly account: string;
  readonly roles: readonly Role[];
}

/** The tier says yes or no. Across league-cities it is no in principle (notice 2.3.3): a yes gives its exception. */
export function decidePostChange(
  change: PostChange,
  request: DecidePostChangeRequest,
  { account, roles }: Decider,
  now: Date,
): PostChange {
  if (change.status !== 'requested') throw new Refusal('post-change.wrong-step', { status: change.status });
  if (!roles.includes(`${change.tier}.approver`)) {
    throw new Refusal('post-change.wrong-tier', { tier: change.tier });
  }
  const exceptionReason = request.exceptionReason?.trim() || null;
  if (!request.approved && request.reason.trim() === '') throw new Refusal('reason.missing', { pointer: '/reason' });
  if (request.approved && change.tier === 'region' && exceptionReason === null) {
    throw new Refusal('post-change.across-league-cities', { pointer: '/exceptionReason', clause });
  }
  const on = request.approved ? ((request.on as LegalDate | undefined) ?? dateOf(now)) : null;
  return {
    ...{ ...change, status: request.approved ? 'approved' : 'refused', on, decisionReason: request.reason },
    ...{ exceptionReason, decidedBy: account, updatedAt: now, version: change.version + 1 },
  };
}

export interface Moving {
  readonly post: Post;
  readonly held: HeldPost;
  /** People on the target post now. */
  readonly taken: number;
  readonly on: LegalDate;
  readonly by: string;
}

/** The volunteer serves at the new place from `on`; the days before stay with the old one. */
export function changePost(
  volunteer: Volunteer,
  { post, held, taken, on, by }: Moving,
  now: Date,
): [Volunteer, Fact[]] {
  requireStatus(volunteer, 'on-post', 'on-leave');
  if (post.status !== 'open') throw new Refusal('post-change.post-not-open');
  if (taken >= post.seats) throw new Refusal('post-change.no-seat');
  const [from, to] = [volunteer.stints.at(-1)?.from ?? on, dateOf(now)];
  if (on < from || on > to) throw new Refusal('on-post.day', { from, to, pointer: '/on' });
  const { id: postId, unit, county, projectKind } = post;
  const stints = moveStint(volunteer.stints, { from: on, county, unit, projectKind });
  const place = { postId, unit, county, post: held, stints, postChanges: volunteer.postChanges + 1 };
  const moved = step(volunteer, place, { step: 'post-changed', by, note: held.code }, now);
  const fact = PostChanged(moved.id, { ...ofVolunteer(moved), postId, unit, on });
  const [told, facts] = recordService(moved);
  return [told, [fact, ...facts]];
}
