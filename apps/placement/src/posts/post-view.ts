import type { PostView } from '@xibu/domain/placement/api';
import type { Post } from './post.js';

export function viewOfPost(post: Post, taken: number): PostView {
  const { id, code, season, county, status, unit, unitName, title, special, level, seats, projectKind } = post;
  const { duties, providesBoardAndLodging, cashMonthlyFen, majors, placeTags, acceptsReassigned } = post;
  const { returnReason, version } = post;
  return {
    ...{ id, code, season, county, status, unit, unitName, title, special, level, seats, projectKind, duties },
    ...{ providesBoardAndLodging, cashMonthlyFen, majors, placeTags, acceptsReassigned, taken, returnReason, version },
  };
}
