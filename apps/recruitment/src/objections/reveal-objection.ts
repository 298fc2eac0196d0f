import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { Revealed } from '@xibu/domain/recruitment/api';
import { Clock, Database, newId, Sealing } from '@xibu/platform';
import { read } from '../readings/reading.rules.js';
import { ReadingTable } from '../readings/reading.table.js';
import { findObjection } from './find-objection.js';

/** Opens the contact of whoever objected, to ask back; it is noted who did. */
@Injectable()
export class RevealObjection {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run(id: string, reason: string, actor: Actor): Promise<Revealed> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const { division, university, contactSealed } = await findObjection(tx, id, actor);
      const nobody = { applicationId: null, accountId: null, faculty: null };
      const subject = { ...nobody, division, university, field: 'objectionContact' as const, subjectId: id };
      await tx.insert(ReadingTable, read(newId(now), subject, reason, actor, now));
      return { field: 'objectionContact', value: this.sealing.open(contactSealed) };
    });
  }
}
