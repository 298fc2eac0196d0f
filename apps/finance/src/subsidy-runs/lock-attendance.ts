import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { RunView } from '@xibu/domain/finance/api';
import { Clock, Database } from '@xibu/platform';
import { clearResult } from './clear-result.js';
import { lockRun, writeRun } from './find-run.js';
import { viewOfRun } from './get-subsidy-run.js';
import { lockAttendance, unlockAttendance } from './subsidy-run.rules.js';

/** The county closes the attendance of the month, and may open it again before it is approved. */
@Injectable()
export class LockAttendance {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, actor: Actor): Promise<RunView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const run = lockAttendance(await lockRun(tx, id, actor), actor, now);
      await writeRun(tx, run);
      return viewOfRun(tx, run);
    });
  }

  async unlock(id: string, reason: string, actor: Actor): Promise<RunView> {
    return this.database.transaction(async (tx) => {
      const run = unlockAttendance(await lockRun(tx, id, actor), reason);
      await clearResult(tx, id);
      await writeRun(tx, run);
      return viewOfRun(tx, run);
    });
  }
}
