import { season } from '../calendar.js';
import type { Invariant } from './invariant.js';

export const excellentWithinAFifth: Invariant = {
  name: 'excellent at most 20 % of those on post, pooled at the region',
  async check({ databases }) {
    const [row] = await databases.rows<{ excellent: number; on_post: number | null }>(
      'assessment',
      `select (select count(*)::int from assessment where season = $1 and grade = 'excellent' and status = 'final') excellent,
              (select on_post from excellent_list where season = $1 and approved_by is not null) on_post`,
      [season],
    );
    if (!row || row.on_post === null)
      return row && row.excellent > 0 ? ['excellent grades without an approved list'] : [];
    return row.excellent * 5 > row.on_post ? [`${row.excellent} excellent of ${row.on_post} on post`] : [];
  },
};
