import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { HealthResultRow, ImportOutcome, ImportRequest } from '@xibu/domain/recruitment/api';
import { Clock, Database, record, Sealing, type Tx } from '@xibu/platform';
import { lockNumbered, moveApplications } from '../applications/applications-in-bulk.js';
import { requireOneOpen } from '../applications/windows.js';
import { recordLosses } from '../losses/record-losses.js';
import { seatsHeld } from '../preselections/seats-held.js';
import { decideEach, outcomeOf, readImport, refuseSecond } from '../spreadsheets/import-rows.js';
import { lockBatch } from './find-health-exam.js';
import { decide, type Examined } from './health-exam.rules.js';
import { healthColumns, healthRowOf } from './health-sheet.js';

/** Takes in what the hospital found, as rows or as a spreadsheet; conclusions are sealed before they are stored. */
@Injectable()
export class RecordHealthResults {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run(examId: string, request: ImportRequest<HealthResultRow>, actor: Actor): Promise<ImportOutcome> {
    const now = this.clock.now();
    const imported = await readImport(request, healthColumns, healthRowOf);
    return this.database.transaction(async (tx) => {
      const exam = await lockBatch(tx, examId, actor);
      await requireOneOpen(tx, exam.season, ['health-exam', 'backfill'], now);
      const numbers = imported.rows.map(({ row }) => row.number);
      const applications = await lockNumbered(tx, exam.season, numbers);
      const seats = await seatsHeld(
        tx,
        [...applications.values()].map(({ id }) => id),
      );
      const seen = new Set<string>();
      const decided = decideEach(imported.rows, ({ number, passed, conclusion = '' }): Examined => {
        refuseSecond(seen, number);
        const application = applications.get(number);
        if (!application) throw new Refusal('import.unknown-number', { number });
        const conclusionSealed = conclusion.trim() === '' ? null : this.sealing.seal(conclusion.trim());
        const seat = seats.get(application.id) ?? null;
        return decide(exam, { application, seat }, { passed, conclusionSealed }, actor, now);
      });
      await store(tx, decided.results, now);
      return outcomeOf(imported, decided);
    });
  }
}

async function store(tx: Tx, examined: readonly Examined[], now: Date): Promise<void> {
  const results = examined.map(({ result }) => result);
  await moveApplications(
    tx,
    examined.map(({ application }) => application),
  );
  await tx.query(
    `insert into health_result (application_id, exam_id, account_id, division, university, passed, conclusion_sealed,
                                decided_by, decided_at)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::text[], $6::boolean[], $7::text[],
                          $8::text[], $9::timestamptz[])`,
    [
      results.map(({ applicationId }) => applicationId),
      results.map(({ examId }) => examId),
      results.map(({ accountId }) => accountId),
      results.map(({ division }) => division),
      results.map(({ university }) => university),
      results.map(({ passed }) => passed),
      results.map(({ conclusionSealed }) => conclusionSealed),
      results.map(({ decidedBy }) => decidedBy),
      results.map(({ decidedAt }) => decidedAt),
    ],
  );
  await recordLosses(
    tx,
    examined.flatMap(({ loss }) => loss ?? []),
    now,
  );
  await record(tx, now, ...examined.flatMap(({ facts }) => facts));
}
