import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { ApproveRunRequest, RunView } from '@xibu/domain/finance/api';
import { Clock, Database } from '@xibu/platform';
import { clearResult } from './clear-result.js';
import { lockRun, unitsOf, writeRun } from './find-run.js';
import { viewOfRun } from './get-subsidy-run.js';
import { approve, sendBack } from './subsidy-run.rules.js';

/** The county's approver lets a run pass, or sends it back with a reason. */
@Injectable()
export class ApproveSubsidyRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, request: ApproveRunRequest, actor: Actor): Promise<RunView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const run = await lockRun(tx, id, actor);
      const units = await unitsOf(tx, run);
      const approved = approve(run, request, units.missing, actor, now);
      await writeRun(tx, approved);
      return viewOfRun(tx, approved, units);
    });
  }

  async sendBack(id: string, reason: string, actor: Actor): Promise<RunView> {
    return this.database.transaction(async (tx) => {
      const run = sendBack(await lockRun(tx, id, actor), reason);
      await clearResult(tx, id);
      await writeRun(tx, run);
      return viewOfRun(tx, run);
    });
  }
}
