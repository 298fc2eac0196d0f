import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RunView } from '@xibu/domain/finance/api';
import { actorOf, as, react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason, receivedOf } from '@xibu/platform/testing-season';
import { finance } from '../finance.service.js';
import { CloseMonth } from '../month-closes/close-month.js';
import { sampleVolunteer } from '../sample-year.js';
import { tellOf } from '../tell-of-volunteers.js';
import { decideTerms } from '../testing-terms.js';
import { ApproveSubsidyRun } from './approve-subsidy-run.js';
import { CalculateSubsidyRun } from './calculate-subsidy-run.js';
import { LockAttendance } from './lock-attendance.js';
import { OpenSubsidyRun } from './open-subsidy-run.js';
import { ReleaseSubsidyRun } from './release-subsidy-run.js';

const counties = { small: 152201, large: 152221 } as const;
const month = '2023-08';
let db: TestDatabase;
let statements = 0;
const count = () => {
  statements += 1;
};
const silent = () => undefined;

beforeAll(async () => {
  db = await testDatabase(finance, '2023-09-05T09:00:00+08:00');
  await openSeason(db);
  const people = [
    ...Array.from({ length: 2 }, (_, index) => sampleVolunteer(counties.small, index + 1)),
    ...Array.from({ length: 30 }, (_, index) => sampleVolunteer(counties.large, index + 1)),
  ];
  await react(db, async (tx) => {
    for (const one of people) await tellOf(tx, one, db.sealing, receivedOf);
  });
  await decideTerms(db, people);
  db.source.setOptions({
    logger: {
      ...{ logQuery: count, logQueryError: silent, logQuerySlow: silent, logSchemaBuild: silent },
      ...{ logMigration: silent, log: silent },
    },
  });
});
afterAll(() => db.close());

/** How many statements each step of a county's month takes, its transaction included. */
async function stepsOf(county: number): Promise<Record<string, number>> {
  const { database, clock } = db;
  const taken: Record<string, number> = {};
  const step = async <T>(name: string, actor: ReturnType<typeof actorOf>, work: () => Promise<T>): Promise<T> => {
    statements = 0;
    const answer = await as(actor, work);
    taken[name] = statements;
    return answer;
  };
  const officer = actorOf('county.officer', { division: county });
  const approver = actorOf('county.approver', { division: county });
  const cashier = actorOf('county.finance-officer', { division: county });
  const { id } = await step('open', officer, () => new OpenSubsidyRun(database, clock).run({ county, month }, officer));
  await step('lock', officer, () => new LockAttendance(database, clock).run(id, officer));
  const { people } = await step('calculate', officer, () => new CalculateSubsidyRun(database, clock).run(id, officer));
  expect(people).toBe(county === counties.small ? 2 : 30);
  const why = { overrideReason: '测试' };
  await step('approve', approver, () => new ApproveSubsidyRun(database, clock).run(id, why, approver));
  const released: RunView = await step('release', cashier, () =>
    new ReleaseSubsidyRun(database, clock).run(id, cashier),
  );
  // Nobody has a card, so that every line waits for one and none for the bank.
  expect(released).toMatchObject({ status: 'paid', payments: [{ state: 'not-payable', lines: people }] });
  await db.query(
    `update pay_exception set state = 'settled', reason = '测试', proposed = '{}', settled = '{}' where run_id = $1`,
    [id],
  );
  const closing = new CloseMonth(database, clock);
  const { closeId } = await step('propose', cashier, () => closing.propose({ county, month }, cashier));
  await step('close', approver, () => closing.confirm(closeId ?? '', approver));
  return taken;
}

test('a month takes as many statements for thirty people as for two, and not many', async () => {
  const small = await stepsOf(counties.small);
  expect(await stepsOf(counties.large)).toEqual(small);
  expect(small).toEqual({ open: 6, lock: 5, calculate: 26, approve: 5, release: 17, propose: 15, close: 15 });
});

test('what is written in one statement is what the next step reads', async () => {
  const rows = await db.query(
    `select division, status, people, calculated is not null calculated, approved is not null approved,
            released is not null released, release_seq::int seq, due_on::text due, version
     from subsidy_run order by division`,
  );
  const both = { status: 'closed', calculated: true, approved: true, released: true, due: '2023-09-15' };
  expect(rows).toMatchObject([
    { division: counties.small, people: 2, seq: 1, ...both },
    { division: counties.large, people: 30, seq: 2, ...both },
  ]);
});
