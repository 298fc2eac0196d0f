import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OfficeRated } from '@xibu/domain/assessment/events';
import { actorOf, as, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import { openOffice, openSeason } from '@xibu/platform/testing-season';
import { assessment } from '../assessment.service.js';
import { scoreOf } from './office-rating.rules.js';
import { RateOffice } from './rate-office.js';

let db: TestDatabase;
let officeId: string;
const league = actorOf('league-city.officer', { division: 152200 });
const approver = actorOf('region.approver', { division: 150000 });
beforeAll(async () => {
  db = await testDatabase(assessment, '2024-06-20T09:00:00+08:00');
  await openSeason(db);
  officeId = await openOffice(db, { tier: 'county', name: '测试旗项目办', division: 152201 });
  await db.query(`insert into report (id, county, month, status, due_on, expected_on_post, late)
    select '152201:2023-' || m, 152201, '2023-' || m, 'due', now(), 1, m = '10' from unnest(array['09', '10', '11', '12']) m`);
});
afterAll(() => db.close());

test('points are lost by lateness, faults of management and matters left lying, never below nothing', () => {
  const clean = { reportsDue: 12, reportsLate: 0, incidents: 1, managementFaults: 0, ticketsOverdue: 0 };
  expect(scoreOf(clean)).toBe(100);
  expect(scoreOf({ ...clean, reportsLate: 3 })).toBe(90);
  expect(scoreOf({ ...clean, managementFaults: 1, ticketsOverdue: 2 })).toBe(60);
  expect(scoreOf({ ...clean, managementFaults: 9 })).toBe(0);
});

test('the tier above proposes with the system’s own evidence; the region decides, and not the one who proposed', async () => {
  const ratings = new RateOffice(db.database, db.clock);
  const proposal = { season: '2023-2024', officeId, rating: 'fail' } as const;
  const proposed = await as(league, () => ratings.propose(proposal, league));
  expect(proposed).toMatchObject({ status: 'proposed', score: 90, evidence: { reportsDue: 4, reportsLate: 1 } });
  await expect(as(league, () => ratings.decide(proposed.id, league))).rejects.toMatchObject({
    code: 'four-eyes.same-person',
  });
  expect(await as(approver, () => ratings.decide(proposed.id, approver))).toMatchObject({ status: 'decided' });
  await expect(as(approver, () => ratings.decide(proposed.id, approver))).rejects.toMatchObject({
    code: 'office-rating.wrong-step',
  });
  await expect(as(league, () => ratings.propose(proposal, league))).rejects.toMatchObject({
    code: 'office-rating.wrong-step',
  });
  const [fact] = await db.facts();
  expect(fact).toMatchObject({ type: OfficeRated.type, data: { county: 152201, rating: 'fail' } });
  expectShape(sampleOf(OfficeRated), fact?.data);
});

test('a league-city rates nobody outside of it', async () => {
  const other = actorOf('league-city.officer', { division: 152500 });
  const propose = () =>
    new RateOffice(db.database, db.clock).propose({ season: '2023-2024', officeId, rating: 'pass' }, other);
  await expect(as(other, propose)).rejects.toMatchObject({ code: 'record.unknown' });
});
