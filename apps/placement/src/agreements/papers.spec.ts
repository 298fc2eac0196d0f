import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { as, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason } from '@xibu/platform/testing-season';
import { ListDispatches } from '../dispatches/list-dispatches.js';
import { placement } from '../placement.service.js';
import { countyOf, MadeUpService, personOf, unitOf } from '../volunteers/made-up-service.js';
import { ListAgreements } from './list-agreements.js';
import { PrintAgreement } from './print-agreement.js';

const county = countyOf(152221);
let test_: TestDatabase;
let service: MadeUpService;
beforeAll(async () => {
  test_ = await testDatabase(placement, '2023-08-01T09:00:00+08:00');
  await openSeason(test_);
  service = new MadeUpService(test_);
  await service.openPost(1, { seats: 5 });
  for (const n of [1, 2]) await service.admit(n);
  await service.checkIn([1, 2]);
  await service.train([1, 2]);
  await service.dispatch(152221);
});
afterAll(() => test_.close());

test('the hand-over list is printed for its county and nobody else', async () => {
  const [{ id } = { id: '' }] = await test_.query<{ id: string }>('select id from dispatch');
  const print = (actor = county) => as(actor, () => new ListDispatches(test_.database, test_.clock).print(id, actor));
  const { number, bytes } = await print();
  expect(number).toBe('P2023-152221-1');
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await expect(print(countyOf(152222))).rejects.toMatchObject({ code: 'record.unknown' });
});

test('the agreement is printed for its three parties and nobody else', async () => {
  const id = await service.agreementOf(1);
  const print = (actor = county) => as(actor, () => new PrintAgreement(test_.database, test_.clock).run(id, actor));
  for (const party of [county, personOf(1), unitOf('152221-school')]) {
    const { number, bytes } = await print(party);
    expect([number, bytes.subarray(0, 5).toString()]).toEqual(['X2023-15-000001-1', '%PDF-']);
  }
  await expect(print(personOf(2))).rejects.toMatchObject({ code: 'record.unknown' });
});

test('who has not signed is counted by county and party', async () => {
  const unsigned = () => as(county, () => new ListAgreements(test_.database).unsigned('2023-2024', county));
  await service.sign(1, [personOf(1), unitOf('152221-school')]);
  expect(await unsigned()).toEqual([
    {
      ...{ county: 152221, countyName: '科尔沁右翼前旗', leagueCity: 152200, people: 2 },
      ...{ missingVolunteer: 1, missingUnit: 1, missingCounty: 2 },
    },
  ]);
});
