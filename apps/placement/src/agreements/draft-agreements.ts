import { Injectable } from '@nestjs/common';
import { type LegalDate, Refusal } from '@xibu/domain';
import { Any, Clock, newId, rulebookOn, type Tx } from '@xibu/platform';
import type { Post } from '../posts/post.js';
import { PostTable } from '../posts/post.table.js';
import { storeAll } from '../volunteers/store-all.js';
import type { Volunteer } from '../volunteers/volunteer.js';
import { draft, lastDayFrom } from './agreement.rules.js';
import { AgreementTable } from './agreement.table.js';

/** Agreements ready to be signed: for a whole list after the hand-over, for one after a change or an extension. */
@Injectable()
export class DraftAgreements {
  constructor(private readonly clock: Clock) {}

  /** The first year begins with the day of reporting in: service counts from it (notice 3.1.4). */
  async first(tx: Tx, volunteers: readonly Volunteer[], now: Date): Promise<void> {
    const [one] = volunteers;
    if (!one) return;
    const book = await rulebookOn(tx, one.season, this.clock.today());
    const posts = await postsOf(tx, volunteers);
    const drafts = volunteers.map((volunteer) => {
      const post = posts.get(volunteer.postId);
      const from = volunteer.checkedInOn;
      if (!post || !from) throw new Error(`no post or report-in of volunteer ${volunteer.number}`);
      const to = lastDayFrom(from, book);
      return draft(
        volunteer,
        post,
        { id: newId(now), kind: 'first', season: volunteer.season, from, to, ordinal: 1 },
        now,
      );
    });
    await storeAll(tx, AgreementTable, drafts);
  }

  /** Another one for somebody in service: the annex of a new post, or the next year. */
  async another(
    tx: Tx,
    volunteer: Volunteer,
    next: { readonly kind: 'annex' | 'extension'; readonly from: LegalDate; readonly to: LegalDate },
    now: Date,
  ): Promise<void> {
    const post = await tx.findOne(PostTable, { where: { id: volunteer.postId } });
    if (!post) throw new Refusal('post-change.post-not-open');
    const earlier = await tx.count(AgreementTable, { where: { volunteerId: volunteer.id } });
    const drafting = { ...next, id: newId(now), season: volunteer.lastSeason, ordinal: earlier + 1 };
    await storeAll(tx, AgreementTable, [draft(volunteer, post, drafting, now)]);
  }
}

async function postsOf(tx: Tx, volunteers: readonly Volunteer[]): Promise<Map<string, Post>> {
  const ids = [...new Set(volunteers.map(({ postId }) => postId))];
  const posts = await tx.find(PostTable, { where: { id: Any(ids) } });
  return new Map(posts.map((post) => [post.id, post]));
}
