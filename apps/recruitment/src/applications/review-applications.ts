import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { BulkReviewRequest, RowResult } from '@xibu/domain/recruitment/api';
import { ReviewApplication } from './review-application.js';

/** One decision for many applications; each stands or falls by itself, and says why. */
@Injectable()
export class ReviewApplications {
  constructor(private readonly review: ReviewApplication) {}

  async run({ ids, ...request }: BulkReviewRequest, actor: Actor): Promise<RowResult[]> {
    const stage = actor.faculty ? 'faculty' : 'university';
    const results: RowResult[] = [];
    for (const id of ids) {
      try {
        const { status } = await this.review.run(stage, id, request, actor);
        results.push({ id, done: true, status });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        results.push({ id, done: false, code: error.code });
      }
    }
    return results;
  }
}
