import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { QualifiedListView } from '@xibu/domain/recruitment/api';
import { Clock, Database, record, requireOpen, rewrite } from '@xibu/platform';
import { moveApplications } from '../applications/applications-in-bulk.js';
import { isInScope } from '../applications/office-scope.js';
import { approve, qualify, refuseStaleList } from './qualified-list.rules.js';
import { QualifiedEntryTable, QualifiedListTable } from './qualified-list.table.js';
import { outcomesOf, viewOf } from './qualified-list-view.js';
import { lockScored } from './scored-applications.js';

/** Fixes the ranking: everybody on the list becomes qualified or not, and is told; placement learns of the qualified. */
@Injectable()
export class ApproveQualifiedList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, actor: Actor): Promise<QualifiedListView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const list = await tx.findOne(QualifiedListTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!list || !isInScope({ ...list, university: null }, actor)) throw new Refusal('record.unknown');
      await requireOpen(tx, list.season, 'ranking', now);
      const approved = approve(list, actor, now);
      const entries = await tx.find(QualifiedEntryTable, { where: { listId: id } });
      const { applications, scores } = await lockScored(tx, list.season, list.division);
      refuseStaleList(entries, scores);
      const byApplication = new Map(entries.map((entry) => [entry.applicationId, entry]));
      const decided = applications.flatMap((application) => {
        const entry = byApplication.get(application.id);
        return entry ? [qualify(application, entry, now)] : [];
      });
      await rewrite(tx, QualifiedListTable, approved);
      await tx.query('update qualified_entry set approved_at = $2 where list_id = $1', [id, now]);
      await moveApplications(
        tx,
        decided.map(([application]) => ({ ...application, decidedBy: list.rule.rulebook })),
      );
      await record(tx, now, ...decided.map(([, fact]) => fact));
      return viewOf(approved, (await outcomesOf(tx, [id])).get(id));
    });
  }
}
