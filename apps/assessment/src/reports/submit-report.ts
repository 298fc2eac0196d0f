import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { ReportContent } from '@xibu/domain/assessment/api';
import { Clock, Database, record, rewrite } from '@xibu/platform';
import type { Report } from './report.js';
import { submitReport } from './report.rules.js';
import { ReportTable } from './report.table.js';

@Injectable()
export class SubmitReport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, content: ReportContent, actor: Actor): Promise<Report> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const county = actor.divisions?.from ?? -1;
      const report = await tx.findOne(ReportTable, { where: { id, county }, lock: { mode: 'pessimistic_write' } });
      if (!report) throw new Refusal('record.unknown');
      const [submitted, fact] = submitReport(report, content, actor.name, now);
      await rewrite(tx, ReportTable, submitted);
      await record(tx, now, fact);
      return submitted;
    });
  }
}
