import { Injectable } from '@nestjs/common';
import { type Actor, rfc3339 } from '@xibu/domain';
import type { ObjectionRow, ObjectionView } from '@xibu/domain/recruitment/api';
import { Database, type Page, readPage, Sealing } from '@xibu/platform';
import { scopeOf } from '../applications/office-scope.js';
import { applicationOf, findObjection } from './find-objection.js';
import type { ObjectionsQuery } from './objections.dto.js';

/** 异议处理: what waits for an answer, the oldest first. */
@Injectable()
export class ListObjections {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
  ) {}

  run(query: ObjectionsQuery, actor: Actor): Promise<Page<ObjectionRow>> {
    const { status, notice } = query;
    return this.database.transaction((tx) =>
      readPage<ObjectionRow>(tx, query, {
        select: `o.id, o.notice_id "noticeId", o.line, o.university, e.application_id "applicationId",
                 a.form ->> 'name' "name", o.status, o.received_at "receivedAt", o.decided_at "decidedAt"`,
        from: `objection o join notice_entry e on e.notice_id = o.notice_id and e.line = o.line
               join application a on a.id = e.application_id`,
        where: [
          ...scopeOf(actor, 'o', { faculty: false }),
          ...(status ? [['o.status = ?', status] as const] : []),
          ...(notice ? [['o.notice_id = ?', notice] as const] : []),
        ],
        sorts: ['receivedAt', 'name'],
        defaultSort: 'receivedAt',
        facets: ['status'],
      }),
    );
  }

  /** What is said, for those who decide; how to reach whoever said it stays sealed. */
  async one(id: string, actor: Actor): Promise<ObjectionView> {
    return this.database.transaction(async (tx) => {
      const objection = await findObjection(tx, id, actor);
      const { noticeId, line, university, status, receivedAt, decidedAt, decisionReason } = objection;
      const applicationId = await applicationOf(tx, objection);
      return {
        ...{ id, noticeId, line, university, applicationId, status, receivedAt: rfc3339(receivedAt), decisionReason },
        reason: this.sealing.open(objection.reasonSealed),
        decidedAt: decidedAt ? rfc3339(decidedAt) : null,
      };
    });
  }
}
