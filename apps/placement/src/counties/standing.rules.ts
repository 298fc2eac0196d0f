import { Refusal } from '@xibu/domain';
import type { CountyStanding } from '@xibu/domain/placement/api';
import { type Block, isInForce } from './block.js';
import type { ServiceCounty } from './county.js';

type Qualification = Pick<ServiceCounty, 'status' | 'season' | 'firstSeason' | 'disqualifiedFrom'>;

/**
 * Where a county stands in a season. A failed assessment ends it only with the season, so that a county may serve this
 * year and be out of the next; `standingSql` says the same in SQL.
 */
export function standingOf(
  county: Qualification | null,
  blocks: readonly Pick<Block, 'season' | 'unit' | 'status'>[],
  season: string,
): CountyStanding {
  if (!county || !qualifies(county, season)) return 'not-qualified';
  const isBlocked = blocks.some((block) => block.season === season && block.unit === null && isInForce(block));
  return isBlocked ? 'blocked' : 'in-service';
}

function qualifies({ status, season: since, firstSeason, disqualifiedFrom }: Qualification, season: string): boolean {
  if (status === 'active') return season >= since;
  return disqualifiedFrom !== null && season >= firstSeason && season < disqualifiedFrom;
}

export interface CountyInSeason {
  readonly county: ServiceCounty | null;
  /** Blocks of the county and of its units in this season. */
  readonly blocks: readonly Block[];
  readonly season: string;
}

/** Refuses what a county may not do while it does not serve, or is blocked; and what names a blocked unit. */
export function requireInService({ county, blocks, season }: CountyInSeason, units: readonly string[] = []): void {
  const standing = standingOf(county, blocks, season);
  if (standing === 'not-qualified') throw new Refusal('county.not-in-service', { season });
  const inForce = blocks.filter((block) => block.season === season && isInForce(block));
  if (standing === 'blocked') {
    const reason = inForce.find(({ unit }) => unit === null)?.reason;
    throw new Refusal('county.blocked', { season, reason, clause: '内团联发〔2023〕6号 二（一）2' });
  }
  const block = inForce.find(({ unit }) => unit !== null && units.includes(unit));
  if (!block) return;
  const { unit, reason } = block;
  throw new Refusal('county.unit-blocked', { season, unit: unit ?? '', reason, pointer: '/unit' });
}
