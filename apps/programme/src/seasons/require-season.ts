import { Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import type { Season } from './season.js';
import { SeasonTable } from './season.table.js';

/** Locks a season: whatever is decided for it is decided one after the other. */
export async function requireSeason(tx: Tx, season: string): Promise<Season> {
  const found = await tx.findOne(SeasonTable, { where: { season }, lock: { mode: 'pessimistic_write' } });
  if (!found) throw new Refusal('season.unknown', { season });
  return found;
}
