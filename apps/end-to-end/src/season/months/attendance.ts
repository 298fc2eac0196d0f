import type { AttendancePerson } from '@xibu/domain/finance/api';
import { type Client, forEach, Problem } from '../client.js';
import { quiet } from '../clock.js';
import type { World } from '../world.js';

/** 考勤确认 by the units; a few forget, a few mark a day on which somebody was not there. */
export async function confirmAttendance(world: World, month: string): Promise<number> {
  let confirmed = 0;
  await forEach(world.units, 8, async ({ code }) => {
    const chance = world.chance('attendance', code, month);
    if (chance.happens(0.02)) return;
    const unit = await world.as(`unit-${code}`);
    const unpaid = chance.happens(0.06) ? await absentDay(unit, month) : [];
    try {
      await unit.post('/api/finance/attendances', { month, unpaid });
      confirmed += 1;
    } catch (error) {
      // A unit whose people have all left, or which has none yet, has nothing to confirm.
      if (!(error instanceof Problem) || error.code !== 'attendance.nobody') throw error;
    }
  });
  await quiet(world);
  return confirmed;
}

/** The first person of the list was away without leave on the tenth, if they served then. */
async function absentDay(unit: Client, month: string) {
  const people = await unit.all<AttendancePerson>(`/api/finance/attendances/people?month=${month}`);
  const day = `${month}-10`;
  const [person] = people
    .filter(({ from, to, paid }) => paid && from <= day && (to === null || day < to))
    .sort((left, right) => ((left.number ?? '') < (right.number ?? '') ? -1 : 1));
  return person ? [{ accountId: person.accountId, days: [day], reason: '旷工一天' }] : [];
}
