import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ServiceRecorded, VolunteerCheckedIn } from '@xibu/domain/placement/events';
import { PersonIdentified } from '@xibu/domain/recruitment/events';
import type { Tx } from '@xibu/platform';
import { react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { sampleOf } from '@xibu/platform/testing-samples';
import { receivedOf } from '@xibu/platform/testing-season';
import { assessment } from '../assessment.service.js';
import { WhenVolunteerServed } from './when-volunteer-served.js';

const accountId = 'account-1';
const person = { ...sampleOf(PersonIdentified), accountId };
const when = new WhenVolunteerServed();
const identified = (tx: Tx) => when.identified(receivedOf(PersonIdentified(accountId, person)), tx);
const checkedIn =
  (volunteerId: string, season: string, county: number) =>
  (tx: Tx): Promise<void> => {
    const told = { ...sampleOf(VolunteerCheckedIn), volunteerId, accountId, season, county, number: volunteerId };
    return when.checkedIn(receivedOf(VolunteerCheckedIn(volunteerId, told)), tx);
  };
const recorded =
  (volunteerId: string, season: string, county: number) =>
  (tx: Tx): Promise<void> => {
    const span = { from: '2023-08-01', to: null, county, unit: 'u', projectKind: 'national', paid: true } as const;
    const told = { ...sampleOf(ServiceRecorded), volunteerId, accountId, season, county, number: volunteerId };
    return when.served(receivedOf(ServiceRecorded(volunteerId, { ...told, spans: [span] })), tx);
  };

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase(assessment);
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.query('delete from person');
  await db.query('delete from volunteer');
});
const seen = async () => ({
  people: await db.query('select name, county from person'),
  volunteers: await db.query('select volunteer_id id, county, university from volunteer order by 1'),
});

test('of several services the latest says which county sees a person, in whatever order they are heard', async () => {
  const first = [checkedIn('v1', '2022-2023', 152221), recorded('v1', '2022-2023', 152221)];
  const second = [checkedIn('v2', '2023-2024', 152222), recorded('v2', '2023-2024', 152222)];
  const orders = [
    [identified, ...first, ...second],
    [...second, identified, ...first],
    [...first, ...second, identified],
  ];
  for (const order of orders) {
    await db.query('delete from person');
    await db.query('delete from volunteer');
    for (const hear of order) await react(db, hear);
    expect(await seen()).toEqual({
      people: [{ name: person.name, county: 152222 }],
      volunteers: [
        { id: 'v1', county: 152221, university: person.university },
        { id: 'v2', county: 152222, university: person.university },
      ],
    });
  }
});

test('a person and their service that are heard at the same moment find each other', async () => {
  let commit = (): void => undefined;
  const open = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let begun = (): void => undefined;
  const underWay = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const first = react(db, async (tx) => {
    await identified(tx);
    begun();
    await open;
  });
  await underWay;
  let isDone = false;
  const second = react(db, checkedIn('v1', '2023-2024', 152221)).finally(() => {
    isDone = true;
  });
  // It waits for the first, or would be done without having seen it.
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`;
  while (!isDone && (await db.query(waiting)).length === 0) await pause(5);
  commit();
  await Promise.all([first, second]);
  expect(await seen()).toEqual({
    people: [{ name: person.name, county: 152221 }],
    volunteers: [{ id: 'v1', county: 152221, university: person.university }],
  });
});
