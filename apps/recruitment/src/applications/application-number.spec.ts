import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actorOf, as, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { recruitmentSchema } from '../recruitment.schema.js';
import { applicationNumber, claimNumbers } from './application-number.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase(recruitmentSchema);
});
afterAll(() => t.close());

const of = { season: '2023-2024', division: 150000 };
const claim = (...people: string[]) =>
  as(actorOf('person'), () => t.database.transaction((tx) => claimNumbers(tx, of, people, t.sealing)));

test('a number follows from person and season, whoever comes first', async () => {
  const [one, two] = [await claim('a', 'b'), await claim('c')];
  expect([...one.keys(), ...two.keys()]).toEqual(['a', 'b', 'c']);
  for (const [person, number] of [...one, ...two]) {
    expect(number).toMatch(/^2023-15-\d{10}$/);
    expect(number).toBe(applicationNumber(of, person, 0, t.sealing));
  }
  expect(applicationNumber({ ...of, season: '2024-2025' }, 'a', 0, t.sealing)).toMatch(/^2024-15-/);
});

test('a number that is taken gives way to the next of the same person', async () => {
  await t.query('insert into issued_number values ($1)', [applicationNumber(of, 'd', 0, t.sealing)]);
  expect((await claim('d', 'e', 'd')).get('d')).toBe(applicationNumber(of, 'd', 1, t.sealing));
  expect((await claim('d')).get('d')).toBe(applicationNumber(of, 'd', 2, t.sealing));
});

test('two who claim at once never hold the same', async () => {
  const numbers = await Promise.all(Array.from({ length: 5 }, () => claim('f')));
  expect(new Set(numbers.map((claimed) => claimed.get('f'))).size).toBe(5);
});
