import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { get } from '../api/client.js';
import { problemOf } from '../api/problem.js';
import { Card } from './notices.js';
import { ErrorState, Skeleton } from './states.js';

interface ReadPartProps<Answer> {
  readonly title: string;
  /** Address of what the part shows. */
  readonly path: string;
  /** Said where there is no such record, or none of them. */
  readonly absent: string;
  isEmpty?(answer: Answer): boolean;
  /** Content touches the edges. */
  readonly flush?: boolean;
  children(answer: Answer): ReactNode;
}

/** A part of a page with a question of its own: when it fails, the rest of the page stands. */
export function ReadPart<Answer>({ title, path, absent, isEmpty, flush, children }: ReadPartProps<Answer>) {
  const { data, error, refetch } = useQuery({
    queryKey: ['record', path],
    queryFn: ({ signal }) => get<Answer>(path, signal),
  });
  const none = problemOf(error).status === 404 || (data !== undefined && isEmpty?.(data));
  return (
    <Card title={title} flush={flush}>
      {none ? (
        <p className="quiet readable">{absent}</p>
      ) : error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton lines={4} />
      ) : (
        children(data)
      )}
    </Card>
  );
}
