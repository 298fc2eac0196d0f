import type { Actor } from '@xibu/domain/access';
import { may } from '@xibu/domain/access';
import type { PostStatus } from '@xibu/domain/placement/api';
import type { RailEntry } from '../office/rail.js';
import { postsText } from './posts.text.js';

const list = '/api/placement/posts';

/** The status in which posts wait for whoever looks. */
function waitingFor(actor: Actor): PostStatus | null {
  if (may(actor, 'post.declare')) return 'draft';
  if (may(actor, 'post.confirm')) return 'county-declared';
  return may(actor, 'post.approve') ? 'region-confirmed' : null;
}

export const postRail: readonly RailEntry[] = [
  {
    ...{ group: 'queues', to: '/office/posts', needs: 'post.read' },
    label: (language) => postsText[language].title,
    countFor: ({ actor, season }) => {
      const status = waitingFor(actor);
      return status ? { list, filters: { season, status } } : null;
    },
  },
];
