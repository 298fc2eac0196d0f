import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { get } from '../api/client.js';
import { useSeason } from '../session/season.js';

export const applications = '/api/recruitment/applications';

const mineKey = ['applications', 'mine'];

export function applicationPath(id: string): string {
  return `${applications}/${encodeURIComponent(id)}`;
}

/** The applicant's own application of the season that runs; null before there is one. */
export function useMine() {
  const { season, isPending } = useSeason();
  return useQuery({
    queryKey: mineKey,
    queryFn: async ({ signal }) => {
      const own = await get<readonly ApplicationView[]>(`${applications}/mine`, signal);
      return own.find((application) => !season || application.season === season.season) ?? null;
    },
    enabled: !isPending,
  });
}

/** Puts an answer of a step where every page of the applicant reads it. */
export function useKeepMine(): (application: ApplicationView) => void {
  const client = useQueryClient();
  return (application) => client.setQueryData(mineKey, application);
}
