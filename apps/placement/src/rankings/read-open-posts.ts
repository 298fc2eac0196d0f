import type { Tx } from '@xibu/platform';
import type { RankablePost } from './candidate.js';

export interface OpenPost extends RankablePost {
  readonly title: string;
  readonly unitName: string;
}

/** Posts that may be ranked in a season, in the order of their codes. */
export async function readOpenPosts(tx: Tx, season: string): Promise<OpenPost[]> {
  return tx.query(
    `select code, county, special, title, unit_name "unitName" from post
      where season = $1 and status = 'open' order by code collate "C"`,
    [season],
  );
}
