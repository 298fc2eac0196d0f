import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { Database, Sealing } from '@xibu/platform';
import type { Application } from './application.js';
import { ApplicationTable } from './application.table.js';
import { viewOf } from './application-view.js';
import { findInScope } from './find-application.js';

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

  async ofOffice(id: string, actor: Actor): Promise<ApplicationView> {
    return this.view(await this.database.transaction((tx) => findInScope(tx, id, actor)), false);
  }

  private view(application: Application, own: boolean): ApplicationView {
    const { identitySealed } = application;
    return viewOf(application, { own, identityNumber: identitySealed ? this.sealing.open(identitySealed) : null });
  }
}
