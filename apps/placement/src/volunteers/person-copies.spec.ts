import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApplicationAdmitted, PersonIdentified } from '@xibu/domain/recruitment/events';
import { react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { sampleOf } from '@xibu/platform/testing-samples';
import { openSeason, receivedOf } from '@xibu/platform/testing-season';
import { placement } from '../placement.service.js';
import { ExpectVolunteer } from './expect-volunteer.js';
import { LoseVolunteer } from './lose-volunteer.js';
import { accountOf, applicationOf, MadeUpService, postOf } from './made-up-service.js';
import { WhenPersonChanged } from './when-person-changed.js';
import { WhenRecruitmentEnded } from './when-recruitment-ended.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase(placement, '2023-07-12T09:00:00+08:00');
  await openSeason(db);
  await new MadeUpService(db).openPost(1, { seats: 20 });
});
afterAll(() => db.close());

test('a name that is heard at the moment of the admission stands on the volunteer', async () => {
  const [accountId, applicationId] = [accountOf(1), applicationOf(1)];
  const person = { ...sampleOf(PersonIdentified), accountId, name: '乌云' };
  let commit = (): void => undefined;
  const open = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let begun = (): void => undefined;
  const underWay = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const named = react(db, async (tx) => {
    await new WhenPersonChanged().identify(receivedOf(PersonIdentified(accountId, person)), tx);
    begun();
    await open;
  });
  await underWay;
  let isDone = false;
  const whenAdmitted = new WhenRecruitmentEnded(new ExpectVolunteer(db.clock), new LoseVolunteer(db.clock));
  const admission = { ...sampleOf(ApplicationAdmitted), accountId, applicationId, postId: postOf(1) };
  const admitted = react(db, (tx) =>
    whenAdmitted.admit(receivedOf(ApplicationAdmitted(applicationId, admission)), tx),
  ).finally(() => {
    isDone = true;
  });
  // It waits for the name, or would be done without having seen it.
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`;
  while (!isDone && (await db.query(waiting)).length === 0) await pause(5);
  commit();
  await Promise.all([named, admitted]);
  expect(await db.query('select name from volunteer where account_id = $1', [accountId])).toEqual([{ name: '乌云' }]);
});
