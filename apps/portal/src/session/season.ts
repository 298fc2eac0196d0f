import { useQuery } from '@tanstack/react-query';
import type { Milestone } from '@xibu/domain/programme-terms';
import type { RulebookValues } from '@xibu/domain/rulebook';
import { get } from '../api/client.js';

/** One step of the year: open from the first instant until the last, by which document. */
export interface MilestoneWindow {
  readonly milestone: Milestone;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly noticeNumber: string;
}

export interface Season {
  readonly season: string;
  readonly name: string;
  /** Six-digit division of the region. */
  readonly region: number;
  readonly regionName?: string;
  readonly milestones: readonly MilestoneWindow[];
  /** Numbers of the notice in force, as far as everybody may see them. */
  readonly values?: Partial<RulebookValues>;
}

/** The season that runs now, the newest one in the list. */
export function useSeason() {
  return useQuery({
    queryKey: ['season'],
    queryFn: async ({ signal }) => {
      const { rows } = await get<{ rows: readonly Season[] }>('/api/programme/seasons?limit=1', signal);
      return rows[0] ?? null;
    },
    staleTime: 5 * 60_000,
  });
}

export function windowOf(season: Season | null | undefined, milestone: Milestone): MilestoneWindow | undefined {
  return season?.milestones.find((window) => window.milestone === milestone);
}

export type WindowState = 'past' | 'now' | 'to-come';

export function stateOf({ opensAt, closesAt }: MilestoneWindow, now: Date): WindowState {
  if (now.getTime() >= Date.parse(closesAt)) return 'past';
  return now.getTime() >= Date.parse(opensAt) ? 'now' : 'to-come';
}
