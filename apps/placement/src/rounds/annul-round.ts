import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { RoundView } from '@xibu/domain/placement/api';
import { Clock, Database, rewrite } from '@xibu/platform';
import { lockRound } from './find-round.js';
import { annul } from './round.rules.js';
import { RoundTable } from './round.table.js';
import { viewOfRound } from './round-view.js';

/** Gives a round up before it is published; lists, posts and quotas may change again. Its files stay on record. */
@Injectable()
export class AnnulRound {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, reason: string, actor: Actor): Promise<RoundView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const round = await lockRound(tx, id, actor);
      const annulled = annul(round, reason, { account: actor.account, name: actor.name, now });
      await rewrite(tx, RoundTable, annulled);
      return viewOfRound(annulled, null);
    });
  }
}
