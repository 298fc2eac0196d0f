import { Injectable } from '@nestjs/common';
import type { Fact, LegalDate, Rulebook } from '@xibu/domain';
import { Clock, Database, In, record, rulebookOn, type Tx } from '@xibu/platform';
import { storeAll } from '../volunteers/store-all.js';
import type { Volunteer } from '../volunteers/volunteer.js';
import { VolunteerTable } from '../volunteers/volunteer.table.js';
import { goOverdue, setOut } from './away.rules.js';
import type { Leave } from './leave.js';
import { noteOverdue, overdueOn } from './leave.rules.js';
import { LeaveTable } from './leave.table.js';

/** Who sets out today, and who should have been back by yesterday. */
@Injectable()
export class WatchLeaves {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(day: LegalDate): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const running = await tx.find(LeaveTable, {
        where: { status: In(['approved', 'overdue']) },
        order: { number: 'ASC', from: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      const begun = running.filter(({ from }) => from <= day);
      const volunteers = await volunteersOf(tx, begun);
      const leaves: Leave[] = [];
      const facts: Fact[] = [];
      for (const leave of begun) {
        const volunteer = volunteers.get(leave.volunteerId);
        if (!volunteer) throw new Error(`leave ${leave.id} has no volunteer`);
        const book = await rulebookOn(tx, volunteer.season, day);
        const [watched, next, told] = watch(leave, volunteer, { day, book, now });
        volunteers.set(next.id, next);
        leaves.push(watched);
        facts.push(...told);
      }
      await storeAll(tx, LeaveTable, leaves);
      await storeAll(tx, VolunteerTable, [...volunteers.values()]);
      await record(tx, now, ...facts);
    });
  }
}

interface Watching {
  readonly day: LegalDate;
  readonly book: Rulebook;
  readonly now: Date;
}

function watch(leave: Leave, volunteer: Volunteer, { day, book, now }: Watching): [Leave, Volunteer, Fact[]] {
  const days = overdueOn(leave, day);
  if (days === 0) return [leave, setOut(volunteer, leave, day, now), []];
  const late = noteOverdue(leave, days, now);
  return [late, ...goOverdue(volunteer, late, book, now)];
}

async function volunteersOf(tx: Tx, leaves: readonly Leave[]): Promise<Map<string, Volunteer>> {
  const rows = await tx.find(VolunteerTable, {
    where: { id: In(leaves.map(({ volunteerId }) => volunteerId)) },
    order: { number: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return new Map(rows.map((row) => [row.id, row]));
}
