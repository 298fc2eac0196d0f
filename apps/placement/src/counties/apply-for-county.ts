import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { ApplyForCountyRequest, CountyView } from '@xibu/domain/placement/api';
import { Clock, Database, rewrite, seasonOf, type Tx } from '@xibu/platform';
import { isKeyCounty } from '@xibu/reference';
import { apply } from './county.rules.js';
import { ServiceCountyTable } from './county.table.js';
import { viewOfCounty } from './county-view.js';
import { countyOf, nameOfCounty } from './find-county.js';

/** 新增服务旗县: the county applies for itself, with its government's approval (notice 2.1.2). */
@Injectable()
export class ApplyForCounty {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(request: ApplyForCountyRequest, actor: Actor): Promise<CountyView> {
    return this.database.transaction(async (tx) => {
      const code = countyOf(actor);
      const { region } = await seasonOf(tx, request.season);
      const application = { ...request, county: code, name: nameOfCounty(code, region) };
      const known = await tx.findOne(ServiceCountyTable, { where: { code }, lock: { mode: 'pessimistic_write' } });
      const county = apply(known, application, await this.basisOf(tx, code), actor.account, this.clock.now());
      if (known) await rewrite(tx, ServiceCountyTable, county);
      else await tx.insert(ServiceCountyTable, county);
      return viewOfCounty(county, []);
    });
  }

  /** On the national list on this day, or on the region's own. */
  private async basisOf(tx: Tx, code: number) {
    if (isKeyCounty(String(code), this.clock.today())) return 'national-key-county';
    const local: unknown[] = await tx.query('select from local_key_county where code = $1', [code]);
    return local.length > 0 ? 'local-key-county' : null;
  }
}
