import { Injectable } from '@nestjs/common';
import type { DataOf } from '@xibu/domain';
import type { ApplicationAdmitted } from '@xibu/domain/recruitment/events';
import { Clock, newId, type Tx } from '@xibu/platform';
import { PostTable } from '../posts/post.table.js';
import { copyOf } from './person-copies.js';
import { storeAll } from './store-all.js';
import type { HeldPost } from './volunteer.js';
import { expect } from './volunteer.rules.js';
import { VolunteerTable } from './volunteer.table.js';

/** Who was admitted is expected at report-in, on the post of the admission. */
@Injectable()
export class ExpectVolunteer {
  constructor(private readonly clock: Clock) {}

  /** Throws for a post that is not known yet: the fact waits for it and is tried again. */
  async run(tx: Tx, admitted: DataOf<typeof ApplicationAdmitted>, admittedAt: Date): Promise<void> {
    const known = await tx.findOne(VolunteerTable, { where: { applicationId: admitted.applicationId } });
    if (known) return;
    const post = await tx.findOne(PostTable, { where: { id: admitted.postId } });
    if (!post) throw new Error(`no post ${admitted.postId} for application ${admitted.applicationId}`);
    const now = this.clock.now();
    const { unit, county } = post;
    const person = await copyOf(tx, admitted.accountId);
    const expected = { id: newId(now), post: heldPost(post), unit, county, person, admittedAt };
    await storeAll(tx, VolunteerTable, [expect(admitted, expected, now)]);
  }
}

/** What is shown of a post beside its volunteer. */
export function heldPost(post: {
  readonly code: string | null;
  readonly title: string;
  readonly unitName: string;
  readonly special: HeldPost['special'];
  readonly projectKind: HeldPost['projectKind'];
}): HeldPost {
  const { code, title, unitName, special, projectKind } = post;
  return { code: code ?? '', title, unitName, special, projectKind };
}
