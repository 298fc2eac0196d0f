import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { addressOf, get, type Query } from './client.js';

/** One page of a list as every service answers it: rows, total and facets of the same read. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly next: string | null;
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A list and the filters that make it this list: what a queue, its count in the rail and its exports share. */
export interface ListSource {
  readonly list: string;
  readonly filters: Query;
}

/** Everything under this key is read anew after a step that may move rows between lists. */
export const everyList = ['list'] as const;

/** One page; while the next is read, the last stays. */
export function useListPage<Row>({ list, filters }: ListSource, paging: Query) {
  const address = addressOf(list, { ...filters, ...paging });
  return useQuery({
    queryKey: [...everyList, address],
    queryFn: ({ signal }) => get<Page<Row>>(address, signal),
    placeholderData: keepPreviousData,
  });
}

/** A list that grows at its end. */
export function useGrowingList<Row>({ list, filters }: ListSource, limit: number) {
  return useInfiniteQuery({
    queryKey: [...everyList, 'growing', addressOf(list, filters), limit],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Row>>(addressOf(list, { ...filters, limit, after: pageParam }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page<Row>) => page.next ?? undefined,
  });
}

/** How many rows a list has, for the rail; the smallest read that tells. */
export function useListCount({ list, filters }: ListSource) {
  const address = addressOf(list, { ...filters, limit: 1 });
  return useQuery({
    queryKey: [...everyList, 'count', address],
    queryFn: ({ signal }) => get<Page<unknown>>(address, signal),
    staleTime: 30_000,
  });
}
