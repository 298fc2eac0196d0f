import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, Refusal, regionOf } from '@xibu/domain';
import type { ApplicationView, ConfirmApplicationRequest } from '@xibu/domain/recruitment/api';
import { Clock, Database, record, requireOpen, rewrite, rulebookOn } from '@xibu/platform';
import { division } from '@xibu/reference';
import { confirm } from './application.rules.js';
import { ApplicationTable } from './application.table.js';
import { viewOf } from './application-view.js';
import { lockOwn } from './find-application.js';

@Injectable()
export class ConfirmApplication {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, request: ConfirmApplicationRequest, actor: Actor): Promise<ApplicationView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const application = await lockOwn(tx, id, actor);
      await requireOpen(tx, application.season, 'confirmation', now);
      refuseForeignCounties(request.counties, application.division);
      const book = await rulebookOn(tx, application.season, dateOf(now));
      const [confirmed, fact] = confirm(application, request, book, now);
      await rewrite(tx, ApplicationTable, confirmed);
      await record(tx, now, fact);
      return viewOf(confirmed, { own: true });
    });
  }
}

function refuseForeignCounties(counties: readonly number[], region: number): void {
  const foreign = counties.find((code) => regionOf(code) !== region || division(String(code))?.level !== 'county');
  if (foreign !== undefined) throw new Refusal('application.county-unknown', { pointer: '/counties', county: foreign });
}
