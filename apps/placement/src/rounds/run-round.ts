import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { RoundView } from '@xibu/domain/placement/api';
import { Clock, Database, requireOpen, rewrite } from '@xibu/platform';
import { lockRound, windowOfRound } from './find-round.js';
import { start } from './round.rules.js';
import { RoundTable } from './round.table.js';
import { RoundRunner, writeProgress } from './round-runner.js';
import { progressOf, viewOfRound } from './round-view.js';

/** Begins the run and answers at once; how far it has come stands in the round. After a crash it is begun again. */
@Injectable()
export class RunRound {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly runner: RoundRunner,
  ) {}

  async run(id: string, actor: Actor): Promise<RoundView> {
    const now = this.clock.now();
    const view = await this.database.transaction(async (tx) => {
      const round = await lockRound(tx, id, actor);
      await requireOpen(tx, round.season, windowOfRound(round), now);
      const running = start(round, { account: actor.account, name: actor.name, now });
      await rewrite(tx, RoundTable, running);
      await writeProgress(tx, id, 'queued', []);
      return viewOfRound(running, progressOf({ phase: 'queued', failures: [] }));
    });
    this.runner.begin(id);
    return view;
  }
}
