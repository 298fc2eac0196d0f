import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, Refusal } from '@xibu/domain';
import type { OpenRoundRequest, RoundView } from '@xibu/domain/placement/api';
import { Clock, Database, newId, requireOpen, rulebookOn, seasonOf, sqlState } from '@xibu/platform';
import { isWithin } from '../counties/find-county.js';
import { windowOfRound } from './find-round.js';
import { openRound } from './round.rules.js';
import { RoundTable } from './round.table.js';
import { viewOfRound } from './round-view.js';

/** Opens the next round of a season. One at a time. */
@Injectable()
export class OpenRound {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ season, kind }: OpenRoundRequest, actor: Actor): Promise<RoundView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const { region: division } = await seasonOf(tx, season);
      if (!isWithin(division, actor)) throw new Refusal('record.unknown');
      await requireOpen(tx, season, windowOfRound({ kind }), now);
      const { version: rulebook } = await rulebookOn(tx, season, dateOf(now));
      const former = await tx.find(RoundTable, { where: { season, division } });
      const place = { id: newId(now), season, division, kind, rulebook };
      const round = openRound(place, former, { account: actor.account, name: actor.name, now });
      try {
        await tx.insert(RoundTable, round);
      } catch (error) {
        // Somebody else opened one at the same instant: the index lets one through.
        if (sqlState(error) === '23505') throw new Refusal('round.another-live', { round: season });
        throw error;
      }
      return viewOfRound(round, null);
    });
  }
}
