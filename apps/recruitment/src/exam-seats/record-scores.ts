import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, Refusal, type Rulebook, rfc3339 } from '@xibu/domain';
import type { ImportOutcome, ImportRequest, ScoreRow } from '@xibu/domain/recruitment/api';
import { Clock, Database, record, rulebookOn, type Tx } from '@xibu/platform';
import type { Application } from '../applications/application.js';
import { lockApplications, moveApplications } from '../applications/applications-in-bulk.js';
import { requireOneOpen } from '../applications/windows.js';
import { wrongStep } from '../exam-sessions/exam-session.rules.js';
import { lockSession } from '../exam-sessions/find-exam-session.js';
import { decideEach, type ImportedRow, outcomeOf, readImport, refuseSecond } from '../spreadsheets/import-rows.js';
import type { ExamSeat } from './exam-seat.js';
import { recordScore, type Scored } from './exam-seat.rules.js';
import { ExamSeatTable } from './exam-seat.table.js';
import { scoreColumns, scoreRowOf } from './score-sheet.js';

/** Takes in scores, as rows or as a spreadsheet: what is right is stored at once, what is not comes back by its line. */
@Injectable()
export class RecordScores {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(sessionId: string, request: ImportRequest<ScoreRow>, actor: Actor): Promise<ImportOutcome> {
    const now = this.clock.now();
    const imported = await readImport(request, scoreColumns, scoreRowOf);
    return this.database.transaction(async (tx) => {
      const session = await lockSession(tx, sessionId, actor);
      if (session.status !== 'seated') throw wrongStep(session);
      await requireOneOpen(tx, session.season, ['exam', 'ranking'], now);
      if (now < session.startsAt) throw new Refusal('exam.not-held-yet', { startsAt: rfc3339(session.startsAt) });
      const book = await rulebookOn(tx, session.season, dateOf(now));
      const known = await this.known(tx, sessionId, imported.rows);
      const decided = decideEach(imported.rows, decision(known, book, now));
      const changed = decided.results.filter((scored) => scored.seat.updatedAt === now);
      await updateSeats(tx, changed);
      await moveApplications(
        tx,
        changed.map(({ application }) => application).filter(({ updatedAt }) => updatedAt === now),
      );
      await record(tx, now, ...changed.flatMap(({ facts }) => facts));
      return outcomeOf(imported, decided);
    });
  }

  private async known(tx: Tx, sessionId: string, rows: readonly ImportedRow<ScoreRow>[]): Promise<Known> {
    const tickets = new Set(rows.map(({ row }) => row.ticket));
    const all = await tx.find(ExamSeatTable, { where: { sessionId } });
    const seats = new Map(all.filter(({ ticket }) => tickets.has(ticket)).map((seat) => [seat.ticket, seat]));
    const ids = [...seats.values()].map(({ applicationId }) => applicationId);
    return { seats, applications: await lockApplications(tx, ids) };
  }
}

interface Known {
  readonly seats: ReadonlyMap<string, ExamSeat>;
  readonly applications: ReadonlyMap<string, Application>;
}

function decision({ seats, applications }: Known, book: Rulebook, now: Date) {
  const seen = new Set<string>();
  return (row: ScoreRow): Scored => {
    refuseSecond(seen, row.ticket);
    const seat = seats.get(row.ticket);
    const application = seat && applications.get(seat.applicationId);
    if (!seat || !application) throw new Refusal('import.unknown-number', { number: row.ticket });
    return recordScore(seat, application, row, book, now);
  };
}

async function updateSeats(tx: Tx, changed: readonly Scored[]): Promise<void> {
  if (changed.length === 0) return;
  await tx.query(
    `update exam_seat s set score_hundredths = m.score, is_absent = m.absent, updated_at = m.at
     from unnest($1::uuid[], $2::int[], $3::boolean[], $4::timestamptz[]) as m (id, score, absent, at)
     where s.application_id = m.id`,
    [
      changed.map(({ seat }) => seat.applicationId),
      changed.map(({ seat }) => seat.scoreHundredths),
      changed.map(({ seat }) => seat.isAbsent),
      changed.map(({ seat }) => seat.updatedAt),
    ],
  );
}
