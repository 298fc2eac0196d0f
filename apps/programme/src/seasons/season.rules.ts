import { type Actor, type Fact, Refusal, rfc3339 } from '@xibu/domain';
import type { OpenSeasonRequest, ProposeMilestonesRequest } from '@xibu/domain/programme/api';
import { MilestoneSet, SeasonOpened } from '@xibu/domain/programme/events';
import { requireReason } from '../offices/office.rules.js';
import type { MilestoneChange, Season, Window } from './season.js';

/** A region opens its own programme year; the nation may do it for any. */
export function openSeason(request: OpenSeasonRequest, actor: Actor, now: Date): [Season, Fact] {
  const { season, region } = request;
  const [first, last] = season.split('-').map(Number);
  if (last !== (first ?? 0) + 1) throw new Refusal('season.years', { pointer: '/season' });
  requireOwnRegion(region, actor);
  const name = request.name?.trim() || `${season}年度`;
  return [
    { season, name, region, openedAt: now, openedBy: actor.account },
    SeasonOpened(season, { season, name, region }),
  ];
}

/** One notice names the windows that it sets or moves; nothing holds before somebody else has set it. */
export function propose(
  request: ProposeMilestonesRequest,
  season: Season,
  current: readonly Window[],
  actor: Actor,
  making: { readonly id: string; readonly now: Date },
): MilestoneChange {
  requireOwnRegion(season.region, actor);
  requirePossible(request.windows.map(read), current, making.now);
  return {
    ...{ id: making.id, season: season.season, noticeNumber: request.noticeNumber.trim() },
    windows: request.windows.map(read).map(({ milestone, opensAt, closesAt }) => ({
      ...{ milestone, opensAt: rfc3339(opensAt), closesAt: rfc3339(closesAt) },
    })),
    ...{ reason: request.reason?.trim() || null, status: 'proposed' },
    ...{ proposedBy: actor.account, proposedByName: actor.name, proposedAt: making.now },
    ...{ decidedBy: null, decidedByName: null, decidedAt: null, decisionReason: null },
  };
}

/** The windows hold from now on. What was possible when it was proposed may no longer be. */
export function set(
  change: MilestoneChange,
  season: Season,
  current: readonly Window[],
  actor: Actor,
  now: Date,
): [MilestoneChange, ...Fact[]] {
  requireMayDecide(change, season, actor);
  requirePossible(change.windows.map(read), current, now);
  const facts = change.windows.map((window) =>
    MilestoneSet(season.season, { season: season.season, ...window, noticeNumber: change.noticeNumber }),
  );
  return [decided(change, 'set', actor, now, null), ...facts];
}

export function reject(
  change: MilestoneChange,
  season: Season,
  reason: string,
  actor: Actor,
  now: Date,
): MilestoneChange {
  requireMayDecide(change, season, actor);
  return decided(change, 'rejected', actor, now, requireReason(reason));
}

/** 自治区项目办 decides about its own region (notice 2.2, 2.3); the nation's supplementary notices about every one. */
export function requireOwnRegion(region: number, { divisions }: Actor): void {
  if (!divisions || region < divisions.from || region > divisions.to || divisions.from % 10000 !== 0) {
    throw new Refusal('season.other-region');
  }
}

/**
 * No window ends before it begins. One that has begun keeps its beginning, and while it is open it is not made to have
 * ended already: whoever acted within it acted in time.
 */
function requirePossible(windows: readonly Window[], current: readonly Window[], now: Date): void {
  const seen = new Set<string>();
  for (const { milestone, opensAt, closesAt } of windows) {
    if (seen.has(milestone)) throw new Refusal('milestone.twice', { pointer: '/windows', milestone });
    seen.add(milestone);
    if (closesAt <= opensAt) throw new Refusal('milestone.window-empty', { pointer: '/windows', milestone });
    const before = current.find((window) => window.milestone === milestone);
    if (!before || now < before.opensAt) continue;
    if (opensAt.getTime() !== before.opensAt.getTime()) {
      throw new Refusal('milestone.began', { pointer: '/windows', milestone, opensAt: rfc3339(before.opensAt) });
    }
    if (now < before.closesAt && closesAt < now) {
      throw new Refusal('milestone.closes-in-past', { pointer: '/windows', milestone });
    }
  }
}

function requireMayDecide(change: MilestoneChange, season: Season, actor: Actor): void {
  requireOwnRegion(season.region, actor);
  if (change.status !== 'proposed') throw new Refusal('milestone.change-decided');
  if (change.proposedBy === actor.account) throw new Refusal('four-eyes.same-person');
}

function decided(
  change: MilestoneChange,
  status: 'set' | 'rejected',
  actor: Actor,
  decidedAt: Date,
  decisionReason: string | null,
): MilestoneChange {
  return { ...change, status, decidedBy: actor.account, decidedByName: actor.name, decidedAt, decisionReason };
}

function read({ milestone, opensAt, closesAt }: ProposeMilestonesRequest['windows'][number]): Window {
  return { milestone, opensAt: new Date(opensAt), closesAt: new Date(closesAt) };
}
