import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { OpenSeasonRequest, SeasonView } from '@xibu/domain/programme/api';
import { Clock, Database, record, sqlState, type Tx } from '@xibu/platform';
import { viewSeasons } from './read-seasons.js';
import type { Season } from './season.js';
import { openSeason } from './season.rules.js';
import { SeasonTable } from './season.table.js';

@Injectable()
export class OpenSeason {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(request: OpenSeasonRequest, actor: Actor): Promise<SeasonView> {
    const now = this.clock.now();
    const [season, fact] = openSeason(request, actor, now);
    return this.database.transaction(async (tx) => {
      await insert(tx, season);
      await record(tx, now, fact);
      const [view] = await viewSeasons(tx, [season], now);
      if (!view) throw new Error('a season that was stored cannot be read');
      return view;
    });
  }
}

async function insert(tx: Tx, season: Season): Promise<void> {
  try {
    await tx.insert(SeasonTable, season);
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('season.exists', { season: season.season });
    throw error;
  }
}
