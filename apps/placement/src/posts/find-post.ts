import { type Actor, Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { major } from '@xibu/reference';
import { isWithin } from '../counties/find-county.js';
import type { Post } from './post.js';
import { PostTable } from './post.table.js';

/** Locks a post of the actor's scope, or answers that there is none. */
export async function lockPost(tx: Tx, id: string, actor: Pick<Actor, 'divisions'>): Promise<Post> {
  const post = await tx.findOne(PostTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!post || !isWithin(post.county, actor)) throw new Refusal('record.unknown');
  return post;
}

/** The number after the last draft of a county; the caller holds the lock of the county. */
export async function nextDraftNumber(tx: Tx, season: string, county: number): Promise<number> {
  const [row]: { last: number }[] = await tx.query(
    'select coalesce(max(draft_number), 0) "last" from post where season = $1 and county = $2',
    [season, county],
  );
  return (row?.last ?? 0) + 1;
}

/** Refuses a major that no table knows. */
export function requireKnownMajors(codes: readonly string[]): void {
  const unknown = codes.find((code) => major(code) === undefined);
  if (unknown) throw new Refusal('post.major-unknown', { pointer: '/majors', major: unknown });
}
