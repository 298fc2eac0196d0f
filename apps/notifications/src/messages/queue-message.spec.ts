import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MonthlyReportLate } from '@xibu/domain/assessment/events';
import { ContactChanged } from '@xibu/domain/programme/events';
import { ApplicationReturned } from '@xibu/domain/recruitment/events';
import { react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openOffice, openSeason, receivedOf } from '@xibu/platform/testing-season';
import { WhenAccountChanged } from '../contacts/when-account-changed.js';
import { notifications } from '../notifications.service.js';
import { QueueMessage } from './queue-message.js';
import { WhenOfficesMustAct } from './when-offices-must-act.js';
import { WhenRecruitmentDecided } from './when-recruitment-decided.js';

let db: TestDatabase;
let queue: QueueMessage;
beforeAll(async () => {
  db = await testDatabase(notifications);
  queue = new QueueMessage(db.clock);
  await openSeason(db);
});
afterAll(() => db.close());

async function contact(accountId: string, changes: Partial<Parameters<typeof ContactChanged>[1]> = {}): Promise<void> {
  const data = {
    accountId,
    officeId: null,
    roles: ['person' as const],
    name: '测试',
    email: `${accountId}@example.org`,
    mobile: null,
    language: 'zh' as const,
    ...changes,
  };
  await react(db, (tx) => new WhenAccountChanged().contactChanged(receivedOf(ContactChanged(accountId, data)), tx));
}

const returned = (accountId: string) =>
  receivedOf(
    ApplicationReturned('a1', {
      applicationId: 'a1',
      accountId,
      season: '2023-2024',
      university: 'u',
      stage: 'faculty',
      reason: '照片不清',
    }),
  );

test('a returned applicant reads the reason, in their own language, and gets an e-mail', async () => {
  await contact('p1');
  await contact('p2', { language: 'en' });
  await react(db, (tx) => new WhenRecruitmentDecided(queue).returned(returned('p1'), tx));
  await react(db, (tx) => new WhenRecruitmentDecided(queue).returned(returned('p2'), tx));
  const told =
    await db.query<object>(`select m.account, m.subject, m.text, string_agg(d.channel || ' ' || d.status, ', ' order by d.channel) "by"
    from message m join delivery d on d.message_id = m.id group by m.id order by m.account`);
  expect(told).toEqual([
    {
      account: 'p1',
      subject: '报名表需要补正',
      text: expect.stringContaining('照片不清'),
      by: 'email queued, in-app delivered',
    },
    {
      account: 'p2',
      subject: 'Please correct your application',
      text: expect.stringContaining('照片不清'),
      by: 'email queued, in-app delivered',
    },
  ]);
});

test('the same fact twice tells it once', async () => {
  await contact('p3');
  const fact = returned('p3');
  for (let times = 0; times < 2; times += 1)
    await react(db, (tx) => new WhenRecruitmentDecided(queue).returned(fact, tx));
  expect(await db.query(`select 1 from message where account = 'p3'`)).toHaveLength(1);
});

test('who has no address is told in the portal alone', async () => {
  await contact('p4', { email: null });
  await react(db, (tx) => new WhenRecruitmentDecided(queue).returned(returned('p4'), tx));
  expect(await db.query(`select channel from delivery where account = 'p4'`)).toEqual([{ channel: 'in-app' }]);
});

test('a fact whose contact has not come yet is tried again, not forgotten', async () => {
  await expect(react(db, (tx) => new WhenRecruitmentDecided(queue).returned(returned('nobody'), tx))).rejects.toThrow(
    'no contact yet',
  );
});

test('a late report is told to the county and the tiers above it, and to nobody else', async () => {
  const offices = [
    ['county', 152201, 'county.officer', 'in-county'],
    ['league-city', 152200, 'league-city.officer', 'in-league'],
    ['region', 150000, 'region.officer', 'in-region'],
    ['county', 152202, 'county.officer', 'elsewhere'],
  ] as const;
  for (const [tier, division, role, account] of offices) {
    const officeId = await openOffice(db, { tier, division, name: account });
    await contact(account, { officeId, roles: [role] });
  }
  const fact = receivedOf(
    MonthlyReportLate('152201:2023-09', { county: 152201, month: '2023-09', dueOn: '2023-10-04' }),
  );
  await react(db, (tx) => new WhenOfficesMustAct(queue).reportLate(fact, tx));
  const told = await db.query<{ account: string }>(
    `select account from message where template = 'report-late' order by 1`,
  );
  expect(told.map(({ account }) => account)).toEqual(['in-county', 'in-league', 'in-region']);
});
