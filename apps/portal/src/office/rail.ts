import type { Actor, Permission } from '@xibu/domain/access';
import { addressOf } from '../api/client.js';
import type { ListSource } from '../api/lists.js';
import type { Language } from '../language/texts.js';
import { useNow } from '../session/clock.js';
import { useSeason } from '../session/season.js';
import { useActor } from '../session/session.js';

/** Who looks at the rail, and in which season. */
export interface RailBeholder {
  readonly actor: Actor;
  readonly season: string;
  readonly now: Date | null;
}

/** One line of the rail on the left of the desk. */
export interface RailEntry {
  readonly group: 'queues' | 'work' | 'registers';
  readonly to: string;
  readonly needs: Permission;
  label(language: Language): string;
  /** The list behind the number: the same source as the page it leads to. */
  readonly count?: ListSource;
  /** The same where the list depends on who looks and on the season; null when there is nothing to count. */
  countFor?(beholder: RailBeholder): ListSource | null;
  /** How many of them are late, out of the facets of the same read. */
  late?(facets: Readonly<Record<string, Readonly<Record<string, number>>>>): number;
  /** The search in the header goes to the first register that says so; it takes `q`. */
  readonly search?: boolean;
}

/** A line as it stands in the rail of whoever looks now. */
export interface RailLine {
  readonly entry: RailEntry;
  readonly group: RailEntry['group'];
  /** The list behind the number; null where a line has none. */
  readonly source: ListSource | null;
  /** A number and the list that it opens are the same question. */
  readonly to: string;
}

/** What pages ask of their lists by themselves. */
const ofPage = new Set(['season', 'month']);

/** Lines of the rail for whoever looks now. A queue in which nothing can wait for this role stands with the work. */
export function useRailLines(): (entries: readonly RailEntry[]) => readonly RailLine[] {
  const actor = useActor();
  const now = useNow();
  const { season } = useSeason();
  const sourceOf = ({ count, countFor }: RailEntry) => {
    if (countFor) return season ? countFor({ actor, season: season.season, now }) : null;
    return count ?? null;
  };
  return (entries) =>
    entries.map((entry) => {
      const source = sourceOf(entry);
      const group = entry.group === 'queues' && season && !source ? 'work' : entry.group;
      return { entry, group, source, to: group === 'queues' && source ? filtered(entry.to, source) : entry.to };
    });
}

function filtered(to: string, { filters }: ListSource): string {
  if (to.includes('?')) return to;
  return addressOf(to, Object.fromEntries(Object.entries(filters).filter(([name]) => !ofPage.has(name))));
}
