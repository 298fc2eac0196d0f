import { Injectable } from '@nestjs/common';
import type { Actor, LegalDate } from '@xibu/domain';
import type { PostView } from '@xibu/domain/placement/api';
import { Clock, Database, LessThan, record, rewrite, type Tx } from '@xibu/platform';
import { requireNotFrozen } from '../rounds/frozen-round-of.js';
import { lockPost } from './find-post.js';
import { close, programmeYearOn } from './post.rules.js';
import { PostTable } from './post.table.js';
import { viewOfPost } from './post-view.js';
import { takenSeats } from './seats.js';
import { storePosts } from './store-posts.js';

/** A post is closed by its county or the region, or with its season. */
@Injectable()
export class ClosePost {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, reason: string, actor: Actor): Promise<PostView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const post = await lockPost(tx, id, actor);
      await requireNotFrozen(tx, post.season);
      const taken = await takenSeats(tx, id);
      const [closed, fact] = close(post, reason, taken, now);
      await rewrite(tx, PostTable, closed);
      await record(tx, now, fact);
      return viewOfPost(closed, taken);
    });
  }

  /** Posts of seasons that are over; those that somebody renews on are grandfathered by then and stay. */
  async ofPastSeasons(tx: Tx, today: LegalDate): Promise<void> {
    const now = this.clock.now();
    const over = await tx.find(PostTable, {
      where: { status: 'open', season: LessThan(programmeYearOn(today)) },
      order: { code: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    if (over.length === 0) return;
    const closed = over.map((post) => close(post, '年度结束', 0, now));
    await storePosts(
      tx,
      closed.map(([post]) => post),
    );
    await record(tx, now, ...closed.map(([, fact]) => fact));
  }
}
