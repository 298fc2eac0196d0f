import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { CountyView, RegisterCountiesRequest } from '@xibu/domain/placement/api';
import { Clock, Database, seasonOf } from '@xibu/platform';
import { register } from './county.rules.js';
import { ServiceCountyTable } from './county.table.js';
import { viewOfCounty } from './county-view.js';
import { isWithin, nameOfCounty } from './find-county.js';

/** Enters the counties that served before this system: all of them, or none when one is wrong. */
@Injectable()
export class RegisterCounties {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ season, counties }: RegisterCountiesRequest, actor: Actor): Promise<CountyView[]> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const { region } = await seasonOf(tx, season);
      const entered = [];
      for (const { county, foundingDocument, namedOfficer } of counties) {
        const name = nameOfCounty(county, region);
        if (!isWithin(county, actor)) throw new Refusal('record.unknown');
        const known = await tx.findOne(ServiceCountyTable, { where: { code: county } });
        const application = { county, name, season, foundingDocument, namedOfficer, governmentApproval: null };
        entered.push(register(known, application, actor.account, now));
      }
      await tx.insert(ServiceCountyTable, entered as object[]);
      return entered.map((county) => viewOfCounty(county, []));
    });
  }
}
