import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { ApplicationView, ReviewApplicationRequest } from '@xibu/domain/recruitment/api';
import { Clock, Database, record, requireOpen, rewrite, Sealing } from '@xibu/platform';
import { reviewByFaculty, reviewByUniversity } from './application.rules.js';
import { ApplicationTable } from './application.table.js';
import { viewOf } from './application-view.js';
import { lockOfUniversity } from './find-application.js';

const rules = { faculty: reviewByFaculty, university: reviewByUniversity } as const;

/** 院系初审 and 学校审核: the same step at two tiers, each within its own scope and the review window. */
@Injectable()
export class ReviewApplication {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run(
    stage: keyof typeof rules,
    id: string,
    request: ReviewApplicationRequest,
    actor: Actor,
  ): Promise<ApplicationView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const application = await lockOfUniversity(tx, id, actor);
      await requireOpen(tx, application.season, 'review', now);
      const [reviewed, fact] = rules[stage](application, request, actor.name, now);
      await rewrite(tx, ApplicationTable, reviewed);
      await record(tx, now, fact);
      const identityNumber = reviewed.identitySealed ? this.sealing.open(reviewed.identitySealed) : null;
      return viewOf(reviewed, { own: false, identityNumber });
    });
  }
}
