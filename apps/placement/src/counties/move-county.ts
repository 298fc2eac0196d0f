import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { CountyView } from '@xibu/domain/placement/api';
import { Clock, Database, record, rewrite } from '@xibu/platform';
import { BlockTable } from './block.table.js';
import { type CountyStep, takeStep } from './county.rules.js';
import { ServiceCountyTable } from './county.table.js';
import { viewOfCounty } from './county-view.js';
import { lockCounty } from './find-county.js';

/** One step of a county's qualification, by whoever the step belongs to. */
@Injectable()
export class MoveCounty {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(code: number, step: CountyStep, actor: Actor): Promise<CountyView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const [county, facts] = takeStep(await lockCounty(tx, code, actor), step, actor, now);
      await rewrite(tx, ServiceCountyTable, county);
      await record(tx, now, ...facts);
      return viewOfCounty(county, await tx.find(BlockTable, { where: { county: code } }));
    });
  }
}
