import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, LegalDate } from '@xibu/domain';
import * as facts from '@xibu/domain/placement/events';
import { as, react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import { openSeason } from '@xibu/platform/testing-season';
import { placement } from '../placement.service.js';
import { countyOf, MadeUpService, personOf, region, unitOf } from '../volunteers/made-up-service.js';
import { AskLeave } from './ask-leave.js';
import { DecideLeave } from './decide-leave.js';
import { EveryDayWatchLeaves } from './every-day-watch-leaves.js';
import { WatchLeaves } from './watch-leaves.js';

const county = 152221;
const school = unitOf('152221-school');
let test_: TestDatabase;
let service: MadeUpService;
beforeAll(async () => {
  test_ = await testDatabase(placement, '2023-08-01T09:00:00+08:00');
  await openSeason(test_, { extension: ['2024-03-01', '2024-06-01'] });
  service = new MadeUpService(test_);
  await service.openPost(1, { seats: 20 });
  await service.serve([1, 2, 3]);
});
afterAll(() => test_.close());

const day = (on: LegalDate) => {
  service.moveTo(`${on}T09:00:00+08:00`);
};
const tick = (run: { run(tick: { due: Date; day: LegalDate }): Promise<void> }, on: LegalDate) =>
  react(test_, () => run.run({ due: test_.clock.now(), day: on }));
const parts = () => [test_.database, test_.clock] as const;
const ask = (n: number, changes: object = {}) => {
  const asked = {
    kind: 'personal',
    from: '2023-10-09',
    to: '2023-10-10',
    reason: '家事',
    destination: '呼和浩特',
  } as const;
  const asking = new AskLeave(...parts(), test_.sealing);
  return as(personOf(n), () => asking.run({ ...asked, ...changes }, personOf(n)));
};
const decide = (id: string, actor: Actor, approved = true, reason = '同意') =>
  as(actor, () => new DecideLeave(...parts()).run(id, { approved, reason }, actor));
const back = (id: string, on: string, actor = school) =>
  as(actor, () => new DecideLeave(...parts()).return(id, on, actor));
const spansOf = async (n: number) => (await service.factsOf(n, 'service-recorded')).at(-1)?.data['spans'];

describe('leave', () => {
  test('the unit decides on two days, and nobody else', async () => {
    day('2023-10-09');
    const { id } = await ask(1);
    await expect(decide(id, countyOf(county))).rejects.toMatchObject({ code: 'leave.not-yours-to-decide' });
    await expect(decide(id, unitOf('152221-clinic'))).rejects.toMatchObject({ code: 'record.unknown' });
    await expect(ask(1, { from: '2023-10-10' })).rejects.toMatchObject({ code: 'leave.overlaps' });
    expect(await decide(id, school)).toMatchObject({ status: 'approved', waitsFor: null });
    expect(await service.volunteer(1)).toMatchObject({ status: 'on-leave' });
    expectShape(sampleOf(facts.LeaveDecided), (await service.factsOf(1, 'leave-decided'))[0]?.data);
    day('2023-10-11');
    await expect(back(id, '2023-10-12')).rejects.toMatchObject({ code: 'leave.return-day' });
    expect(await back(id, '2023-10-11')).toMatchObject({ status: 'returned', overdueDays: 0 });
    await expect(back(id, '2023-10-11')).rejects.toMatchObject({ code: 'leave.wrong-step' });
    expect(await service.volunteer(1)).toMatchObject({ status: 'on-post' });
    expect(await spansOf(1)).toHaveLength(1);
  });

  test('ten days go through unit and county, eleven through county and region; a no ends it', async () => {
    const ten = await ask(2, { from: '2023-10-12', to: '2023-10-21' });
    expect(await decide(ten.id, school)).toMatchObject({ status: 'unit-agreed', waitsFor: 'county' });
    await expect(decide(ten.id, countyOf(county), false, ' ')).rejects.toMatchObject({ code: 'reason.missing' });
    expect(await decide(ten.id, countyOf(county), false, '工作需要')).toMatchObject({ status: 'refused' });
    const eleven = await ask(2, { from: '2023-10-12', to: '2023-10-22' });
    expect(eleven.waitsFor).toBe('county');
    expect(await decide(eleven.id, countyOf(county))).toMatchObject({ status: 'county-agreed', waitsFor: 'region' });
    expect(await decide(eleven.id, region)).toMatchObject({ status: 'approved' });
  });

  test('no more than 15 days each and 20 a year, exams excepted; sick leave needs a note, which is sealed', async () => {
    const asked = (changes: object) => ask(2, { from: '2023-11-01', ...changes });
    await expect(asked({ to: '2023-11-16' })).rejects.toMatchObject({ code: 'leave.too-long' });
    await expect(asked({ to: '2023-11-10' })).rejects.toMatchObject({ code: 'leave.over-year', details: { used: 11 } });
    await expect(asked({ to: '2023-10-31' })).rejects.toMatchObject({ code: 'leave.days' });
    await expect(asked({ from: '2024-08-01', to: '2024-08-02' })).rejects.toMatchObject({
      code: 'leave.outside-service',
    });
    await expect(asked({ kind: 'sick', to: '2023-11-02' })).rejects.toMatchObject({ code: 'leave.no-hospital-note' });
    const { id, hasHospitalNote } = await asked({ kind: 'sick', to: '2023-11-02', hospitalNote: '病历 7' });
    expect(hasHospitalNote).toBe(true);
    const [row] = await test_.query<{ note: string }>('select hospital_note_sealed note from leave where id = $1', [
      id,
    ]);
    expect(test_.sealing.open(row?.note ?? '')).toBe('病历 7');
    await asked({ kind: 'exam', from: '2023-12-01', to: '2023-12-20' });
    const cancelled = await as(personOf(2), () => new AskLeave(...parts(), test_.sealing).cancel(id, personOf(2)));
    expect(cancelled.status).toBe('cancelled');
    await expect(decide(id, school)).rejects.toMatchObject({ code: 'leave.wrong-step' });
    const foreign = as(personOf(1), () => new AskLeave(...parts(), test_.sealing).cancel(id, personOf(1)));
    await expect(foreign).rejects.toMatchObject({ code: 'record.unknown' });
  });

  test('who is not back is overdue day by day, unpaid, and back again when the unit says so', async () => {
    const { id } = await ask(3, { from: '2023-10-12', to: '2023-10-13' });
    await decide(id, school);
    const every = new EveryDayWatchLeaves(new WatchLeaves(...parts()));
    await tick(every, '2023-10-12');
    expect(await service.volunteer(3)).toMatchObject({ status: 'on-leave' });
    await tick(every, '2023-10-14');
    expect(await service.volunteer(3)).toMatchObject({ status: 'on-leave' });
    for (const on of ['2023-10-15', '2023-10-16', '2023-10-17', '2023-10-18'] as const) {
      day(on);
      await tick(every, on);
    }
    expect(await service.volunteer(3)).toMatchObject({ status: 'overdue' });
    const alarms = await service.factsOf(3, 'leave-overdue');
    expect(alarms.map(({ data }) => data['days'])).toEqual([1, 2, 3]);
    expectShape(sampleOf(facts.LeaveOverdue), alarms[0]?.data);
    expect(await spansOf(3)).toMatchObject([
      { paid: true, to: '2023-10-14' },
      { from: '2023-10-14', to: null, paid: false },
    ]);
    expect(await back(id, '2023-10-18')).toMatchObject({ status: 'returned', overdueDays: 4 });
    expect(await spansOf(3)).toMatchObject([
      {},
      { to: '2023-10-18', paid: false },
      { from: '2023-10-18', to: null, paid: true },
    ]);
  });
});
