import { type Actor, Refusal, rfc3339 } from '@xibu/domain';
import type { ExamSessionView } from '@xibu/domain/recruitment/api';
import { type Tx, whereOf } from '@xibu/platform';
import { isInScope, scopeOf } from '../applications/office-scope.js';
import { capacityOf, type ExamSession } from './exam-session.js';
import { ExamSessionTable } from './exam-session.table.js';

/** Locks a session of the region's own. */
export async function lockSession(tx: Tx, id: string, actor: Actor): Promise<ExamSession> {
  const session = await tx.findOne(ExamSessionTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!session || !isInScope({ ...session, university: null }, actor)) throw new Refusal('record.unknown');
  return session;
}

export interface Tally {
  readonly seated: number;
  readonly scored: number;
  readonly absent: number;
}

export const nobodyYet: Tally = { seated: 0, scored: 0, absent: 0 };

/** How many of those whom the reader may see sit, have a score, or were absent. */
export async function tallyOf(tx: Tx, sessions: readonly string[], actor: Actor): Promise<Map<string, Tally>> {
  const { text, values } = whereOf([['s.session_id = any(?)', sessions], ...scopeOf(actor, 's')]);
  const rows: (Tally & { id: string })[] = await tx.query(
    `select session_id id, count(*)::int seated, count(score_hundredths)::int scored,
            (count(*) filter (where is_absent))::int absent
     from exam_seat s where ${text} group by 1`,
    values,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export function viewOf(session: ExamSession, { seated, scored, absent }: Tally = nobodyYet): ExamSessionView {
  const { id, season, name, startsAt, endsAt, sites, status, version } = session;
  return {
    ...{ id, season, name, startsAt: rfc3339(startsAt), endsAt: rfc3339(endsAt), sites, status },
    ...{ capacity: capacityOf(session), seated, scored, absent, version },
  };
}
