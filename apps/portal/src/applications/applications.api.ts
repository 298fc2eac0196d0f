import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { get } from '../api/client.js';

export const applications = '/api/recruitment/applications';

const mineKey = ['applications', 'mine'];

export function applicationPath(id: string): string {
  return `${applications}/${encodeURIComponent(id)}`;
}

/** The applicant's own application of the newest season; null before there is one. */
export function useMine() {
  return useQuery({
    queryKey: mineKey,
    queryFn: async ({ signal }) => {
      const { rows } = await get<{ rows: readonly ApplicationView[] }>(`${applications}/mine`, signal);
      return rows[0] ?? null;
    },
  });
}

/** Puts an answer of a step where every page of the applicant reads it. */
export function useKeepMine(): (application: ApplicationView) => void {
  const client = useQueryClient();
  return (application) => client.setQueryData(mineKey, application);
}
