import { Injectable } from '@nestjs/common';
import { type Actor, type LegalDate, Refusal, rfc3339 } from '@xibu/domain';
import type { BulkResult, CheckInRequest, CheckInRow } from '@xibu/domain/placement/api';
import { Clock, Database, record } from '@xibu/platform';
import { lockNumbered, named } from '../volunteers/find-volunteer.js';
import { decideRows } from '../volunteers/row-results.js';
import { storeAll } from '../volunteers/store-all.js';
import type { Volunteer } from '../volunteers/volunteer.js';
import { VolunteerTable } from '../volunteers/volunteer.table.js';
import { type Asked, checkIn, noteWithoutDiploma, type ReportInWindows, windowOfReportIn } from './check-in.rules.js';
import { readWindows } from './read-windows.js';

/** 报到 at the training site, a whole queue at once; each row has its own answer. */
@Injectable()
export class CheckInVolunteers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ season, on, rows }: CheckInRequest, actor: Actor): Promise<BulkResult> {
    const now = this.clock.now();
    const asked = { on: (on as LegalDate | undefined) ?? this.clock.today(), by: actor.name, now };
    return this.database.transaction(async (tx) => {
      const windows = await readWindows(tx, season);
      const numbers = rows.map(({ number }) => number);
      const volunteers = await lockNumbered(tx, season, numbers, actor);
      const { done, result } = decideRows(rows, (row) => {
        const volunteer = named(volunteers, row.number);
        requireWithin(volunteer, windows, now);
        return checkIn(volunteer, row, asked);
      });
      const arrived = done.map(([volunteer]) => volunteer);
      const refused = rows.filter((_, index) => !result.rows[index]?.ok);
      await storeAll(tx, VolunteerTable, [...arrived, ...withoutDiploma(refused, volunteers, asked)]);
      await record(tx, now, ...done.map(([, fact]) => fact));
      return result;
    });
  }
}

function requireWithin(volunteer: Volunteer, windows: ReportInWindows, now: Date): void {
  const { opensAt, closesAt, noticeNumber } = windowOfReportIn(volunteer, windows);
  const milestone = 'report-in';
  if (now < opensAt) throw new Refusal('milestone.not-open', { milestone, opensAt: rfc3339(opensAt), noticeNumber });
  if (now >= closesAt) throw new Refusal('milestone.closed', { milestone, closesAt: rfc3339(closesAt), noticeNumber });
}

function withoutDiploma(
  rows: readonly CheckInRow[],
  volunteers: ReadonlyMap<string, Volunteer>,
  asked: Asked,
): Volunteer[] {
  return rows.flatMap((row) => {
    const volunteer = volunteers.get(row.number);
    const noted = volunteer ? noteWithoutDiploma(volunteer, row, asked) : null;
    return noted ? [noted] : [];
  });
}
