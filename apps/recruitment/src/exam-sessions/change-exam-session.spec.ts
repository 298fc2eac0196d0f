import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actorOf, as, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason } from '@xibu/platform/testing-season';
import { recruitmentSchema } from '../recruitment.schema.js';
import { by, otherOfficer, regionOfficer } from '../sample-actors.js';
import { AssignSeats } from './assign-seats.js';
import { ChangeExamSession } from './change-exam-session.js';
import { ListExamSessions } from './list-exam-sessions.js';
import { OpenExamSession } from './open-exam-session.js';
import { PlanExamSession } from './plan-exam-session.js';
import { samplePlan } from './sample-session.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase(recruitmentSchema, '2023-05-24T09:00:00+08:00');
  await openSeason(t, { exam: ['2023-05-25', '2023-06-01'] });
});
afterAll(() => t.close());

const season = '2023-2024';
const plan = () => by(regionOfficer, new PlanExamSession(t.database, t.clock), { season, ...samplePlan });
const change = (id: string, version: number, name: string) =>
  by(regionOfficer, new ChangeExamSession(t.database, t.clock), id, { ...samplePlan, name }, version);

test('a plan is changed by whoever saw its latest version, until it is announced', async () => {
  const { id, version, capacity } = await plan();
  expect({ version, capacity }).toEqual({ version: 1, capacity: 7 });
  expect(await change(id, 1, '改名')).toMatchObject({ name: '改名', version: 2 });
  await expect(change(id, 1, '又改')).rejects.toMatchObject({ code: 'version.stale' });
  await by(regionOfficer, new OpenExamSession(t.database, t.clock), id);
  await expect(change(id, 3, '又改')).rejects.toMatchObject({ code: 'exam.wrong-step' });
});

test('what is only planned is the region’s own; what is announced, everybody may read', async () => {
  const { id } = await plan();
  const list = new ListExamSessions(t.database);
  expect((await by(regionOfficer, list, season)).rows).toHaveLength(2);
  expect((await by(otherOfficer, list, season)).rows).toHaveLength(1);
  await expect(as(otherOfficer, () => list.one(id, otherOfficer))).rejects.toMatchObject({ code: 'record.unknown' });
  const announced = await as(actorOf('person'), () => list.announced(season));
  expect(announced.rows).toMatchObject([{ name: '改名', sites: [{ name: '内蒙古师范大学' }, { name: '赤峰学院' }] }]);
  expect(JSON.stringify(announced)).not.toContain('seats');
});

test('another region’s officer neither plans nor moves a session here', async () => {
  const [own] = (await by(regionOfficer, new ListExamSessions(t.database), season)).rows;
  const foreign = actorOf('region.officer', { division: 650000 });
  await expect(by(foreign, new PlanExamSession(t.database, t.clock), { season, ...samplePlan })).rejects.toMatchObject({
    code: 'record.unknown',
  });
  await expect(by(foreign, new OpenExamSession(t.database, t.clock), own?.id ?? '')).rejects.toMatchObject({
    code: 'record.unknown',
  });
});

test('nobody is seated before the window of the exam opens', async () => {
  const [session] = (await by(regionOfficer, new ListExamSessions(t.database), season)).rows;
  await expect(by(regionOfficer, new AssignSeats(t.database, t.clock), session?.id ?? '')).rejects.toMatchObject({
    code: 'milestone.not-open',
  });
});
