import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LegalDate } from '@xibu/domain';
import { asWorkOf } from '@xibu/platform';
import { type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason } from '@xibu/platform/testing-season';
import { QueueMessage } from '../messages/queue-message.js';
import { notifications } from '../notifications.service.js';
import { EveryDayRemindApplicants } from './every-day-remind-applicants.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase(notifications);
  await openSeason(db, { confirmation: ['2023-04-12', '2023-05-21'] });
  await db.query(
    `insert into contact (account, roles, name, language) select a, '{person}', a, 'zh' from unnest(array['waits', 'done', 'returned']) a`,
  );
  await db.query(
    `insert into applicant_step (account, season, application, step)
     values ('waits', '2023-2024', 'a1', 'university-passed'), ('waits', '2023-2024', 'a0', 'done'),
            ('done', '2023-2024', 'a2', 'done'), ('returned', '2023-2024', 'a3', 'returned')`,
  );
});
afterAll(() => db.close());

const remind = (day: LegalDate): Promise<void> =>
  asWorkOf('notifications', 'test', () =>
    new EveryDayRemindApplicants(db.database, new QueueMessage(db.clock)).run({ due: new Date(), day }),
  );

test('who has not confirmed is reminded seven, three and one day before the last day, and nobody else', async () => {
  for (const day of [
    '2023-05-12',
    '2023-05-13',
    '2023-05-14',
    '2023-05-17',
    '2023-05-19',
    '2023-05-20',
    '2023-05-21',
  ] as const)
    await remind(day);
  const told = await db.query<{ account: string; subject: string }>(
    'select account, subject from message order by account, subject',
  );
  expect(told).toEqual([
    { account: 'returned', subject: '报名还剩 1 天' },
    { account: 'returned', subject: '报名还剩 3 天' },
    { account: 'returned', subject: '报名还剩 7 天' },
    { account: 'waits', subject: '意向服务地确认还剩 1 天' },
    { account: 'waits', subject: '意向服务地确认还剩 3 天' },
    { account: 'waits', subject: '意向服务地确认还剩 7 天' },
  ]);
});
