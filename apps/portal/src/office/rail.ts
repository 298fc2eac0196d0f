import type { Permission } from '@xibu/domain/access';
import type { ListSource } from '../api/lists.js';
import type { Language } from '../language/texts.js';

/** One line of the rail on the left of the desk. */
export interface RailEntry {
  readonly group: 'queues' | 'work' | 'registers';
  readonly to: string;
  readonly needs: Permission;
  label(language: Language): string;
  /** The list behind the number: the same source as the page it leads to. */
  readonly count?: ListSource;
  /** How many of them are late, out of the facets of the same read. */
  late?(facets: Readonly<Record<string, Readonly<Record<string, number>>>>): number;
  /** The search in the header goes to the first register that says so; it takes `q`. */
  readonly search?: boolean;
}
