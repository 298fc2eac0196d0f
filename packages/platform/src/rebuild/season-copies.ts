import { WhenSeasonChanged } from '../seasons/when-season-changed.js';
import type { ServiceDefinition } from '../service-definition.js';
import type { Copy } from './copy.js';

/** Kept by the platform for every service but the one that owns them. */
const seasonCopies: readonly Copy[] = ['season_copy', 'season_milestone', 'season_rulebook', 'office_copy'].map(
  (table) => ({ table, keptBy: [WhenSeasonChanged] }),
);

/** All that a service repeats of others. */
export function copiesOf({
  copies,
  copiesSeasons,
}: Pick<ServiceDefinition, 'copies' | 'copiesSeasons'>): readonly Copy[] {
  return copiesSeasons ? [...seasonCopies, ...copies] : copies;
}

/** Tables that messaging and platform bring into every database; they hold no data of the programme, or copies of it. */
export const tablesOfThePlatform: readonly string[] = [
  ...['outbox', 'outbox_cursor', 'inbox', 'parked', 'migration', 'idempotency_key', 'audit_entry', 'audit_link'],
  ...['schedule_tick', 'virtual_clock', ...seasonCopies.map(({ table }) => table)],
];
