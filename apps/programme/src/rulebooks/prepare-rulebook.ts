import { Injectable } from '@nestjs/common';
import { type Actor, Refusal, type Rulebook } from '@xibu/domain';
import type { PrepareRulebookRequest, RulebookView, SaveRulebookRequest } from '@xibu/domain/programme/api';
import { sampleRulebook } from '@xibu/domain/samples';
import { Clock, Database, newId, rewrite, type Tx } from '@xibu/platform';
import { requireSeason } from '../seasons/require-season.js';
import { lockRulebook } from './find-rulebook.js';
import { prepare, save } from './rulebook.rules.js';
import { RulebookTable } from './rulebook.table.js';
import { viewOf } from './rulebook-draft.js';

/** The rules that the services of this version know to ask for: the shape that every rulebook must have. */
const like: Pick<Rulebook, 'values'> = sampleRulebook;

@Injectable()
export class PrepareRulebook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(request: PrepareRulebookRequest, actor: Actor): Promise<RulebookView> {
    return this.database.transaction((tx) => this.prepare(tx, request, actor));
  }

  /** The numbers of 内团联发〔2023〕6号 as the first draft of a season, so that nobody has to type them. */
  first(season: string, actor: Actor): Promise<RulebookView> {
    return this.database.transaction(async (tx) => {
      await requireSeason(tx, season);
      if (await tx.exists(RulebookTable, { where: { season } })) throw new Refusal('rulebook.not-first');
      return this.prepare(tx, { ...sampleRulebook, season, validFrom: `${season.slice(0, 4)}-01-01` }, actor);
    });
  }

  save(id: string, request: SaveRulebookRequest, version: number, actor: Actor): Promise<RulebookView> {
    return this.database.transaction(async (tx) => {
      const { draft, season } = await lockRulebook(tx, id);
      if (draft.version !== version) throw new Refusal('version.stale');
      const saved = save(draft, request, season, like, actor);
      await rewrite(tx, RulebookTable, saved);
      return viewOf(saved);
    });
  }

  private async prepare(tx: Tx, request: PrepareRulebookRequest, actor: Actor): Promise<RulebookView> {
    const now = this.clock.now();
    const season = await requireSeason(tx, request.season);
    const number = (await tx.count(RulebookTable, { where: { season: season.season } })) + 1;
    const draft = prepare(request, season, like, actor, { id: newId(now), number, now });
    await tx.insert(RulebookTable, draft);
    return viewOf(draft);
  }
}
