import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, Refusal } from '@xibu/domain';
import type { PrepareQualifiedListRequest, QualifiedListView } from '@xibu/domain/recruitment/api';
import { Clock, Database, newId, requireOpen, rulebookOn, Sealing, seasonOf, type Tx } from '@xibu/platform';
import { isInScope } from '../applications/office-scope.js';
import type { QualifiedEntry, QualifiedList } from './qualified-list.js';
import { assess, rankingRule } from './qualified-list.rules.js';
import { QualifiedListTable } from './qualified-list.table.js';
import { viewOf } from './qualified-list-view.js';
import { candidatesOf, lockScored } from './scored-applications.js';

/** Draws up the list of everybody who has a score; one that waits for approval is replaced. */
@Injectable()
export class PrepareQualifiedList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run({ season, minimumScoreHundredths }: PrepareQualifiedListRequest, actor: Actor): Promise<QualifiedListView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const { region } = await seasonOf(tx, season);
      if (!isInScope({ division: region, university: null }, actor)) throw new Refusal('record.unknown');
      await requireOpen(tx, season, 'ranking', now);
      const rule = rankingRule(await rulebookOn(tx, season, dateOf(now)), minimumScoreHundredths);
      const scored = await lockScored(tx, season, region);
      if (scored.applications.length === 0) throw new Refusal('qualified-list.nobody-scored');
      const list: QualifiedList = {
        ...{ id: newId(now), season, division: region, status: 'prepared', rule },
        ...{ preparedBy: actor.account, preparedAt: now, approvedBy: null, approvedAt: null },
      };
      const entries = candidatesOf(scored, this.sealing).map((candidate) => assess(list, candidate));
      await tx.query(
        `update qualified_list set status = 'replaced' where season = $1 and division = $2 and status = 'prepared'`,
        [season, region],
      );
      await tx.insert(QualifiedListTable, list);
      await insertEntries(tx, entries);
      const qualified = entries.filter(({ outcome }) => outcome === 'qualified').length;
      return viewOf(list, { qualified, notQualified: entries.length - qualified });
    });
  }
}

async function insertEntries(tx: Tx, entries: readonly QualifiedEntry[]): Promise<void> {
  await tx.query(
    `insert into qualified_entry (list_id, application_id, account_id, division, outcome, reasons, score_hundredths,
                                  minimum_score_hundredths, code, classes, met)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::text[], $6::jsonb[], $7::int[], $8::int[],
                          $9::text[], $10::jsonb[], $11::jsonb[])`,
    [
      entries.map(({ listId }) => listId),
      entries.map(({ applicationId }) => applicationId),
      entries.map(({ accountId }) => accountId),
      entries.map(({ division }) => division),
      entries.map(({ outcome }) => outcome),
      entries.map(({ reasons }) => JSON.stringify(reasons)),
      entries.map(({ scoreHundredths }) => scoreHundredths),
      entries.map(({ minimumScoreHundredths }) => minimumScoreHundredths),
      entries.map(({ code }) => code),
      entries.map(({ classes }) => JSON.stringify(classes)),
      entries.map(({ met }) => JSON.stringify(met)),
    ],
  );
}
