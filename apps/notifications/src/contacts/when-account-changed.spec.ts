import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { AccountClosed, ContactChanged } from '@xibu/domain/programme/events';
import type { Tx } from '@xibu/platform';
import { react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { sampleOf } from '@xibu/platform/testing-samples';
import { receivedOf } from '@xibu/platform/testing-season';
import { notifications } from '../notifications.service.js';
import { WhenAccountChanged } from './when-account-changed.js';

const contact = sampleOf(ContactChanged);
const { accountId } = contact;
const when = new WhenAccountChanged();
const changed = (tx: Tx) => when.contactChanged(receivedOf(ContactChanged(accountId, contact)), tx);
const closed = (tx: Tx) =>
  when.accountClosed(receivedOf(AccountClosed(accountId, { accountId, reason: '本人注销' })), tx);

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase(notifications);
});
afterAll(() => db.close());
beforeEach(() => db.query('delete from contact'));

test.each([
  ['after', [changed, closed]],
  ['before', [closed, changed]],
])('nobody writes to an account that is closed, when that is heard %s its addresses', async (_, heard) => {
  for (const hear of heard) await react(db, hear);
  expect(await db.query('select account, name, email, closed from contact')).toEqual([
    { account: accountId, name: contact.name, email: contact.email, closed: true },
  ]);
});

test('addresses that change replace those before', async () => {
  await react(db, changed);
  const email = 'neu@example.org';
  await react(db, (tx) => when.contactChanged(receivedOf(ContactChanged(accountId, { ...contact, email })), tx));
  expect(await db.query('select email, closed from contact')).toEqual([{ email, closed: false }]);
});
