import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { Revealed, RevealRequest } from '@xibu/domain/recruitment/api';
import { Clock, Database, newId, Sealing, type Tx } from '@xibu/platform';
import type { Application } from '../applications/application.js';
import { findInScope } from '../applications/find-application.js';
import { read } from './reading.rules.js';
import { ReadingTable } from './reading.table.js';

/** Opens one sealed field of one applicant for an office, and notes it where the applicant can see it. */
@Injectable()
export class RevealField {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run(id: string, { reason, field = 'identityNumber' }: RevealRequest, actor: Actor): Promise<Revealed> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const application = await findInScope(tx, id, actor);
      const { accountId, division, university, faculty } = application;
      const subject = { applicationId: id, accountId, division, university, faculty, field, subjectId: id };
      const reading = read(newId(now), subject, reason, actor, now);
      const sealed = await sealedField(tx, application, field);
      if (!sealed) throw new Refusal('reading.nothing-there', { pointer: '/field' });
      await tx.insert(ReadingTable, reading);
      return { field, value: this.sealing.open(sealed) };
    });
  }
}

async function sealedField(tx: Tx, application: Application, field: 'identityNumber' | 'healthConclusion') {
  if (field === 'identityNumber') return application.identitySealed;
  const [row]: { sealed: string | null }[] = await tx.query(
    'select conclusion_sealed sealed from health_result where application_id = $1',
    [application.id],
  );
  return row?.sealed ?? null;
}
