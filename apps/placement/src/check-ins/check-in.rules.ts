import { dateOf, type Fact, type LegalDate, Refusal } from '@xibu/domain';
import type { CheckInRow } from '@xibu/domain/placement/api';
import { VolunteerCheckedIn, VolunteerFailedToReport } from '@xibu/domain/placement/events';
import { ofVolunteer, type Volunteer } from '../volunteers/volunteer.js';
import { type Note, requireStatus, step } from '../volunteers/volunteer.rules.js';

const clause = '内团联发〔2023〕6号 二（三）1';

export interface Asked {
  readonly on: LegalDate;
  readonly by: string;
  readonly now: Date;
}

/**
 * 报到: the confirmation notice, a diploma or a degree, and the identity document are shown (notice 2.3.1). Without all
 * of them nobody is checked in; they may come again while the window is open.
 */
export function checkIn(volunteer: Volunteer, row: CheckInRow, { on, by, now }: Asked): [Volunteer, Fact] {
  requireStatus(volunteer, 'admitted');
  if (on > dateOf(now)) throw new Refusal('check-in.future-day', { pointer: '/on' });
  if (row.confirmationNumber !== '' && row.confirmationNumber !== volunteer.confirmationNumber) {
    throw new Refusal('check-in.wrong-confirmation', { pointer: '/confirmationNumber' });
  }
  const missing = missingOf(row);
  if (missing.length > 0) throw new Refusal('check-in.documents-missing', { missing: missing.join('、'), clause });
  const note: Note = { step: 'checked-in', by };
  const checkedIn = step(volunteer, { status: 'checked-in', checkedInOn: on, diploma: row.diploma }, note, now);
  return [checkedIn, VolunteerCheckedIn(volunteer.id, { ...ofVolunteer(volunteer), on })];
}

function missingOf({ confirmationNumber, diploma, identityShown }: CheckInRow): string[] {
  return [
    ...(confirmationNumber === '' ? ['确认通知书'] : []),
    ...(diploma === 'none' ? ['毕业证或学位证'] : []),
    ...(identityShown ? [] : ['本人身份证件']),
  ];
}

/** Came, and had no diploma: the loss at the end of the window is another one than that of who did not come. */
export function noteWithoutDiploma(volunteer: Volunteer, row: CheckInRow, { by, now }: Asked): Volunteer | null {
  if (volunteer.status !== 'admitted' || row.diploma !== 'none' || volunteer.cameWithoutDiploma) return null;
  return step(volunteer, { cameWithoutDiploma: true }, { step: 'came-without-diploma', by }, now);
}

/** Not checked in by the end: lost, and the seat is free for a backfill (notice 2.3.2). */
export function failToReport(volunteer: Volunteer, by: string, now: Date): [Volunteer, Fact] {
  requireStatus(volunteer, 'admitted');
  const reason = volunteer.cameWithoutDiploma ? 'no-diploma' : 'no-show';
  const note: Note = { step: 'failed-to-report', by, note: reason };
  const lost = step(volunteer, { status: 'lost', lossReason: reason }, note, now);
  return [lost, VolunteerFailedToReport(volunteer.id, { ...ofVolunteer(volunteer), reason })];
}

/** The window of a step, as the season has announced it. */
export interface Window {
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly noticeNumber: string;
}

export interface ReportInWindows {
  readonly reportIn: Window;
  readonly dispatch: Window | null;
}

/**
 * The window of one person. Who was admitted in a backfill after the report-in had closed comes until dispatch closes:
 * 派遣之前 (notice 2.3.2).
 */
export function windowOfReportIn({ admittedAt }: Volunteer, { reportIn, dispatch }: ReportInWindows): Window {
  return admittedAt >= reportIn.closesAt && dispatch ? { ...dispatch, opensAt: reportIn.opensAt } : reportIn;
}
