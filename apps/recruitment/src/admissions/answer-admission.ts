import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { AdmissionAnswer, ApplicationView } from '@xibu/domain/recruitment/api';
import { Clock, Database, record, rewrite } from '@xibu/platform';
import { viewOf } from '../applications/application-view.js';
import { lockOwn } from '../applications/find-application.js';
import { requireOneOpen } from '../applications/windows.js';
import { loseSeat } from '../losses/lose-seat.js';
import { accept, decline } from './admission.rules.js';
import { AdmissionTable } from './admission.table.js';

/** The admitted person answers the confirmation notice within the window. A "no" frees the seat for a reserve. */
@Injectable()
export class AnswerAdmission {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, answer: AdmissionAnswer, actor: Actor): Promise<ApplicationView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const application = await lockOwn(tx, id, actor);
      await requireOneOpen(tx, application.season, ['admission', 'backfill', 'report-in'], now);
      const admission = await tx.findOne(AdmissionTable, { where: { applicationId: id } });
      if (answer === 'accepted') {
        const [accepted, fact] = accept(application, admission, now);
        await rewrite(tx, AdmissionTable, accepted);
        await record(tx, now, fact);
        return viewOf(application, { own: true });
      }
      await rewrite(tx, AdmissionTable, decline(application, admission, now));
      return viewOf(await loseSeat(tx, application, 'declined', now), { own: true });
    });
  }
}
