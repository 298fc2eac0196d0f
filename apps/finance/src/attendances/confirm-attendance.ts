import { Injectable } from '@nestjs/common';
import { type Actor, addMonths, dateOf, firstDayOf, type Month, Refusal } from '@xibu/domain';
import type {
  AttendanceView,
  ConfirmAttendanceRequest,
  CorrectAttendanceRequest,
  UnpaidDays,
} from '@xibu/domain/finance/api';
import { Clock, Database, newId, rewrite, sqlState, type Tx } from '@xibu/platform';
import { PlaceHold } from '../payment-holds/place-hold.js';
import type { Attendance, Stay, UnpaidDay } from './attendance.js';
import { confirm, correct, type MonthAtUnit } from './attendance.rules.js';
import { AttendanceTable } from './attendance.table.js';

/**
 * The unit says of a month who was there. It has to see where the county's run stands, which is not its own to see, so
 * the unit is compared here.
 */
@Injectable()
export class ConfirmAttendance {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly holds: PlaceHold,
  ) {}

  async run(request: ConfirmAttendanceRequest, actor: Actor): Promise<AttendanceView> {
    const now = this.clock.now();
    return this.database.beyondScope(async (tx) => {
      const given = await monthAt(tx, request.month as Month, unitOf(actor), now);
      const [attendance, days] = confirm(newId(now), given, request.unpaid ?? [], actor, now);
      try {
        await tx.insert(AttendanceTable, attendance);
      } catch (error) {
        if (sqlState(error) === '23505') throw new Refusal('attendance.confirmed', { month: attendance.month });
        throw error;
      }
      await writeDays(tx, attendance, days);
      for (const hold of request.holds ?? []) await this.holds.within(tx, hold, actor, now);
      return viewOf(attendance, days);
    });
  }

  async correct(id: string, request: CorrectAttendanceRequest, actor: Actor): Promise<AttendanceView> {
    const now = this.clock.now();
    return this.database.beyondScope(async (tx) => {
      const unit = unitOf(actor);
      const before = await tx.findOne(AttendanceTable, { where: { id, unit }, lock: { mode: 'pessimistic_write' } });
      if (!before) throw new Refusal('record.unknown');
      const given = await monthAt(tx, before.month, unit, now);
      const [attendance, days] = correct(before, given, request, actor, now);
      await rewrite(tx, AttendanceTable, attendance);
      await tx.query('delete from unpaid_day where attendance_id = $1', [id]);
      await writeDays(tx, attendance, days);
      return viewOf(attendance, days);
    });
  }
}

function unitOf({ unit }: Actor): string {
  if (unit === null) throw new Refusal('record.unknown');
  return unit;
}

async function monthAt(tx: Tx, month: Month, unit: string, now: Date): Promise<MonthAtUnit> {
  const stays: Stay[] = await tx.query(
    `select account_id "accountId", division, from_day::text "from", to_day::text "to" from service_span
     where unit = $1 and from_day < $3::date and (to_day is null or to_day > $2::date) order by division, account_id`,
    [unit, firstDayOf(month), firstDayOf(addMonths(month, 1))],
  );
  // Locked, so that a run cannot be closed over the unit while it writes.
  const [run]: { status: string }[] = await tx.query(
    'select status from subsidy_run where division = $1 and month = $2 for share',
    [stays[0]?.division ?? 0, month],
  );
  return { month, unit, stays, today: dateOf(now), runStatus: run?.status ?? null };
}

async function writeDays(tx: Tx, { id, division, unit }: Attendance, days: readonly UnpaidDay[]): Promise<void> {
  await tx.query(
    `insert into unpaid_day (account_id, day, attendance_id, division, unit, reason)
     select d.account_id, d.day, $1, $2, $3, d.reason
     from unnest($4::text[], $5::date[], $6::text[]) as d (account_id, day, reason)
     on conflict (account_id, day) do update set attendance_id = excluded.attendance_id, reason = excluded.reason`,
    [
      id,
      division,
      unit,
      days.map(({ accountId }) => accountId),
      days.map(({ day }) => day),
      days.map(({ reason }) => reason),
    ],
  );
}

function viewOf({ id, month, division, unit, people, version, ...steps }: Attendance, days: readonly UnpaidDay[]) {
  const byPerson = new Map<string, UnpaidDays>();
  for (const { accountId, day, reason } of days) {
    const key = `${accountId} ${reason}`;
    byPerson.set(key, { accountId, reason, days: [...(byPerson.get(key)?.days ?? []), day] });
  }
  const confirmed = { by: steps.confirmed.name, at: steps.confirmed.at };
  const corrected = steps.corrected;
  return {
    ...{ id, month, county: division, unit, people, unpaid: [...byPerson.values()], confirmed, version },
    corrected: corrected ? { by: corrected.name, at: corrected.at, reason: corrected.reason } : null,
  };
}
