import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { DecideRequest, ExtensionView } from '@xibu/domain/placement/api';
import { Clock, Database, record, requireOpen, rulebookOn, type Tx } from '@xibu/platform';
import { DraftAgreements } from '../agreements/draft-agreements.js';
import { takeSeats } from '../posts/seats.js';
import { lockVolunteer } from '../volunteers/find-volunteer.js';
import { storeAll } from '../volunteers/store-all.js';
import type { Volunteer } from '../volunteers/volunteer.js';
import { VolunteerTable } from '../volunteers/volunteer.table.js';
import { isInScope } from '../volunteers/volunteer-scope.js';
import { type Extension, viewOfExtension } from './extension.js';
import { agreeToExtension, decideExtension, extend } from './extension.rules.js';
import { ExtensionTable } from './extension.table.js';

/** The county agrees, the region decides; the seat and the agreement of the next year follow. */
@Injectable()
export class DecideExtension {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly agreements: DraftAgreements,
  ) {}

  async agree(id: string, request: DecideRequest, actor: Actor): Promise<ExtensionView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const [extension] = await this.lock(tx, id, actor);
      const agreed = agreeToExtension(extension, request, actor.account, now);
      await storeAll(tx, ExtensionTable, [agreed]);
      return viewOfExtension(agreed);
    });
  }

  async decide(id: string, request: DecideRequest, actor: Actor): Promise<ExtensionView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const [extension, volunteer] = await this.lock(tx, id, actor);
      const decided = decideExtension(extension, volunteer, request, actor.account, now);
      await storeAll(tx, ExtensionTable, [decided]);
      if (decided.status === 'approved') await this.extend(tx, volunteer, decided, actor);
      return viewOfExtension(decided);
    });
  }

  private async extend(tx: Tx, volunteer: Volunteer, extension: Extension, actor: Actor): Promise<void> {
    const now = this.clock.now();
    const book = await rulebookOn(tx, volunteer.lastSeason, this.clock.today());
    const [extended, fact] = extend(volunteer, extension, book, actor.name, now);
    const { season, from, to } = extension;
    const { postId, accountId, applicationId } = volunteer;
    await takeSeats(tx, 'renewing', [{ season, postId, accountId, applicationId }], now);
    await storeAll(tx, VolunteerTable, [extended]);
    await this.agreements.another(tx, extended, { kind: 'extension', from, to }, now);
    await record(tx, now, fact);
  }

  private async lock(tx: Tx, id: string, actor: Actor): Promise<[Extension, Volunteer]> {
    const extension = await tx.findOne(ExtensionTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!extension || !isInScope(extension, actor)) throw new Refusal('record.unknown');
    const volunteer = await lockVolunteer(tx, { id: extension.volunteerId }, actor);
    await requireOpen(tx, volunteer.lastSeason, 'extension', this.clock.now());
    return [extension, volunteer];
  }
}
