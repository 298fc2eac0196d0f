import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actorOf, as, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason } from '@xibu/platform/testing-season';
import { recruitmentSchema } from '../recruitment.schema.js';
import { sampleApplicants } from './sample-applicants.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase(recruitmentSchema);
  await openSeason(t);
});
afterAll(() => t.close());

test('one’s own application is found in an index, whatever became of it', async () => {
  const [{ accountId } = { accountId: '' }] = await sampleApplicants(t, 3, 'withdrawn');
  const actor = actorOf('person', { account: accountId });
  const plan = await as(actor, () =>
    t.database.transaction(async (tx): Promise<{ 'QUERY PLAN': string }[]> => {
      // A handful of rows is read faster than an index; a million is not.
      await tx.query('set local enable_seqscan = off');
      return tx.query('explain select * from application where account_id = $1 order by season desc', [accountId]);
    }),
  );
  const text = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(text).toContain('application_of_account');
  expect(text).not.toContain('Seq Scan');
});
