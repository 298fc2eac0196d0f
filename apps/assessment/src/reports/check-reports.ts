import { Injectable } from '@nestjs/common';
import { type Actor, liesIn, Refusal } from '@xibu/domain';
import { Clock, Database, eachByItself, rewrite } from '@xibu/platform';
import { checkReport } from './report.rules.js';
import { ReportTable } from './report.table.js';

/** A tier checks the reports of its counties; each stands or falls by itself. */
@Injectable()
export class CheckReports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(tier: 'league-city' | 'region', ids: readonly string[], remark: string, actor: Actor) {
    const now = this.clock.now();
    return this.database.transaction((tx) =>
      eachByItself([...ids].sort(), String, async (id) => {
        const report = await tx.findOne(ReportTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
        if (!report || !liesIn(report.county, actor.divisions)) throw new Refusal('record.unknown');
        await rewrite(tx, ReportTable, checkReport(report, tier, remark, actor.name, now));
        return {};
      }),
    );
  }
}
