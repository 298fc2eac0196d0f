import type { MilestoneView, SeasonView } from '@xibu/domain/programme/api';
import type { Milestone } from '@xibu/domain/programme-terms';
import { useSession } from './session.js';

export type Season = SeasonView;
export type MilestoneWindow = MilestoneView;

/** The season that runs now; it comes with the session, so that no page waits for it on its own. */
export function useSeason() {
  const { season, state, error, again } = useSession();
  return { season, isPending: state === 'loading', error: state === 'failed' ? error : null, again };
}

export function windowOf(season: Season | null, milestone: Milestone): MilestoneWindow | undefined {
  return season?.milestones.find((window) => window.milestone === milestone);
}

export type WindowState = 'past' | 'now' | 'to-come';

export function stateOf({ opensAt, closesAt }: MilestoneWindow, now: Date): WindowState {
  if (now.getTime() >= Date.parse(closesAt)) return 'past';
  return now.getTime() >= Date.parse(opensAt) ? 'now' : 'to-come';
}
