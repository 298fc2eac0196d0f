import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { AskPostChangeRequest, PostChangeView } from '@xibu/domain/placement/api';
import { Clock, Database, newId } from '@xibu/platform';
import { PostTable } from '../posts/post.table.js';
import { lockOwn, lockVolunteer } from '../volunteers/find-volunteer.js';
import { storeAll } from '../volunteers/store-all.js';
import { viewOfPostChange } from './post-change.js';
import { askPostChange } from './post-change.rules.js';
import { PostChangeTable } from './post-change.table.js';

/** A volunteer asks for another post, or the unit asks for one of its volunteers. */
@Injectable()
export class AskPostChange {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ number, toPostId, reason }: AskPostChangeRequest, actor: Actor): Promise<PostChangeView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const isOwn = actor.roles.includes('person');
      const volunteer = isOwn ? await lockOwn(tx, actor) : await lockVolunteer(tx, { number: number ?? '' }, actor);
      const pending = await tx.count(PostChangeTable, { where: { volunteerId: volunteer.id, status: 'requested' } });
      if (pending > 0) throw new Refusal('post-change.pending');
      const target = await tx.findOne(PostTable, { where: { id: toPostId } });
      const askedBy = isOwn ? 'volunteer' : 'unit';
      const change = askPostChange(volunteer, target, { id: newId(now), askedBy, reason }, now);
      await storeAll(tx, PostChangeTable, [change]);
      return viewOfPostChange(change);
    });
  }
}
