import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { RulebookView } from '@xibu/domain/programme/api';
import { Clock, Database, record, rewrite } from '@xibu/platform';
import { lockRulebook } from './find-rulebook.js';
import { discard, publish } from './rulebook.rules.js';
import { RulebookTable } from './rulebook.table.js';
import { viewOf } from './rulebook-draft.js';

@Injectable()
export class DecideRulebook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  publish(id: string, actor: Actor): Promise<RulebookView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const { draft, season } = await lockRulebook(tx, id);
      const earlier = await tx.find(RulebookTable, { where: { season: season.season, status: 'published' } });
      const days = earlier.map(({ validFrom }) => validFrom);
      const [published, fact] = publish(draft, season, days, actor, now);
      await rewrite(tx, RulebookTable, published);
      await record(tx, now, fact);
      return viewOf(published);
    });
  }

  discard(id: string, actor: Actor): Promise<RulebookView> {
    return this.database.transaction(async (tx) => {
      const { draft, season } = await lockRulebook(tx, id);
      const discarded = discard(draft, season, actor);
      await rewrite(tx, RulebookTable, discarded);
      return viewOf(discarded);
    });
  }
}
