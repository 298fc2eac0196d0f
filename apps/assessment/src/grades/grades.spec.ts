import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Grade } from '@xibu/domain';
import { type AssessmentStatus, assessmentStatuses } from '@xibu/domain/assessment/api';
import { GradeDecided } from '@xibu/domain/assessment/events';
import { actorOf, as, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import { openSeason } from '@xibu/platform/testing-season';
import { assessment as service } from '../assessment.service.js';
import { serve } from '../sample-volunteers.js';
import type { Assessment } from './assessment.js';
import { answerObjection, excellentMax, grade, object, opine, summarise } from './assessment.rules.js';
import { FixExcellentList } from './fix-excellent-list.js';
import { HandleAssessment } from './handle-assessment.js';
import { OpenAssessments } from './open-assessments.js';

const at = (status: AssessmentStatus): Assessment => ({
  ...{
    id: 'i',
    season: '2023-2024',
    volunteerId: 'v',
    account: 'a',
    number: 'n',
    name: '名',
    county: 152201,
    unit: 'u',
    university: null,
    status,
  },
  ...{
    summary: null,
    unitOpinion: null,
    unitScore: null,
    grade: null,
    opinion: null,
    gradedBy: null,
    objection: '不服',
    objectionAnswer: null,
    decidedBy: null,
  },
});
const steps = {
  summarise: { from: ['open', 'summarised'], take: (given: Assessment) => summarise(given, '总结') },
  opine: { from: ['open', 'summarised', 'unit-opined'], take: (given: Assessment) => opine(given, '好', 90) },
  grade: { from: ['unit-opined', 'graded'], take: (given: Assessment) => grade(given, 'pass', '', 'o') },
  object: { from: ['graded'], take: (given: Assessment) => object(given, '不服') },
  answerObjection: { from: ['graded'], take: (given: Assessment) => answerObjection(given, '维持') },
};
describe.each(Object.entries(steps))('%s', (_, { from, take }) => {
  test.each(assessmentStatuses.filter((status) => !from.includes(status)))('is refused from %s', (status) => {
    expect(() => take(at(status))).toThrow(expect.objectContaining({ code: 'grade.wrong-step' }));
  });
  test.each(from as AssessmentStatus[])('is possible from %s', (status) => {
    expect(() => take(at(status))).not.toThrow();
  });
});

test('a failing grade has its reason', () => {
  expect(() => grade(at('unit-opined'), 'fail', ' ', 'o')).toThrow(expect.objectContaining({ code: 'reason.missing' }));
});

test.each([
  [0, 0],
  [4, 0],
  [5, 1],
  [9, 1],
  [10, 2],
  [1815, 363],
])('of %i on post at most %i are excellent: a part of a person is nobody', (onPost, max) => {
  expect(excellentMax(onPost, 20)).toBe(max);
});

describe('the year’s list', () => {
  let db: TestDatabase;
  const region = {
    officer: actorOf('region.officer', { division: 150000 }),
    approver: actorOf('region.approver', { division: 150000 }),
  };
  const county = actorOf('county.officer', { division: 152201 });
  const unit = actorOf('unit.officer', { unit: '152201-school' });
  beforeAll(async () => {
    db = await testDatabase(service, '2024-06-20T09:00:00+08:00');
    await openSeason(db, { assessment: ['2024-06-01', '2024-07-16'] });
    await serve(db, 152201, 10);
  });
  afterAll(() => db.close());

  const ids = async (): Promise<string[]> =>
    (await db.query<{ id: string }>('select id from assessment order by number')).map(({ id }) => id);
  const list = (): FixExcellentList => new FixExcellentList(db.database, db.clock);
  const handle = (): HandleAssessment => new HandleAssessment(db.database, db.clock);
  const gradeAll = async (excellent: number, actor: Actor = county) => {
    const rows = (await ids()).map((id, index) => ({
      id,
      grade: (index < excellent ? 'excellent' : 'pass') as Grade,
      opinion: '尽责',
    }));
    return as(actor, () => handle().grade(rows, actor));
  };

  test('everybody in service is assessed, once', async () => {
    const open = () =>
      as(region.officer, () => new OpenAssessments(db.database, db.clock).run('2023-2024', region.officer));
    expect(await open()).toEqual({ opened: 10 });
    expect(await open()).toEqual({ opened: 0 });
  });

  test('only the person’s own unit gives an opinion, and only their county a grade', async () => {
    const [first = ''] = await ids();
    const stranger = actorOf('unit.officer', { unit: 'elsewhere' });
    await expect(as(stranger, () => handle().opine(first, '好', 90, stranger))).rejects.toMatchObject({
      code: 'record.unknown',
    });
    for (const id of await ids()) await as(unit, () => handle().opine(id, '好', 90, unit));
    expect((await gradeAll(0, actorOf('county.officer', { division: 152202 }))).every(({ done }) => !done)).toBe(true);
  });

  test('the list is not fixed while somebody has no grade, or too many are excellent', async () => {
    const prepare = () => as(region.officer, () => list().prepare('2023-2024', region.officer));
    await expect(prepare()).rejects.toMatchObject({ code: 'grade.ungraded', details: { count: 10 } });
    await gradeAll(3);
    await expect(prepare()).rejects.toMatchObject({
      code: 'grade.pool-exceeded',
      details: { excellent: 3, max: 2, onPost: 10 },
    });
    await gradeAll(2);
    expect(await prepare()).toMatchObject({ onPost: 10, max: 2, excellent: 2 });
  });

  test('an open objection holds the list; answered, it goes on', async () => {
    const [first = ''] = await ids();
    const own = actorOf('person', { account: 'a-2023-15-152201001' });
    await as(own, () => handle().object(first, '我认为应为优秀', own));
    await expect(as(region.officer, () => list().prepare('2023-2024', region.officer))).rejects.toMatchObject({
      code: 'grade.objection-open',
    });
    await as(county, () => handle().answerObjection(first, '复核后维持', county));
    await as(region.officer, () => list().prepare('2023-2024', region.officer));
  });

  test('who prepared it does not approve it; approved by another, every grade is final and told', async () => {
    await expect(as(region.officer, () => list().approve('2023-2024', region.officer))).rejects.toMatchObject({
      code: 'four-eyes.same-person',
    });
    expect(await as(region.approver, () => list().approve('2023-2024', region.approver))).toEqual({ decided: 10 });
    const facts = (await db.facts()).filter(({ type }) => type === GradeDecided.type);
    expect(facts).toHaveLength(10);
    expectShape(sampleOf(GradeDecided), facts[0]?.data);
    await expect(as(region.approver, () => list().approve('2023-2024', region.approver))).rejects.toMatchObject({
      code: 'grade.wrong-step',
    });
  });

  test('after the window nothing is changed any more', async () => {
    db.clock.moveTo(new Date('2024-07-16T00:00:00+08:00'));
    const results = await gradeAll(0);
    expect(results.map(({ code }) => code)).toEqual(Array.from({ length: 10 }, () => 'milestone.closed'));
  });
});
