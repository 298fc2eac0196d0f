import { addDays, type Fact, type LegalDate, type Rulebook } from '@xibu/domain';
import { LeaveDecided, LeaveOverdue } from '@xibu/domain/placement/events';
import { endAbsences, recordService, withAbsence } from '../volunteers/service.rules.js';
import { ofVolunteer, type Volunteer } from '../volunteers/volunteer.js';
import { step } from '../volunteers/volunteer.rules.js';
import type { Leave } from './leave.js';

/** What a decided leave means for the volunteer: days that are not paid, and being away from the first day on. */
export function applyDecision(
  volunteer: Volunteer,
  leave: Leave,
  book: Rulebook,
  by: string,
  now: Date,
): [Volunteer, Fact[]] {
  const approved = leave.status === 'approved';
  const { id: leaveId, kind, from, to } = leave;
  const fact = LeaveDecided(volunteer.id, { ...ofVolunteer(volunteer), leaveId, from, to, approved });
  if (!approved) return [volunteer, [fact]];
  const absences = withAbsence(volunteer.absences, { leaveId, kind, from, to: addDays(to, 1) }, book);
  const noted = step(volunteer, { absences }, { step: 'leave-approved', by, note: `${from} ${to}` }, now);
  const [told, facts] = recordService(noted);
  return [told, [fact, ...facts]];
}

/** Away from the first day of the leave on. */
export function setOut(volunteer: Volunteer, leave: Leave, today: LegalDate, now: Date): Volunteer {
  if (volunteer.status !== 'on-post' || leave.status !== 'approved' || today < leave.from) return volunteer;
  return step(volunteer, { status: 'on-leave' }, { step: 'on-leave', by: '', note: `${leave.from} ${leave.to}` }, now);
}

/** Approved and taken back: nothing of it remains in the service. */
export function forgetLeave(volunteer: Volunteer, leave: Leave, by: string, now: Date): [Volunteer, Fact[]] {
  const absences = volunteer.absences.filter(({ leaveId }) => leaveId !== leave.id);
  return recordService(step(volunteer, { absences }, { step: 'leave-cancelled', by }, now));
}

/** Back on post from `on`. */
export function comeBack(
  volunteer: Volunteer,
  leave: Leave,
  on: LegalDate,
  by: string,
  now: Date,
): [Volunteer, Fact[]] {
  const isAway = volunteer.status === 'on-leave' || volunteer.status === 'overdue';
  const changes = {
    absences: endAbsences(volunteer.absences, leave.id, on),
    ...(isAway ? { status: 'on-post' as const } : {}),
  };
  return recordService(step(volunteer, changes, { step: 'back-on-post', by, note: on }, now));
}

/** 逾期不归: told on each of the first days, until the county may propose to end the service. */
export function goOverdue(volunteer: Volunteer, leave: Leave, book: Rulebook, now: Date): [Volunteer, Fact[]] {
  const days = leave.overdueDays;
  const { leaveOverdueDaysMax } = book.values;
  const alarm = LeaveOverdue(volunteer.id, { ...ofVolunteer(volunteer), leaveId: leave.id, days });
  const alarms = days <= leaveOverdueDaysMax + 1 ? [alarm] : [];
  if (volunteer.status === 'overdue') return [volunteer, alarms];
  const absence = { leaveId: leave.id, kind: 'overdue' as const, from: addDays(leave.to, 1), to: null };
  const absences = withAbsence(volunteer.absences, absence, book);
  const late = step(volunteer, { status: 'overdue', absences }, { step: 'overdue', by: '', note: String(days) }, now);
  const [told, facts] = recordService(late);
  return [told, [...alarms, ...facts]];
}
