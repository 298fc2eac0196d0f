import { type ProjectKind, Refusal, type Rulebook, type RulebookValues } from '@xibu/domain';
import type { StructureGauge, StructureRule, StructureShare } from '@xibu/domain/placement/api';
import { isTownshipOrBelow, type Post } from './post.js';

/** Posts as far as their structure is concerned; `seats` are those that count. */
export type StructurePost = Pick<Post, 'special' | 'level' | 'projectKind' | 'seats'>;

export interface StructureOf {
  readonly season: string;
  readonly county: number;
  readonly isNewCounty: boolean;
  /** By rule, the number of the document that exempts the county in this season. */
  readonly exemptions: Readonly<Partial<Record<StructureRule, string>>>;
}

interface Limit {
  readonly rule: StructureRule;
  readonly bound: 'min' | 'max';
  readonly value: keyof RulebookValues;
  readonly holds: (post: StructurePost) => boolean;
}

/** 乡镇及以下 ≥ 90 % (95 % in a new county), 乡村教育 ≥ 25 %, 基层青年工作 ≤ 10 % (notice 2.1.3). */
function limits(isNewCounty: boolean): readonly Limit[] {
  const township = isNewCounty ? 'newCountyTownshipSharePercentMin' : 'townshipSharePercentMin';
  return [
    { rule: 'township', bound: 'min', value: township, holds: isTownshipOrBelow },
    {
      ...{ rule: 'rural-education', bound: 'min', value: 'ruralEducationSharePercentMin' },
      holds: ({ special }) => special === 'rural-education',
    },
    {
      ...{ rule: 'youth-work', bound: 'max', value: 'youthWorkSharePercentMax' },
      holds: ({ special }) => special === 'youth-work',
    },
  ];
}

/** The shares of a county's filled and open posts. 以上 and 不高于 are inclusive; whole numbers only, no rounding. */
export function structureOf(posts: readonly StructurePost[], of: StructureOf, book: Rulebook): StructureGauge {
  const total = sum(posts);
  const shares = limits(of.isNewCounty).map(({ rule, bound, value, holds }): StructureShare => {
    const limitPercent = book.values[value] as number;
    const seats = sum(posts.filter(holds));
    const isMet = bound === 'min' ? seats * 100 >= limitPercent * total : seats * 100 <= limitPercent * total;
    const exemption = of.exemptions[rule] ?? null;
    return { rule, seats, of: total, bound, limitPercent, isMet, clause: book.clauses[value], exemption };
  });
  const ofKind = (kind: ProjectKind) => sum(posts.filter(({ projectKind }) => projectKind === kind));
  const { season, county, isNewCounty } = of;
  return {
    ...{ season, county, isNewCounty, seats: total, shares, decidedBy: book.version },
    seatsByKind: { national: ofKind('national'), local: ofKind('local') },
  };
}

/** Refuses a list whose structure breaks a rule from which the county is not exempted. */
export function requireStructure(gauge: StructureGauge): void {
  const broken = gauge.shares.filter(({ isMet, exemption }) => !isMet && exemption === null);
  const [first] = broken;
  if (!first) return;
  const shares = broken.map(({ rule, seats, of, bound, limitPercent }) => {
    return `${rule} ${seats}/${of} ${bound === 'min' ? '≥' : '≤'} ${limitPercent}%`;
  });
  throw new Refusal('post.structure', { shares: shares.join('; '), clause: first.clause });
}

function sum(posts: readonly StructurePost[]): number {
  return posts.reduce((seats, post) => seats + post.seats, 0);
}
