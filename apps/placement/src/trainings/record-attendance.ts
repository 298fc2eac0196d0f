import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { AttendanceRequest, BulkResult } from '@xibu/domain/placement/api';
import { Clock, Database, type Tx } from '@xibu/platform';
import { lockNumbered, named } from '../volunteers/find-volunteer.js';
import { decideRows } from '../volunteers/row-results.js';
import { storeAll } from '../volunteers/store-all.js';
import type { Volunteer } from '../volunteers/volunteer.js';
import { VolunteerTable } from '../volunteers/volunteer.table.js';
import { type Course, hold, requireAttendable, train } from './training.rules.js';
import { TrainingTable } from './training.table.js';

/** Who came to a session; whoever has all required ones is trained. */
@Injectable()
export class RecordAttendance {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, { rows }: AttendanceRequest, actor: Actor): Promise<BulkResult> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const training = await tx.findOne(TrainingTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!training) throw new Refusal('record.unknown');
      await storeAll(tx, TrainingTable, [hold(training, now)]);
      const numbers = rows.map(({ number }) => number);
      const volunteers = await lockNumbered(tx, training.season, numbers, actor);
      const { done, result } = decideRows(rows, ({ number, attended }) => {
        return { volunteer: requireAttendable(named(volunteers, number)), attended };
      });
      await store(tx, id, done);
      const people = done.map(({ volunteer }) => volunteer);
      const [required, attended] = await attendanceOf(tx, training.season, people);
      const trained = people.flatMap((volunteer) => {
        return train(volunteer, required, attended.get(volunteer.id) ?? new Set(), actor.name, now) ?? [];
      });
      await storeAll(tx, VolunteerTable, trained);
      return result;
    });
  }
}

async function store(tx: Tx, id: string, rows: readonly { volunteer: Volunteer; attended: boolean }[]): Promise<void> {
  await tx.query(
    `insert into attendance (training_id, volunteer_id, county, attended)
     select $1, a.volunteer_id, a.county, a.attended
       from unnest($2::uuid[], $3::int[], $4::boolean[]) as a (volunteer_id, county, attended)
     on conflict (training_id, volunteer_id) do update set attended = excluded.attended`,
    [
      id,
      rows.map(({ volunteer }) => volunteer.id),
      rows.map(({ volunteer }) => volunteer.county),
      rows.map(({ attended }) => attended),
    ],
  );
}

/** The required courses that were held, and the titles that each person attended. */
async function attendanceOf(
  tx: Tx,
  season: string,
  people: readonly Volunteer[],
): Promise<[Course[], Map<string, Set<string>>]> {
  const held = await tx.find(TrainingTable, { where: { season, status: 'held' } });
  const rows: { person: string; titles: string[] }[] = await tx.query(
    `select volunteer_id person, array_agg(t.title) titles from attendance a
       join training t on t.id = a.training_id and t.status = 'held'
      where volunteer_id = any($1) and attended group by 1`,
    [people.map(({ id }) => id)],
  );
  const required = held.filter(({ isRequired }) => isRequired);
  return [required, new Map(rows.map(({ person, titles }) => [person, new Set(titles)]))];
}
