import type { PostFields, PostStatus } from '@xibu/domain/placement/api';

/** 岗位 of one season: declared by a county, confirmed by the region, approved by the national office, then open. */
export interface Post extends PostFields {
  readonly id: string;
  readonly season: string;
  readonly county: number;
  /** Counts the drafts of a county in a season: the order in which posts are declared. */
  readonly draftNumber: number;
  /** `152221-23-004`, given at the first declaration and kept. */
  readonly code: string | null;
  readonly status: PostStatus;
  /** Account that wrote it last; another one declares it. */
  readonly preparedBy: string;
  readonly declaredBy: string | null;
  /** Version of the rulebook that decided the last step. */
  readonly decidedBy: string | null;
  readonly returnReason: string | null;
  readonly closeReason: string | null;
  readonly updatedAt: Date;
  readonly version: number;
}

/** 乡镇及以下 (notice 2.1.3). */
export function isTownshipOrBelow({ level }: Pick<Post, 'level'>): boolean {
  return level !== 'county';
}

/** `<county>-<two digits of the season>-<nnn>`: the same in every run of the same season. */
export function postCode(county: number, season: string, number: number): string {
  return `${county}-${season.slice(2, 4)}-${String(number).padStart(3, '0')}`;
}

/** The number within the county at the end of a code. */
export function numberOf(code: string): number {
  return Number(code.slice(code.lastIndexOf('-') + 1));
}
