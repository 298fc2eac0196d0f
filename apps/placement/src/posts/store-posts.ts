import type { Tx } from '@xibu/platform';
import type { Post } from './post.js';

/** Writes what a step changes in many posts, in one statement. Their fields are not among it. */
export async function storePosts(tx: Tx, posts: readonly Post[]): Promise<void> {
  await tx.query(
    `update post set status = v.status, code = v.code, declared_by = v.declared_by, decided_by = v.decided_by,
            return_reason = v.return_reason, close_reason = v.close_reason, updated_at = $8, version = post.version + 1
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
            as v (id, status, code, declared_by, decided_by, return_reason, close_reason)
      where post.id = v.id`,
    [
      posts.map(({ id }) => id),
      posts.map(({ status }) => status),
      posts.map(({ code }) => code),
      posts.map(({ declaredBy }) => declaredBy),
      posts.map(({ decidedBy }) => decidedBy),
      posts.map(({ returnReason }) => returnReason),
      posts.map(({ closeReason }) => closeReason),
      posts[0]?.updatedAt ?? null,
    ],
  );
}
