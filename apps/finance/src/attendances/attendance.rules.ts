import { type Actor, isLegalDate, type LegalDate, lastDayOf, type Month, monthOf, Refusal } from '@xibu/domain';
import type { UnpaidDays } from '@xibu/domain/finance/api';
import { requireReason, sign } from '../offices/signature.js';
import type { Attendance, Stay, UnpaidDay } from './attendance.js';

export interface MonthAtUnit {
  readonly month: Month;
  readonly unit: string;
  readonly stays: readonly Stay[];
  readonly today: LegalDate;
  /** Where the county's run of the month stands; null before it is opened. */
  readonly runStatus: string | null;
}

/** While a run stands on the attendance, only the county can open it again; after the release it makes differences. */
const locked = ['attendance-locked', 'calculated', 'county-approved'];

export function confirm(
  id: string,
  given: MonthAtUnit,
  unpaid: readonly UnpaidDays[],
  actor: Actor,
  now: Date,
): [Attendance, UnpaidDay[]] {
  requireOpen(given);
  const [first] = given.stays;
  if (!first) throw new Refusal('attendance.nobody', { month: given.month });
  if (given.today < lastDayOf(given.month)) throw new Refusal('attendance.not-over', { month: given.month });
  const attendance: Attendance = {
    ...{ id, month: given.month, division: first.division, unit: given.unit, people: peopleIn(given) },
    ...{ confirmed: sign(actor, now), corrected: null, version: 1 },
  };
  return [attendance, daysOf(unpaid, given)];
}

export function correct(
  attendance: Attendance,
  given: MonthAtUnit,
  request: { readonly unpaid: readonly UnpaidDays[]; readonly reason: string },
  actor: Actor,
  now: Date,
): [Attendance, UnpaidDay[]] {
  requireOpen(given);
  const reason = requireReason(request.reason);
  const corrected = { ...sign(actor, now), reason };
  const people = peopleIn(given);
  return [{ ...attendance, people, corrected, version: attendance.version + 1 }, daysOf(request.unpaid, given)];
}

function requireOpen({ month, runStatus }: MonthAtUnit): void {
  if (runStatus !== null && locked.includes(runStatus)) throw new Refusal('attendance.locked', { month });
}

function peopleIn({ stays }: MonthAtUnit): number {
  return new Set(stays.map(({ accountId }) => accountId)).size;
}

/** Only days of the month on which the person served at this unit can be marked, each with its reason. */
function daysOf(unpaid: readonly UnpaidDays[], { month, stays }: MonthAtUnit): UnpaidDay[] {
  const days = new Map<string, UnpaidDay>();
  for (const [index, { accountId, days: marked, reason }] of unpaid.entries()) {
    const said = requireReason(reason);
    for (const day of marked) {
      if (!isLegalDate(day) || monthOf(day) !== month || !served(stays, accountId, day)) {
        throw new Refusal('attendance.day-not-served', { pointer: `/unpaid/${index}/days`, day });
      }
      days.set(`${accountId} ${day}`, { accountId, day, reason: said });
    }
  }
  return [...days.values()];
}

function served(stays: readonly Stay[], accountId: string, day: LegalDate): boolean {
  return stays.some((stay) => stay.accountId === accountId && stay.from <= day && (stay.to === null || day < stay.to));
}
