import { type Actor, liesIn, Refusal, rangeOf } from '@xibu/domain';
import type { Condition, Tx } from '@xibu/platform';
import { division } from '@xibu/reference';
import { BlockTable } from './block.table.js';
import type { ServiceCounty } from './county.js';
import { ServiceCountyTable } from './county.table.js';
import type { CountyInSeason } from './standing.rules.js';

/** Locks a county of the actor's scope, or answers that there is none. */
export async function lockCounty(tx: Tx, code: number, actor: Pick<Actor, 'divisions'>): Promise<ServiceCounty> {
  const county = isWithin(code, actor)
    ? await tx.findOne(ServiceCountyTable, { where: { code }, lock: { mode: 'pessimistic_write' } })
    : null;
  if (!county) throw new Refusal('record.unknown');
  return county;
}

export function isWithin(code: number, { divisions }: Pick<Actor, 'divisions'>): boolean {
  return liesIn(code, divisions);
}

/** The county of a county account; of any other account the one that it names, within its scope. */
export function countyOf({ divisions }: Pick<Actor, 'divisions'>, named?: number): number {
  const own = divisions && divisions.from === divisions.to ? divisions.from : named;
  if (own === undefined) throw new Refusal('post.county-missing', { pointer: '/county' });
  if (!isWithin(own, { divisions }) || (named !== undefined && named !== own)) throw new Refusal('record.unknown');
  return own;
}

/** The county and its blocks as they stand in a season, for `requireInService`. */
export async function countyInSeason(tx: Tx, code: number, season: string): Promise<CountyInSeason> {
  const county = await tx.findOne(ServiceCountyTable, { where: { code } });
  const blocks = await tx.find(BlockTable, { where: { county: code, season } });
  return { county, blocks, season };
}

/** The name of a county of a region, or the refusal of a code that is none. */
export function nameOfCounty(code: number, region: number): string {
  const known = division(String(code));
  const range = rangeOf(region);
  if (known?.level !== 'county' || code < range.from || code > range.to) {
    throw new Refusal('county.unknown-division', { county: code, pointer: '/county' });
  }
  return known.name;
}

/** Conditions of a list within the serving side's scope; row-level security says the same behind it. */
export function withinScope(column: string, { divisions }: Pick<Actor, 'divisions'>): Condition[] {
  return divisions ? [[`${column} between ? and ?`, divisions.from, divisions.to]] : [['false']];
}
