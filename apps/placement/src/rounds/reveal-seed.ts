import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { RoundView } from '@xibu/domain/placement/api';
import { Clock, Database, requireOpen, rewrite, Sealing } from '@xibu/platform';
import { lockRound, windowOfRound } from './find-round.js';
import { reveal } from './round.rules.js';
import { RoundTable } from './round.table.js';
import { viewOfRound } from './round-view.js';

/** Opens the seed to everybody, once nothing that it decides can change any more. */
@Injectable()
export class RevealSeed {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run(id: string, actor: Actor): Promise<RoundView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const round = await lockRound(tx, id, actor);
      await requireOpen(tx, round.season, windowOfRound(round), now);
      const seed = round.seedSealed ? this.sealing.open(round.seedSealed) : '';
      const revealed = reveal(round, seed, { account: actor.account, name: actor.name, now });
      await rewrite(tx, RoundTable, revealed);
      return viewOfRound(revealed, null);
    });
  }
}
