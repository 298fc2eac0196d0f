import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { SeatsAssigned } from '@xibu/domain/recruitment/api';
import { Clock, Database, record, requireOpen, rewrite, type Tx } from '@xibu/platform';
import { lockAllAt, moveApplications } from '../applications/applications-in-bulk.js';
import type { ExamSeat } from '../exam-seats/exam-seat.js';
import { ExamSeatTable } from '../exam-seats/exam-seat.table.js';
import { capacityOf } from './exam-session.js';
import { assignSeats } from './exam-session.rules.js';
import { ExamSessionTable } from './exam-session.table.js';
import { lockSession } from './find-exam-session.js';

/** Seats everybody who has confirmed, in one step, and issues their tickets. */
@Injectable()
export class AssignSeats {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, actor: Actor): Promise<SeatsAssigned> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const session = await lockSession(tx, id, actor);
      const { season, division } = session;
      await requireOpen(tx, season, 'exam', now);
      const confirmed = await lockAllAt(tx, { season, division, status: 'confirmed' });
      const taken = await tx.count(ExamSeatTable, { where: { sessionId: id } });
      const seated = assignSeats(session, confirmed, taken, now);
      await rewrite(tx, ExamSessionTable, seated.session);
      await moveApplications(tx, seated.applications);
      await insertSeats(tx, seated.seats);
      await record(tx, now, ...seated.facts);
      return { seated: seated.seats.length, left: capacityOf(session) - taken - seated.seats.length };
    });
  }
}

async function insertSeats(tx: Tx, seats: readonly ExamSeat[]): Promise<void> {
  await tx.query(
    `insert into exam_seat (application_id, session_id, account_id, division, university, faculty, ticket, site, room,
                            seat, is_absent, updated_at)
     select s.*, false, $11 from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::text[], $6::text[],
                                        $7::text[], $8::text[], $9::text[], $10::int[]) s`,
    [
      seats.map(({ applicationId }) => applicationId),
      seats.map(({ sessionId }) => sessionId),
      seats.map(({ accountId }) => accountId),
      seats.map(({ division }) => division),
      seats.map(({ university }) => university),
      seats.map(({ faculty }) => faculty),
      seats.map(({ ticket }) => ticket),
      seats.map(({ site }) => site),
      seats.map(({ room }) => room),
      seats.map(({ seat }) => seat),
      seats[0]?.updatedAt,
    ],
  );
}
