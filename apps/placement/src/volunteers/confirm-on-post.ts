import { Injectable } from '@nestjs/common';
import type { Actor, LegalDate } from '@xibu/domain';
import type { BulkResult, ConfirmOnPostRequest, VolunteerView } from '@xibu/domain/placement/api';
import { Any, Clock, Database, record } from '@xibu/platform';
import { AgreementTable } from '../agreements/agreement.table.js';
import { lockNumbered, lockVolunteer, named } from './find-volunteer.js';
import { takePost, waiveCover } from './on-post.rules.js';
import { decideRows } from './row-results.js';
import { storeAll } from './store-all.js';
import { VolunteerTable } from './volunteer.table.js';
import { viewOf } from './volunteer-view.js';

/** 到岗确认 by the county, many at once; each row has its own answer. */
@Injectable()
export class ConfirmOnPost {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ season, rows }: ConfirmOnPostRequest, actor: Actor): Promise<BulkResult> {
    const now = this.clock.now();
    const today = this.clock.today();
    return this.database.transaction(async (tx) => {
      const numbers = rows.map(({ number }) => number);
      const volunteers = await lockNumbered(tx, season, numbers, actor);
      const ids = [...volunteers.values()].map(({ id }) => id);
      const agreements = await tx.find(AgreementTable, { where: { volunteerId: Any(ids), kind: 'first' } });
      const { done, result } = decideRows(rows, ({ number, on }) => {
        const volunteer = named(volunteers, number);
        const agreement = agreements.find(({ volunteerId }) => volunteerId === volunteer.id);
        return takePost(volunteer, { agreement, on: (on as LegalDate | undefined) ?? today, by: actor.name }, now);
      });
      await storeAll(
        tx,
        VolunteerTable,
        done.map(([volunteer]) => volunteer),
      );
      await record(tx, now, ...done.flatMap(([, facts]) => facts));
      return result;
    });
  }

  /** 自治区项目办: lets one person on post without commercial cover, with its reason. */
  async waiveCover(id: string, reason: string, actor: Actor): Promise<VolunteerView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const waived = waiveCover(await lockVolunteer(tx, { id }, actor), reason, actor.name, now);
      await storeAll(tx, VolunteerTable, [waived]);
      return viewOf(waived, actor);
    });
  }
}
