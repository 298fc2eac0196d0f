import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { BulkReviewRequest, RowResult } from '@xibu/domain/recruitment/api';
import { eachByItself } from '@xibu/platform';
import { ReviewApplication } from './review-application.js';

/** One decision for many applications; each stands or falls by itself, and says why. */
@Injectable()
export class ReviewApplications {
  constructor(private readonly review: ReviewApplication) {}

  run({ ids, ...request }: BulkReviewRequest, actor: Actor): Promise<RowResult[]> {
    const stage = actor.faculty ? 'faculty' : 'university';
    return eachByItself(ids, String, async (id) => ({
      status: (await this.review.run(stage, id, request, actor)).status,
    }));
  }
}
