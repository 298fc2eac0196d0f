import { Injectable, Optional } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { ApplicationView, SubmitApplicationRequest } from '@xibu/domain/recruitment/api';
import {
  type Asked,
  Batcher,
  Clock,
  currentRequest,
  Database,
  isUnavailable,
  Sealing,
  usualLimits,
} from '@xibu/platform';
import { RecruitmentConfig } from '../recruitment.config.js';
import { type GivenSubmission, SubmitApplications } from './submit-applications.js';

/**
 * 提交报名. On the last evening everybody does, so submissions that come together are committed together; the answer goes
 * out after the commit. Whoever waits loses no time by it: what counts is when the submission arrived.
 */
@Injectable()
export class SubmitApplication {
  private readonly batcher: Batcher<Asked<GivenSubmission>, ApplicationView>;

  constructor(
    database: Database,
    private readonly clock: Clock,
    sealing: Sealing,
    @Optional() config?: RecruitmentConfig,
  ) {
    const all = new SubmitApplications(database, sealing);
    const { submissionsTogether: most, submissionWriters: writers } = config ?? {};
    this.batcher = new Batcher(
      {
        run: (asked) => all.run(asked),
        nameOf: ({ row }) => row,
        mayBeOfOne: (fault) => !isUnavailable(fault),
      },
      { ...usualLimits, ...(most ? { most } : {}), ...(writers ? { writers } : {}) },
    );
  }

  async run(id: string, { declared }: SubmitApplicationRequest, actor: Actor): Promise<ApplicationView> {
    const request = currentRequest();
    if (!request) throw new Error('a submission needs a request around it');
    const content = { declared, actor, arrivedAt: request.arrival?.at ?? this.clock.now() };
    return this.batcher.add({ request, row: id.toLowerCase(), content });
  }
}
