import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { get } from '../api/client.js';
import { problemOf } from '../api/problem.js';
import { PageHeading } from './PageHeading.js';
import { EmptyState, ErrorState, Skeleton } from './states.js';

interface ReadPageProps<Answer> {
  readonly title: string;
  /** Address of what the page shows. */
  readonly path: string;
  /** What it means that there is no such record; without it that is an error as any other. */
  readonly absent?: string;
  /** A list without rows is as good as no record. */
  isEmpty?(answer: Answer): boolean;
  /** Beside the heading. */
  readonly beside?: ReactNode;
  /** Asked again after so long, while `goesOn` says so. */
  readonly again?: { readonly everyMs: number; goesOn(answer: Answer): boolean };
  children(answer: Answer): ReactNode;
}

/** One question and its answer, in whichever of the four states it is. */
export function ReadPage<Answer>({ title, path, absent, isEmpty, beside, again, children }: ReadPageProps<Answer>) {
  const { data, error, refetch } = useQuery({
    queryKey: ['record', path],
    queryFn: ({ signal }) => get<Answer>(path, signal),
    refetchInterval: ({ state }) => (again && state.data && again.goesOn(state.data) ? again.everyMs : false),
  });
  const none = absent !== undefined && (problemOf(error).status === 404 || (data !== undefined && isEmpty?.(data)));
  return (
    <div className="page">
      <PageHeading title={title}>{beside}</PageHeading>
      {none ? (
        <EmptyState title={absent} />
      ) : error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton lines={8} />
      ) : (
        children(data)
      )}
    </div>
  );
}
