import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { DecidePostChangeRequest, PostChangeView } from '@xibu/domain/placement/api';
import { Clock, Database, record, rulebookOn, type Tx } from '@xibu/platform';
import { DraftAgreements } from '../agreements/draft-agreements.js';
import type { Post } from '../posts/post.js';
import { PostTable } from '../posts/post.table.js';
import { readStructure } from '../posts/read-structure.js';
import { moveSeat, takenSeats } from '../posts/seats.js';
import { requireStructure } from '../posts/structure.rules.js';
import { requireRoom } from '../quotas/require-room.js';
import { heldPost } from '../volunteers/expect-volunteer.js';
import { lockVolunteer } from '../volunteers/find-volunteer.js';
import { storeAll } from '../volunteers/store-all.js';
import type { Volunteer } from '../volunteers/volunteer.js';
import { VolunteerTable } from '../volunteers/volunteer.table.js';
import { isInScope } from '../volunteers/volunteer-scope.js';
import { type PostChange, viewOfPostChange } from './post-change.js';
import { changePost, decidePostChange } from './post-change.rules.js';
import { PostChangeTable } from './post-change.table.js';

const lock = { mode: 'pessimistic_write' } as const;

/** The deciding tier moves a volunteer to another post, or says no. */
@Injectable()
export class DecidePostChange {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly agreements: DraftAgreements,
  ) {}

  async run(id: string, request: DecidePostChangeRequest, actor: Actor): Promise<PostChangeView> {
    const now = this.clock.now();
    // Quotas count everybody, wherever they serve; whose change it is, and whose volunteer, is asked below.
    return this.database.beyondScope(async (tx) => {
      const change = await tx.findOne(PostChangeTable, { where: { id }, lock });
      if (!change || !isInScope(change, actor)) throw new Refusal('record.unknown');
      const decided = decidePostChange(change, request, actor, now);
      await storeAll(tx, PostChangeTable, [decided]);
      if (decided.status === 'approved') await this.move(tx, decided, actor, now);
      return viewOfPostChange(decided);
    });
  }

  private async move(tx: Tx, change: PostChange, actor: Actor, now: Date): Promise<void> {
    const volunteer = await lockVolunteer(tx, { id: change.volunteerId }, actor);
    const post = await tx.findOne(PostTable, { where: { id: change.toPostId }, lock });
    if (!post) throw new Refusal('post-change.post-not-open');
    const moving = { post, held: heldPost(post), taken: await takenSeats(tx, post.id), by: actor.name };
    const [moved, facts] = changePost(volunteer, { ...moving, on: change.on ?? this.clock.today() }, now);
    await moveSeat(tx, { season: volunteer.lastSeason, accountId: volunteer.accountId, toPostId: post.id }, now);
    await requireRoom(tx, volunteer.lastSeason, { from: { ...volunteer.post, county: volunteer.county }, to: post });
    await this.requireStructures(tx, volunteer, post);
    await storeAll(tx, VolunteerTable, [moved]);
    await handOnOpen(tx, moved);
    const { termTo } = volunteer;
    if (change.on && termTo) {
      await this.agreements.another(tx, moved, { kind: 'annex', from: change.on, to: termTo }, now);
    }
    await record(tx, now, ...facts);
  }

  /** The posts of both counties still have the structure of the notice (2.1.3), or are exempted. */
  private async requireStructures(tx: Tx, { lastSeason: season, county }: Volunteer, post: Post): Promise<void> {
    const book = await rulebookOn(tx, season, this.clock.today());
    for (const one of new Set([county, post.county])) {
      requireStructure(await readStructure(tx, { season, county: one, statuses: ['open'] }, book));
    }
  }
}

/** What is under way goes on at the new place: its unit and its county act on it from now on. */
async function handOnOpen(tx: Tx, { id, county, unit }: Volunteer): Promise<void> {
  const open = {
    leave: ['requested', 'unit-agreed', 'county-agreed', 'approved', 'overdue'],
    departure: ['requested', 'county-agreed', 'proposed', 'approved'],
    extension: ['requested', 'county-agreed'],
  };
  for (const [table, statuses] of Object.entries(open)) {
    await tx.query(
      `update ${table} set county = $2, unit = $3, version = version + 1 where volunteer_id = $1 and status = any($4)`,
      [id, county, unit, statuses],
    );
  }
}
