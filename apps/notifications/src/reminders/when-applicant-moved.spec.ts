import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  ApplicationSubmitted,
  ApplicationUniversityPassed,
  ApplicationWithdrawn,
} from '@xibu/domain/recruitment/events';
import type { Tx } from '@xibu/platform';
import { react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { sampleOf } from '@xibu/platform/testing-samples';
import { receivedOf } from '@xibu/platform/testing-season';
import { notifications } from '../notifications.service.js';
import { WhenApplicantMoved } from './when-applicant-moved.js';

const sample = sampleOf(ApplicationSubmitted);
const when = new WhenApplicantMoved();
const of = (applicationId: string) => ({ ...sample, applicationId });
const withdrawn = (tx: Tx) => when.withdrawn(receivedOf(ApplicationWithdrawn('a1', of('a1'))), tx);
const submitted = (tx: Tx) => when.submitted(receivedOf(ApplicationSubmitted('a2', of('a2'))), tx);
const passed = (tx: Tx) => when.passed(receivedOf(ApplicationUniversityPassed('a2', of('a2'))), tx);

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase(notifications);
});
afterAll(() => db.close());
beforeEach(() => db.query('delete from applicant_step'));
const steps = () => db.query('select application, step from applicant_step order by application');

test.each([
  ['as it happened', [withdrawn, submitted, passed]],
  ['the other way round', [submitted, passed, withdrawn]],
])('who withdrew and applied again is waited for by the second application, heard %s', async (_, heard) => {
  for (const hear of heard) await react(db, hear);
  expect(await steps()).toEqual([
    { application: 'a1', step: 'done' },
    { application: 'a2', step: 'university-passed' },
  ]);
});

test('what was noted before it was known of which application gives way to the next step', async () => {
  await db.query('insert into applicant_step (account, season, application, step) values ($1, $2, $3, $4)', [
    ...[sample.accountId, sample.season, '', 'returned'],
  ]);
  await react(db, submitted);
  expect(await steps()).toEqual([{ application: 'a2', step: 'submitted' }]);
});
