import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actorOf, as, react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason, receivedOf } from '@xibu/platform/testing-season';
import { finance } from '../finance.service.js';
import { type SampleVolunteer, sampleCard, sampleVolunteer } from '../sample-year.js';
import { tellDays, tellOf } from '../tell-of-volunteers.js';
import { ConfirmBankCard } from './confirm-bank-card.js';
import { ListBankCards } from './list-bank-cards.js';
import { RegisterBankCard } from './register-bank-card.js';

const county = 152201;
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase(finance, '2023-07-20T09:00:00+08:00');
  await openSeason(db, { 'second-registration': ['2023-08-01', '2023-08-16'] });
  await react(db, async (tx) => {
    for (const n of [1, 2, 3]) await tellOf(tx, sampleVolunteer(county, n), db.sealing, receivedOf);
  });
});
afterAll(() => db.close());

const person = ({ accountId }: SampleVolunteer) => actorOf('person', { account: accountId });
const officer = actorOf('county.finance-officer', { division: county });
function register(n: number, card: number) {
  const who = sampleVolunteer(county, n);
  const request = { number: sampleCard(card), holderName: who.name, bankName: '示例银行' };
  return as(person(who), () => new RegisterBankCard(db.database, db.clock, db.sealing).run(request, person(who)));
}
const confirm = (id: string, actor = officer) =>
  as(actor, () => new ConfirmBankCard(db.database, db.clock).run(id, {}, actor));

test('cards are asked for from the second registration on, and on any day after', async () => {
  await expect(register(1, 1)).rejects.toMatchObject({ code: 'milestone.not-open' });
  db.clock.moveTo(new Date('2023-08-20T09:00:00+08:00'));
  expect(await register(1, 1)).toMatchObject({ status: 'registered', number: expect.stringMatching(/^\*{12}\d{4}$/) });
});

test('the number is sealed, and found again by its index alone', async () => {
  const [row] = await db.query<{ number_sealed: string; number_index: string }>('select * from bank_card');
  expect(JSON.stringify(row)).not.toContain(sampleCard(1));
  expect(db.sealing.open(row?.number_sealed ?? '')).toBe(sampleCard(1));
  expect(row?.number_index).toBe(db.sealing.blindIndex(sampleCard(1)));
});

test('two people do not share a card, and the second is not told whose it is', async () => {
  await expect(register(2, 1)).rejects.toMatchObject({ code: 'bank-card.shared', details: { pointer: '/number' } });
  await expect(register(1, 1)).rejects.toMatchObject({ code: 'bank-card.same' });
});

test('the county confirms; another county does not know of the card', async () => {
  const [{ id }] = (await db.query<{ id: string }>('select id from bank_card')) as [{ id: string }];
  await expect(confirm(id, actorOf('county.finance-officer', { division: 152221 }))).rejects.toMatchObject({
    code: 'record.unknown',
  });
  expect(await confirm(id)).toMatchObject({
    status: 'confirmed',
    usableFrom: '2023-08-20',
    name: sampleVolunteer(county, 1).name,
  });
  expect((await db.facts()).map(({ type, data }) => [type, data])).toContainEqual([
    'finance.bank-card.confirmed.v1',
    { accountId: sampleVolunteer(county, 1).accountId, lastFour: sampleCard(1).slice(-4) },
  ]);
});

test('a second card takes the place of the first once it is confirmed, waits some days, and leaves a history', async () => {
  const { id } = await register(1, 4);
  const superseding = await register(1, 5);
  await expect(confirm(id)).rejects.toMatchObject({ code: 'bank-card.wrong-step' });
  expect(await confirm(superseding.id)).toMatchObject({ usableFrom: '2023-08-23' });
  const own = person(sampleVolunteer(county, 1));
  const cards = await as(own, () => new ListBankCards(db.database).mine(own));
  expect(cards.map(({ status }) => status).sort()).toEqual(['confirmed', 'replaced', 'withdrawn']);
  // What was replaced belongs to nobody, and a card that is given up may be another's.
  expect(await register(2, 1)).toMatchObject({ status: 'registered' });
});

test('when the volunteer moves on, the new county looks after the card', async () => {
  const who = sampleVolunteer(county, 2);
  const span = { projectKind: 'national' as const, paid: true, unit: 'u' };
  await react(db, (tx) => tellDays(tx, who, [{ ...span, from: '2023-08-01', to: null, county: 152221 }], receivedOf));
  const [card] = await db.query<{ id: string }>('select id from bank_card where account_id = $1', [who.accountId]);
  await expect(confirm(card?.id ?? '')).rejects.toMatchObject({ code: 'record.unknown' });
  const there = actorOf('county.finance-officer', { division: 152221 });
  expect(await confirm(card?.id ?? '', there)).toMatchObject({ status: 'confirmed' });
});

test('many cards are decided at once, and each answers for itself', async () => {
  const { id } = await register(3, 9);
  const missing = '01890000-0000-7000-8000-000000000009';
  const outcomes = await as(officer, () =>
    new ConfirmBankCard(db.database, db.clock).many({ ids: [id, missing] }, officer),
  );
  expect(outcomes).toEqual([
    { id, done: true, status: 'confirmed' },
    { id: missing, done: false, code: 'record.unknown' },
  ]);
});
