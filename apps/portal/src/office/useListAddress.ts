import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { Query } from '../api/client.js';

/** Names in the address that are no filters. */
const paging = new Set(['after', 'sort']);

export interface ListAddress {
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: string | undefined;
  readonly after: string | undefined;
  /** 1 for the first page; null where the address was opened in the middle. */
  readonly page: number | null;
  /** Sets or clears filters and begins at the first page. */
  filter(changed: Query): void;
  sortBy(sort: string): void;
  next(after: string): void;
  first(): void;
  /** One page back; null on the first, or where nobody knows what came before. */
  readonly previous: (() => void) | null;
}

/** Filters, order and place of a list live in the address: it can be sent, kept and gone back to. */
export function useListAddress(): ListAddress {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const { state } = useLocation();
  const after = search.get('after') ?? undefined;
  const page = after === undefined ? 1 : pageIn(state);
  const change = (changed: Query, replace: boolean) => {
    const next = searchNow();
    next.delete('after');
    for (const [name, value] of Object.entries(changed)) {
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, String(value));
    }
    setSearch(next, { replace });
  };
  return {
    filters: Object.fromEntries([...search].filter(([name]) => !paging.has(name))),
    sort: search.get('sort') ?? undefined,
    after,
    page,
    filter: (changed) => change(changed, true),
    sortBy: (sort) => change({ sort }, true),
    first: () => change({}, false),
    next: (cursor) => {
      const next = searchNow();
      next.set('after', cursor);
      setSearch(next, { state: { page: page === null ? null : page + 1 } });
    },
    previous: page !== null && page > 1 ? () => void navigate(-1) : null,
  };
}

/** The address itself, which may be a step ahead of what is drawn. */
function searchNow(): URLSearchParams {
  return new URLSearchParams(window.location.search);
}

function pageIn(state: unknown): number | null {
  return typeof state === 'object' && state !== null && 'page' in state && typeof state.page === 'number'
    ? state.page
    : null;
}
