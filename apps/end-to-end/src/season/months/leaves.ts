import type { LeaveView, VolunteerRow } from '@xibu/domain/placement/api';
import { season } from '../calendar.js';
import { forEach } from '../client.js';
import { quiet } from '../clock.js';
import type { World } from '../world.js';

/** Serving people of the season in the order of their place in it, which no run changes. */
export async function serving(world: World, statuses = 'on-post'): Promise<VolunteerRow[]> {
  const region = await world.as('region.officer');
  const rows = await region.all<VolunteerRow>(`/api/placement/volunteers?season=${season}&status=${statuses}`);
  const place = (row: VolunteerRow) => world.personNumbered(row.number).person.index;
  return rows.sort((left, right) => place(left) - place(right));
}

/** All leaves of a month end on the thirteenth: two days, five, or twelve. */
const kinds = [
  { share: 0.02, kind: 'personal', from: '12', reason: '家中有事' },
  { share: 0.03, kind: 'personal', from: '09', reason: '探亲' },
  { share: 0.035, kind: 'exam', from: '02', reason: '参加研究生考试' },
  { share: 0.04, kind: 'sick', from: '09', reason: '住院治疗' },
] as const;

/** 请假: asked for on the first of the month and decided tier by tier. */
export async function askLeaves(world: World, month: string): Promise<number> {
  let asked = 0;
  await forEach(await serving(world), 8, async (row) => {
    const applicant = world.personNumbered(row.number);
    const chance = world.chance('leave', applicant.person.index, month);
    const draw = chance.next();
    const wanted = kinds.find(({ share }) => draw < share);
    if (!wanted) return;
    const person = await world.asPerson(applicant);
    const leave = {
      ...{ kind: wanted.kind, from: `${month}-${wanted.from}`, to: `${month}-13`, reason: wanted.reason },
      ...{ destination: '呼和浩特市', ...(wanted.kind === 'sick' ? { hospitalNote: '旗医院诊断证明' } : {}) },
    };
    if (chance.happens(0.1)) {
      await world.mustRefuse('leave.too-long', person, (client) =>
        client.post('/api/placement/leaves', { ...leave, kind: 'personal', from: `${month}-02`, to: `${month}-20` }),
      );
    }
    try {
      const view = await person.post<LeaveView>('/api/placement/leaves', leave);
      await decide(world, view, row);
      asked += 1;
    } catch (error) {
      // Whoever has used up the days of the year is told so.
      world.noteRefusal(error);
    }
  });
  await quiet(world);
  return asked;
}

async function decide(world: World, leave: LeaveView, { unit, county }: VolunteerRow): Promise<void> {
  const logins = { unit: `unit-${unit}`, county: `c-${county}.approver`, region: 'region.approver' } as const;
  for (let { waitsFor } = leave; waitsFor !== null; ) {
    const client = await world.as(logins[waitsFor]);
    const decided = await client.post<LeaveView>(`/api/placement/leaves/${leave.id}/decide`, {
      ...{ approved: true, reason: '同意' },
    });
    waitsFor = decided.waitsFor;
  }
}

/** 销假: most are back on the fourteenth. */
export async function comeBack(world: World, month: string): Promise<void> {
  await forEach(await running(world), 8, async ({ id, unit, number }) => {
    if (isTardy(world, number, month)) return;
    const client = await world.as(`unit-${unit}`);
    await client.post(`/api/placement/leaves/${id}/return`, { on: `${month}-14` });
  });
  await quiet(world);
}

/** 逾期不归: three days late; some come back with a reason, for others the county proposes to end the service. */
export async function comeBackLate(world: World, month: string): Promise<{ late: number; ended: number }> {
  let [late, ended] = [0, 0];
  const approver = await world.as('region.approver');
  await forEach(await running(world), 4, async ({ id, unit, county, number }) => {
    late += 1;
    if (world.chance('overdue', world.personNumbered(number).person.index, month).happens(0.6)) {
      const client = await world.as(`unit-${unit}`);
      await client.post(`/api/placement/leaves/${id}/return`, { on: `${month}-17` });
      return;
    }
    const officer = await world.as(`c-${county}.officer`);
    const proposal = {
      ...{ number, lastDay: `${month}-17`, ground: 'overdue', reason: '逾期三天未归且无法说明原因' },
    };
    await world.mustRefuse('departure.not-heard', officer, (client) =>
      client.post('/api/placement/departures/terminations', { ...proposal, hearingNote: '' }),
    );
    const departure = await officer.post<{ id: string }>('/api/placement/departures/terminations', {
      ...proposal,
      hearingNote: '已电话听取本人陈述，本人无异议',
    });
    await approver.post(`/api/placement/departures/${departure.id}/decide`, {
      approved: true,
      reason: '按规定解除协议',
    });
    ended += 1;
  });
  await quiet(world);
  return { late, ended };
}

interface Running {
  readonly id: string;
  readonly number: string;
  readonly unit: string;
  readonly county: number;
}

async function running(world: World): Promise<Running[]> {
  const region = await world.as('region.officer');
  return region.all<Running>('/api/placement/leaves?status=approved,overdue');
}

function isTardy(world: World, number: string, month: string): boolean {
  return world.chance('tardy', world.personNumbered(number).person.index, month).happens(0.06);
}
