import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { Database, Sealing } from '@xibu/platform';
import type { Application } from './application.js';
import { ApplicationTable } from './application.table.js';
import { viewOf } from './application-view.js';

/** One application as an office sees it, or a person's own. What lies outside the scope does not exist. */
@Injectable()
export class GetApplication {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
  ) {}

  /** The person's applications, newest season first. */
  async mine(actor: Actor): Promise<ApplicationView[]> {
    const own = await this.database.transaction((tx) =>
      tx.find(ApplicationTable, { where: { accountId: actor.account }, order: { season: 'DESC' } }),
    );
    return own.map((application) => this.view(application, true));
  }

  async ofOffice(id: string): Promise<ApplicationView> {
    const application = await this.database.transaction((tx) => tx.findOne(ApplicationTable, { where: { id } }));
    if (!application || application.status === 'draft') throw new Refusal('record.unknown');
    return this.view(application, false);
  }

  private view(application: Application, own: boolean): ApplicationView {
    const { identitySealed } = application;
    return viewOf(application, { own, identityNumber: identitySealed ? this.sealing.open(identitySealed) : null });
  }
}
