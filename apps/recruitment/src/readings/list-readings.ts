import { Injectable } from '@nestjs/common';
import { type Actor, rfc3339 } from '@xibu/domain';
import type { ReadingView } from '@xibu/domain/recruitment/api';
import { Database } from '@xibu/platform';
import { findInScope } from '../applications/find-application.js';
import { ReadingTable } from './reading.table.js';

/** Who looked at my data: for the person concerned, the latest first. */
@Injectable()
export class ListReadings {
  constructor(private readonly database: Database) {}

  async run(applicationId: string, actor: Actor): Promise<ReadingView[]> {
    const rows = await this.database.transaction(async (tx) => {
      await findInScope(tx, applicationId, actor);
      return tx.find(ReadingTable, { where: { applicationId, accountId: actor.account }, order: { at: 'DESC' } });
    });
    return rows.map(({ at, field, readByName, officeName, reason }) => ({
      ...{ at: rfc3339(at), field, by: readByName, office: officeName, reason },
    }));
  }
}
