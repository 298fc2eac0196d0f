import type { Tx } from '@xibu/platform';
import type { RankablePost } from './candidate.js';

export interface OpenPost extends RankablePost {
  readonly title: string;
  readonly unitName: string;
}

/** The posts that a list can hold: those that it names, and those of the counties from which it would be prefilled. */
export interface Wanted {
  readonly codes?: readonly string[];
  readonly counties?: readonly number[];
}

/** Posts that may be ranked in a season, among those wanted, in the order of their codes. */
export async function readOpenPosts(
  tx: Tx,
  season: string,
  { codes = [], counties = [] }: Wanted,
): Promise<OpenPost[]> {
  return tx.query(
    `select code, county, special, title, unit_name "unitName" from post
      where season = $1 and status = 'open' and (code = any($2) or county = any($3)) order by code collate "C"`,
    [season, codes, counties],
  );
}
