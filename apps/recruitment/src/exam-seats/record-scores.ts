import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, Refusal, type Rulebook, rfc3339 } from '@xibu/domain';
import type { ImportOutcome, ImportRequest, ScoreRow } from '@xibu/domain/recruitment/api';
import { Clock, Database, record, rulebookOn, type Tx } from '@xibu/platform';
import { moveApplications } from '../applications/applications-in-bulk.js';
import { requireOneOpen } from '../applications/windows.js';
import { wrongStep } from '../exam-sessions/exam-session.rules.js';
import { lockSession } from '../exam-sessions/find-exam-session.js';
import { decideEach, type ImportedRow, outcomeOf, readImport, refuseSecond } from '../spreadsheets/import-rows.js';
import { type Examinee, recordScore, type Scored, type SeatScore } from './exam-seat.rules.js';
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
      const known = await lockKnown(tx, sessionId, imported.rows);
      const decided = decideEach(imported.rows, decision(known, book, now));
      await updateSeats(
        tx,
        decided.results.flatMap(({ seat }) => seat ?? []),
        now,
      );
      await moveApplications(
        tx,
        decided.results.flatMap(({ application }) => application ?? []),
      );
      await record(tx, now, ...decided.results.flatMap(({ facts }) => facts));
      return outcomeOf(imported, decided);
    });
  }
}

interface Known {
  readonly seat: SeatScore;
  readonly application: Examinee;
}

/**
 * The seats of a session by their tickets, and the applications that hold them: no column more than a score needs. The
 * applications are locked in the order of their ids, as all bulk steps lock them.
 */
async function lockKnown(
  tx: Tx,
  sessionId: string,
  rows: readonly ImportedRow<ScoreRow>[],
): Promise<ReadonlyMap<string, Known>> {
  const known: (Examinee & SeatScore & { readonly ticket: string })[] = await tx.query(
    `select s.ticket, s.score_hundredths "scoreHundredths", s.is_absent "isAbsent", s.application_id "applicationId",
            a.id, a.account_id "accountId", a.season, a.university, a.status, a.decided_by "decidedBy", a.version
     from unnest($2::text[]) as t (ticket)
     join exam_seat s on s.ticket = t.ticket and s.session_id = $1
     join application a on a.id = s.application_id
     order by a.id for update of a`,
    [sessionId, [...new Set(rows.map(({ row }) => row.ticket))]],
  );
  return new Map(
    known.map(({ ticket, applicationId, scoreHundredths, isAbsent, ...application }) => [
      ticket,
      { seat: { applicationId, scoreHundredths, isAbsent }, application },
    ]),
  );
}

function decision(known: ReadonlyMap<string, Known>, book: Rulebook, now: Date) {
  const seen = new Set<string>();
  return (row: ScoreRow): Scored => {
    refuseSecond(seen, row.ticket);
    const found = known.get(row.ticket);
    if (!found) throw new Refusal('import.unknown-number', { number: row.ticket });
    return recordScore(found.seat, found.application, row, book, now);
  };
}

async function updateSeats(tx: Tx, changed: readonly SeatScore[], now: Date): Promise<void> {
  if (changed.length === 0) return;
  await tx.query(
    `update exam_seat s set score_hundredths = m.score, is_absent = m.absent, updated_at = $4
     from unnest($1::uuid[], $2::int[], $3::boolean[]) as m (id, score, absent) where s.application_id = m.id`,
    [
      changed.map(({ applicationId }) => applicationId),
      changed.map(({ scoreHundredths }) => scoreHundredths),
      changed.map(({ isAbsent }) => isAbsent),
      now,
    ],
  );
}
