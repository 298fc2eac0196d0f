import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Refusal } from '@xibu/domain';
import { notes } from '../sample-service.js';
import { type TestDatabase, testDatabase } from '../testing.js';
import { openSeason } from '../testing-season.js';
import { requireOpen } from './season-copy.js';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase(notes);
  await openSeason(db, { registration: ['2023-04-10', '2023-05-20'] });
});
afterAll(() => db.close());

const season = '2023-2024';
const answerAt = (instant: string): Promise<string> =>
  db.database
    .asService((tx) => requireOpen(tx, season, 'registration', new Date(instant)))
    .then(
      () => 'open',
      (refusal: Refusal) => refusal.code,
    );

test.each([
  ['2023-04-09T23:59:59.999+08:00', 'milestone.not-open'],
  ['2023-04-10T00:00:00.000+08:00', 'open'],
  ['2023-05-19T23:59:59.999+08:00', 'open'],
  ['2023-05-20T00:00:00.000+08:00', 'milestone.closed'],
])('a window opens and closes at midnight of legal time: %s', async (instant, answer) => {
  expect(await answerAt(instant)).toBe(answer);
});

test('the refusal says by which clock and by which notice', async () => {
  const late = db.database.asService((tx) => requireOpen(tx, season, 'registration', new Date('2023-05-20T08:00:00Z')));
  await expect(late).rejects.toMatchObject({
    details: { closesAt: '2023-05-20T00:00:00.000+08:00', noticeNumber: '内团联发〔2023〕6号' },
  });
});
