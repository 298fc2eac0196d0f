import { Injectable } from '@nestjs/common';
import type { Fact, LegalDate } from '@xibu/domain';
import type { LeavingKind } from '@xibu/domain/placement/api';
import { record, type Tx } from '@xibu/platform';
import { releaseSeat } from '../posts/seats.js';
import { storeAll } from '../volunteers/store-all.js';
import type { Volunteer } from '../volunteers/volunteer.js';
import { VolunteerTable } from '../volunteers/volunteer.table.js';
import { leave } from './departure.rules.js';

export interface Ending {
  readonly volunteer: Volunteer;
  readonly kind: LeavingKind;
  readonly lastDay: LegalDate;
}

/** Ends services: the seat is vacant, what was open is closed, and everybody is told. */
@Injectable()
export class EndService {
  async run(tx: Tx, endings: readonly Ending[], now: Date): Promise<void> {
    if (endings.length === 0) return;
    const facts: Fact[] = [];
    const left: Volunteer[] = [];
    for (const { volunteer, kind, lastDay } of endings) {
      const [gone, told] = leave(volunteer, kind, lastDay, now);
      left.push(gone);
      facts.push(...told);
      for (const season of new Set([volunteer.season, volunteer.lastSeason])) {
        await releaseSeat(tx, { season, accountId: volunteer.accountId }, 'left', now);
      }
    }
    await storeAll(tx, VolunteerTable, left);
    await closeOpen(
      tx,
      left.map(({ id }) => id),
      now,
    );
    await record(tx, now, ...facts);
  }
}

/** Requests and papers of people who left: nobody has to act on them any more. */
async function closeOpen(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  const values = [ids, now];
  await tx.query(
    `update agreement set status = 'void', updated_at = $2, version = version + 1
      where volunteer_id = any($1::uuid[]) and status = 'open'`,
    values,
  );
  await tx.query(
    `update leave set status = 'cancelled', waits_for = null, updated_at = $2, version = version + 1
      where volunteer_id = any($1::uuid[]) and status in ('requested', 'unit-agreed', 'county-agreed', 'approved', 'overdue')`,
    values,
  );
  await tx.query(
    `update post_change set status = 'refused', updated_at = $2, version = version + 1
      where volunteer_id = any($1::uuid[]) and status = 'requested'`,
    values,
  );
  await tx.query(
    `update extension set status = 'refused', updated_at = $2, version = version + 1
      where volunteer_id = any($1::uuid[]) and status in ('requested', 'county-agreed')`,
    values,
  );
  await tx.query(
    `update departure set status = 'refused', updated_at = $2, version = version + 1
      where volunteer_id = any($1::uuid[]) and status in ('requested', 'county-agreed', 'proposed', 'approved')`,
    values,
  );
}
