import { Injectable } from '@nestjs/common';
import { type Actor, rangeOf } from '@xibu/domain';
import type { QuotaLineView, QuotaPlanView, QuotasView, QuotaTransferView } from '@xibu/domain/placement/api';
import { Clock, Database, type Page, readPage, rulebookOn, seasonOf } from '@xibu/platform';
import { isWithin, withinScope } from '../counties/find-county.js';
import { quotaIdOf } from './quota.js';
import { QuotaPlanTable } from './quota.table.js';
import { scaleLines, takenOf } from './quota-forest.rules.js';
import { viewOfPlan } from './quota-plan-view.js';
import type { QuotaTransfersQuery } from './quotas.dto.js';
import { readLines, readUsage } from './read-quotas.js';

/** What was allotted, what is taken and what is left, for the lines of one's own scope. */
@Injectable()
export class ListQuotas {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async inForce(season: string, actor: Actor): Promise<QuotasView> {
    return this.database.transaction(async (tx) => {
      const { region } = await seasonOf(tx, season);
      const book = await rulebookOn(tx, season, this.clock.today());
      const own = (await readLines(tx, { season })).filter(({ division }) => isWithin(division, actor));
      const scale = isWithin(region, actor) && isWithin(rangeOf(region).to, actor) ? scaleLines({ region, book }) : [];
      const usage = await readUsage(tx, season);
      const named = [
        ...scale.map((line) => ({ quotaId: line.projectKind, ...line })),
        ...own.map((line) => ({ quotaId: quotaIdOf(line), ...line })),
      ];
      const lines = named.map((line): QuotaLineView => {
        const taken = takenOf(line, usage);
        return { ...line, taken, left: Math.max(0, line.max - taken) };
      });
      return { season, lines };
    });
  }

  async plans(season: string, actor: Actor): Promise<QuotaPlanView[]> {
    return this.database.transaction(async (tx) => {
      const book = await rulebookOn(tx, season, this.clock.today());
      const plans = await tx.find(QuotaPlanTable, { where: { season }, order: { updatedAt: 'DESC', id: 'ASC' } });
      const views: QuotaPlanView[] = [];
      for (const plan of plans.filter(({ division }) => isWithin(division, actor))) {
        views.push(viewOfPlan(plan, await readLines(tx, { planId: plan.id }), { book }));
      }
      return views;
    });
  }

  transfers(query: QuotaTransfersQuery, actor: Actor): Promise<Page<QuotaTransferView>> {
    return this.database.transaction((tx) =>
      readPage<QuotaTransferView>(tx, query, {
        select: `id, season, project_kind "projectKind", "from", "to", count, reason, status,
                 proposed_by_name "proposedBy", decided_by "decidedBy", decision_reason "decisionReason"`,
        from: 'quota_transfer',
        where: [...withinScope('division', actor), ['season = ?', query.season]],
        sorts: ['from', 'status', 'count'],
        defaultSort: 'status',
        facets: ['status', 'projectKind'],
      }),
    );
  }
}
