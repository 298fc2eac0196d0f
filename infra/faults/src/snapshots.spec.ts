import { expect, test } from '@jest/globals';
import type { Databases } from '@xibu/end-to-end/season/invariants/databases';
import type { Seen } from '@xibu/end-to-end/season/invariants/invariant';
import { ledgerBalances, moneyAddsUp } from '@xibu/end-to-end/season/invariants/money';
import { nobodyTwice, quotasHold } from '@xibu/end-to-end/season/invariants/placement';
import { watch } from './snapshots.js';

/** Stores that answer what the case says for the statement that holds these words, and nothing for others. */
function stores(answers: Readonly<Record<string, readonly object[]>>): Seen {
  const rows = async (_service: string, sql: string) =>
    Object.entries(answers).find(([words]) => sql.includes(words))?.[1] ?? [];
  return { databases: { rows } as unknown as Databases, world: {} as Seen['world'], folder: '' };
}

/** Work that is over after the first look. */
const soon = async () => undefined;

test('what does not hold for a moment only is found, and told once', async () => {
  let [looks, done] = [0, () => undefined as void];
  const work = new Promise<void>((resolve) => {
    done = resolve;
  });
  const check = async () => {
    looks += 1;
    if (looks === 5) done();
    return looks === 2 || looks === 3 ? ['it did not'] : [];
  };
  expect(await watch([{ name: 'it holds', check }], stores({}), work)).toEqual({
    ...{ looks: 5, wrong: ['it holds: it did not'] },
  });
});

test('a database that is away is not looked at, and any other fault ends the watch', async () => {
  const away = Object.assign(new Error('the database system is shutting down'), { code: '57P03' });
  const failing = (error: Error) => ({ name: 'it holds', check: () => Promise.reject(error) });
  expect(await watch([failing(away)], stores({}), soon())).toEqual({ looks: 0, wrong: [] });
  await expect(watch([failing(new Error('no such table'))], stores({}), soon())).rejects.toThrow('no such table');
});

test('work that fails ends the watch', async () => {
  const work = Promise.reject(new Error('gave up'));
  expect((await watch([], stores({}), work)).wrong).toEqual([]);
});

test('a post that holds more than its seats, a quota that is passed, and somebody with two places are found', async () => {
  const oversold = stores({ 'count(*) > p.seats': [{ code: 'P1', n: 3, seats: 2 }] });
  expect(await quotasHold.check(oversold)).toEqual(['post P1 holds 3 of 2']);
  expect(await quotasHold.check(stores({ 'count(*) > q.max': [{ quota_id: 'q', n: 3, max: 2 }] }))).toHaveLength(1);
  expect(await nobodyTwice.check(stores({ 'from seat': [{ account_id: 'a', n: 2 }] }))).toHaveLength(1);
  expect(await quotasHold.check(stores({}))).toEqual([]);
});

test('a posting that does not balance, a payment that is not what was approved, and one that came twice are found', async () => {
  expect(await ledgerBalances.check(stores({ 'group by posting_id': [{ posting_id: 'p', fen: '1' }] }))).toHaveLength(
    1,
  );
  expect(await ledgerBalances.check(stores({ 'sum(fen)::text fen from ledger_entry': [{ fen: '-1' }] }))).not.toEqual(
    [],
  );
  const run = { number: 'r', month: '2023-08', net: '10', payout: '10', first: '9' };
  expect(await moneyAddsUp.check(stores({ 'from subsidy_run r': [run] }))).toHaveLength(1);
  const twice = [{ person: 'a', month: '2023-08', n: 2 }];
  expect(await moneyAddsUp.check(stores({ "l.state = 'accepted' group by": twice }))).toHaveLength(1);
  expect(await moneyAddsUp.check(stores({}))).toEqual([]);
});
