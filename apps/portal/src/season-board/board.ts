import { useQuery } from '@tanstack/react-query';
import type { Permission } from '@xibu/domain/access';
import type { VolunteerCounts, VolunteerStatus } from '@xibu/domain/placement/api';
import type { Milestone } from '@xibu/domain/programme-terms';
import { addressOf, get, type Query } from '../api/client.js';
import { everyList, type ListSource, useListCount } from '../api/lists.js';

/** A list whose counts by status stand on the board, and the page that lists them. */
export interface CountedList {
  readonly key: 'applications' | 'posts' | 'volunteers' | 'reports';
  readonly needs: Permission;
  readonly page: string;
  source(season: string): ListSource;
}

export const countedLists: readonly CountedList[] = [
  counted('applications', 'application.read', '/api/recruitment/applications'),
  counted('posts', 'post.read', '/api/placement/posts'),
  counted('volunteers', 'volunteer.read', '/api/placement/volunteers'),
  { ...counted('reports', 'report.read', '/api/assessment/reports'), source: reportsOf },
];

function counted(key: CountedList['key'], needs: Permission, list: string): CountedList {
  return { key, needs, page: `/office/${key}`, source: (season) => ({ list, filters: { season } }) };
}

function reportsOf(): ListSource {
  return { list: '/api/assessment/reports', filters: {} };
}

/** What is not done yet at a step of the year: statuses of a list in which nobody should stand any more. */
export const undoneAt: Readonly<
  Partial<Record<Milestone, { readonly of: CountedList['key']; readonly statuses: readonly string[] }>>
> = {
  'post-declaration': { of: 'posts', statuses: ['draft', 'county-declared', 'region-confirmed', 'national-approved'] },
  review: { of: 'applications', statuses: ['submitted', 'faculty-passed'] },
  confirmation: { of: 'applications', statuses: ['university-passed'] },
  exam: { of: 'applications', statuses: ['confirmed', 'ticketed'] },
  ranking: { of: 'applications', statuses: ['scored'] },
  placement: { of: 'applications', statuses: ['qualified'] },
  'health-exam': { of: 'applications', statuses: ['preselected'] },
  admission: { of: 'applications', statuses: ['health-passed', 'noticed'] },
  'report-in': { of: 'volunteers', statuses: ['admitted'] },
  dispatch: { of: 'volunteers', statuses: ['checked-in', 'trained'] },
  agreement: { of: 'volunteers', statuses: ['dispatched'] },
  'monthly-report': { of: 'reports', statuses: ['due'] },
};

/** Counts by status of one list, out of the same read that counts all of it; empty until it is there. */
export function useStatusCounts(list: CountedList, season: string): Readonly<Record<string, number>> {
  const { data } = useListCount(list.source(season));
  return data?.facets['status'] ?? {};
}

export interface PlaceCounts {
  readonly key: string;
  readonly name: string;
  readonly total: number;
  readonly waiting: number;
  readonly onPost: number;
  readonly away: number;
  readonly left: number;
}

const waiting: readonly VolunteerStatus[] = ['admitted', 'checked-in', 'trained', 'dispatched', 'agreement-signed'];

/** Volunteers by county, as the board groups their statuses. */
export function usePlaces(query: Query) {
  const path = addressOf('/api/placement/volunteers/counts', { ...query, by: 'county' });
  return useQuery({
    queryKey: [...everyList, path],
    queryFn: async ({ signal }) => (await get<VolunteerCounts>(path, signal)).rows.map(placeOf),
  });
}

function placeOf({ key, name, total, byStatus }: VolunteerCounts['rows'][number]): PlaceCounts {
  const sum = (statuses: readonly VolunteerStatus[]) =>
    statuses.reduce((all, status) => all + (byStatus[status] ?? 0), 0);
  const away = sum(['on-leave', 'overdue']);
  return {
    key,
    name,
    total,
    waiting: sum(waiting),
    onPost: byStatus['on-post'] ?? 0,
    away,
    left: sum(['left', 'lost']),
  };
}

/** Adds up counties: by province for the whole country, by league-city for a region; a county stays itself. */
export function grouped(places: readonly PlaceCounts[], width: number): ReadonlyMap<string, readonly PlaceCounts[]> {
  const size = width > 10_000 ? 10_000 : width > 100 ? 100 : 1;
  const groups = new Map<string, PlaceCounts[]>();
  for (const place of places) {
    const code = Number(place.key);
    const key = String(code - (code % size));
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return groups;
}

export function sumOf(
  places: readonly PlaceCounts[],
  member: 'total' | 'waiting' | 'onPost' | 'away' | 'left',
): number {
  return places.reduce((all, place) => all + place[member], 0);
}
