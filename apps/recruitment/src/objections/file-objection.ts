import { Injectable } from '@nestjs/common';
import { Refusal, rfc3339 } from '@xibu/domain';
import type { FileObjectionRequest } from '@xibu/domain/recruitment/api';
import { Clock, Database, newId, Sealing } from '@xibu/platform';
import { PublicNoticeTable } from '../public-notices/public-notice.table.js';
import { file } from './objection.rules.js';

/** Takes in an objection from anybody, signed in or not. They may file it and nothing more: it comes back to nobody. */
@Injectable()
export class FileObjection {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run(noticeId: string, request: FileObjectionRequest): Promise<{ id: string; receivedAt: string }> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const notice = await tx.findOne(PublicNoticeTable, { where: { id: noticeId } });
      if (!notice) throw new Refusal('record.unknown');
      const filed = {
        ...{ id: newId(now), line: request.line },
        contactSealed: this.sealing.seal(request.contact),
        reasonSealed: this.sealing.seal(request.reason),
      };
      const objection = file(notice, filed, this.clock.today(), now);
      // No `returning`: a visitor may write the row and not read it.
      await tx.query(
        `insert into objection (id, notice_id, line, division, university, contact_sealed, reason_sealed, received_at,
                                status)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[objection.id, noticeId, objection.line, objection.division, objection.university],
          ...[objection.contactSealed, objection.reasonSealed, objection.receivedAt, objection.status],
        ],
      );
      return { id: objection.id, receivedAt: rfc3339(now) };
    });
  }
}
