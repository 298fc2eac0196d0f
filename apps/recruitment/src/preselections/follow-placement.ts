import { Injectable } from '@nestjs/common';
import type { DataOf } from '@xibu/domain';
import type { PlacementDecided } from '@xibu/domain/placement/events';
import { Clock, record, type Tx } from '@xibu/platform';
import { moveApplications } from '../applications/applications-in-bulk.js';
import { lockNamed } from '../applications/find-application.js';
import { fillLoss, recordLosses } from '../losses/record-losses.js';
import { follow } from './preselection.rules.js';
import { PreselectionTable } from './preselection.table.js';

/** Takes over what a published round decided for one applicant; in a backfill round a reserve takes a lost seat. */
@Injectable()
export class FollowPlacement {
  constructor(private readonly clock: Clock) {}

  async run(decided: DataOf<typeof PlacementDecided>, tx: Tx): Promise<void> {
    const now = this.clock.now();
    const application = await lockNamed(tx, decided.applicationId);
    if (!application) throw new Error(`a round decided on application ${decided.applicationId}, which is not here`);
    const followed = follow(application, decided, now);
    await tx.upsert(PreselectionTable, followed.preselection, ['applicationId']);
    if (followed.application !== application) await moveApplications(tx, [followed.application]);
    if (followed.loss) await recordLosses(tx, [followed.loss], now);
    else if (decided.postId) await fillLoss(tx, decided.postId, decided.applicationId, now);
    await record(tx, now, ...followed.facts);
  }
}
