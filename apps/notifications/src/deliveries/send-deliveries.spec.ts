import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DeliveryFailed } from '@xibu/domain/notifications/events';
import { asWorkOf } from '@xibu/platform';
import { type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { NotificationsConfig } from '../notifications.config.js';
import { notifications } from '../notifications.service.js';
import { attempt, attemptsMax } from './delivery.rules.js';
import { MailChannel } from './mail-channel.js';
import { SendDeliveries } from './send-deliveries.js';

let db: TestDatabase;
let smtp: SMTPServer;
let channel: MailChannel;
const received: { to: string; subject: string; id: string }[] = [];

beforeAll(async () => {
  db = await testDatabase(notifications);
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('bounce') ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        received.push({
          to: [mail.to ?? []].flat()[0]?.text ?? '',
          subject: mail.subject ?? '',
          id: mail.messageId ?? '',
        });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const address = smtp.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  channel = new MailChannel({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    smtpTls: 'any',
    mailFrom: 'x@example.org',
  } as NotificationsConfig);
});
afterAll(async () => {
  channel.close();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  await db.close();
});

async function queued(account: string, email: string): Promise<void> {
  await db.query('insert into contact (account, roles, name, email, language) values ($1, $2, $1, $3, $4)', [
    account,
    ['person'],
    email,
    'zh',
  ]);
  await db.query(
    `with m as (insert into message (id, account, cause, template, subject, text, at)
                values (gen_random_uuid(), $1, 'c', 't', '主题', '正文', now()) returning id)
     insert into delivery (id, message_id, account, channel, status, at) select gen_random_uuid(), id, $1, 'email', 'queued', now() from m`,
    [account],
  );
}

const send = (): Promise<number> =>
  asWorkOf('notifications', 'test', () => new SendDeliveries(db.database, db.clock, channel).run());

test('what is queued is sent over SMTP, once, and its arrival is kept', async () => {
  await queued('p1', 'p1@example.org');
  expect(await send()).toBe(1);
  expect(await send()).toBe(0);
  expect(received).toMatchObject([{ to: 'p1@example.org', subject: '[西部计划] 主题' }]);
  expect(await db.query(`select status, attempts from delivery where account = 'p1'`)).toEqual([
    { status: 'delivered', attempts: 1 },
  ]);
});

test('a refused address is tried again, then fails with its reason, and the fact is told', async () => {
  await queued('p2', 'bounce@example.org');
  for (let tries = 0; tries < attemptsMax; tries += 1) {
    expect(await send()).toBe(1);
    await db.query(`update delivery set next_try = now() where account = 'p2'`);
  }
  expect(await send()).toBe(0);
  expect(await db.query(`select status, reason from delivery where account = 'p2'`)).toEqual([
    { status: 'failed', reason: expect.stringContaining('no such mailbox') },
  ]);
  const [failed] = await db.facts();
  expectShape(sampleOf(DeliveryFailed), failed?.data);
  expect([failed]).toMatchObject([
    { type: 'notifications.message.delivery-failed.v1', data: { accountId: 'p2', template: 't' } },
  ]);
});

test('each try waits longer than the one before', () => {
  const waits = [0, 1, 2, 3].map((before) => attempt(before, { arrived: false, reason: 'r' }).waitSeconds);
  expect(waits).toEqual([4, 16, 64, 256]);
  expect(attempt(attemptsMax - 1, { arrived: false, reason: 'r' }).status).toBe('failed');
});
