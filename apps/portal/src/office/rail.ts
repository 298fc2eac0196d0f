import type { Actor, Permission } from '@xibu/domain/access';
import type { ListSource } from '../api/lists.js';
import type { Language } from '../language/texts.js';
import { useSeason } from '../session/season.js';
import { useActor } from '../session/session.js';

/** Who looks at the rail, and in which season. */
export interface RailBeholder {
  readonly actor: Actor;
  readonly season: string;
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

/** The list behind the number of each line, for whoever looks now; null where a line has none. */
export function useRailSources(): (entry: RailEntry) => ListSource | null {
  const actor = useActor();
  const { season } = useSeason();
  return ({ count, countFor }) => {
    if (countFor) return season ? countFor({ actor, season: season.season }) : null;
    return count ?? null;
  };
}
