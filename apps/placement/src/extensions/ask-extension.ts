import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { AskExtensionRequest, ExtensionView } from '@xibu/domain/placement/api';
import { Clock, Database, Not, newId, requireOpen, rulebookOn } from '@xibu/platform';
import { lockOwn } from '../volunteers/find-volunteer.js';
import { storeAll } from '../volunteers/store-all.js';
import { viewOfExtension } from './extension.js';
import { askExtension } from './extension.rules.js';
import { ExtensionTable } from './extension.table.js';

/** The volunteer asks for one more year, within the window of the season. */
@Injectable()
export class AskExtension {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ reason }: AskExtensionRequest, actor: Actor): Promise<ExtensionView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const volunteer = await lockOwn(tx, actor);
      await requireOpen(tx, volunteer.lastSeason, 'extension', now);
      const book = await rulebookOn(tx, volunteer.lastSeason, this.clock.today());
      const extension = askExtension(volunteer, { id: newId(now), reason }, book, now);
      const { volunteerId, season } = extension;
      const others = await tx.count(ExtensionTable, { where: { volunteerId, season, status: Not('refused') } });
      if (others > 0) throw new Refusal('extension.pending');
      await storeAll(tx, ExtensionTable, [extension]);
      return viewOfExtension(extension);
    });
  }
}
