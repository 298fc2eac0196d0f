import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { DrawSeedRequest, RoundView } from '@xibu/domain/placement/api';
import { Clock, Database, requireOpen, rewrite, Sealing } from '@xibu/platform';
import { commitmentOf } from '../matching/lottery.js';
import { lockRound, windowOfRound } from './find-round.js';
import { commit } from './round.rules.js';
import { RoundTable } from './round.table.js';
import { viewOfRound } from './round-view.js';

const seedBytes = 32;

/** The lottery seed: drawn here, or a string drawn in public. Its commitment is published, the seed sealed away. */
@Injectable()
export class DrawSeed {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run(
    id: string,
    { seed = randomBytes(seedBytes).toString('hex') }: DrawSeedRequest,
    actor: Actor,
  ): Promise<RoundView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const round = await lockRound(tx, id, actor);
      await requireOpen(tx, round.season, windowOfRound(round), now);
      const by = { account: actor.account, name: actor.name, now };
      const committed = commit(round, commitmentOf(seed), this.sealing.seal(seed), by);
      await rewrite(tx, RoundTable, committed);
      return viewOfRound(committed, null);
    });
  }
}
