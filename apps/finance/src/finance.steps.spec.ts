import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Role } from '@xibu/domain';
import {
  adjustmentStatuses,
  bankCardStatuses,
  claimStatuses,
  exceptionStates,
  gapStates,
  lineStates,
  runStatuses,
} from '@xibu/domain/finance/api';
import type { FinanceTest } from './testing-finance.js';
import { home, threeCounties } from './testing-three-counties.js';

/** Every state of everything that has steps, and every step from it that the pages do not know: refused, and no trace. */
interface Step {
  readonly role: Role;
  readonly from: readonly string[];
  readonly code: string | ((state: string) => string);
  readonly body?: object;
}

interface LifeCycle {
  readonly path: string;
  readonly table: string;
  readonly key?: string;
  readonly states: readonly string[];
  /** What else has to be so in a state, as the columns of the row. */
  readonly put: (state: string) => string;
  readonly steps: Readonly<Record<string, Step>>;
}

const reason = { reason: '测试' };
const signed = `'{"account":"somebody","name":"某人","at":"2023-09-01T09:00:00.000+08:00"}'`;
const [officer, approver] = ['county.officer', 'county.approver'] as const;
const [cashier, second] = ['county.finance-officer', 'county.finance-approver'] as const;
const isReleased = (state: string) => ['released', 'sent', 'paid', 'closed'].includes(state);

const lifeCycles: readonly LifeCycle[] = [
  {
    ...{ path: '/subsidy-runs/:id', table: 'subsidy_run', states: runStatuses },
    put: (state) =>
      `status = '${state}', released = ${isReleased(state) ? signed : 'null'}, release_seq = ${isReleased(state) ? 9 : 'null'}`,
    steps: {
      'lock-attendance': { role: officer, from: ['draft'], code: 'subsidy-run.wrong-step' },
      'unlock-attendance': {
        ...{ role: officer, from: ['attendance-locked', 'calculated'], code: 'subsidy-run.wrong-step', body: reason },
      },
      calculate: { role: officer, from: ['attendance-locked', 'calculated'], code: 'subsidy-run.wrong-step' },
      approve: { role: approver, from: ['calculated'], code: 'subsidy-run.wrong-step' },
      return: { role: approver, from: ['calculated', 'county-approved'], code: 'subsidy-run.wrong-step', body: reason },
      release: { role: cashier, from: ['county-approved'], code: 'subsidy-run.wrong-step' },
    },
  },
  {
    ...{ path: '/batches/:id', table: 'batch', states: ['prepared', 'released', 'exported', 'discarded'] },
    put: (state) =>
      `status = '${state === 'exported' ? 'released' : state}',
       released = ${['released', 'exported'].includes(state) ? signed : 'null'},
       exported = ${state === 'exported' ? signed : 'null'}`,
    steps: {
      release: { role: second, from: ['prepared'], code: 'batch.wrong-step' },
      discard: { role: cashier, from: ['prepared'], code: 'batch.wrong-step', body: reason },
      export: {
        ...{ role: cashier, from: ['released'] },
        code: (state) => (state === 'exported' ? 'batch.exported' : 'batch.wrong-step'),
      },
      returns: {
        ...{ role: cashier, from: ['exported'], code: 'batch.not-exported', body: { name: 'r', content: 'eA==' } },
      },
    },
  },
  {
    ...{ path: '/month-closes/:id', table: 'month_close', states: ['proposed', 'closed'] },
    put: (state) => `status = '${state}'`,
    steps: { confirm: { role: second, from: ['proposed'], code: 'month.closed' } },
  },
  {
    ...{ path: '/insurance-policies/:id', table: 'insurance_policy', states: ['prepared', 'approved'] },
    put: (state) => `status = '${state}', approved = ${state === 'approved' ? signed : 'null'}`,
    steps: { approve: { role: 'region.approver', from: ['prepared'], code: 'policy.wrong-step' } },
  },
  {
    ...{ path: '/insurance-claims/:id', table: 'insurance_claim', states: claimStatuses },
    put: (state) => `status = '${state}', paid_fen = ${state === 'paid' ? 1 : 'null'}`,
    steps: {
      documents: {
        ...{ role: officer, from: ['reported', 'documents'], code: 'claim.wrong-step', body: { documents: ['病历'] } },
      },
      decide: {
        ...{ role: 'region.officer', from: ['documents'], code: 'claim.wrong-step' },
        body: { decision: 'accepted', ...reason },
      },
      pay: {
        ...{ role: 'region.officer', from: ['accepted'], code: 'claim.wrong-step' },
        body: { paidFen: 1, paidOn: '2023-09-01' },
      },
    },
  },
  {
    ...{ path: '/payment-holds/:id', table: 'payment_hold', states: ['held', 'lifted'] },
    put: (state) => `lifted = ${state === 'lifted' ? signed : 'null'}`,
    steps: { lift: { role: approver, from: ['held'], code: 'payment-hold.lifted', body: reason } },
  },
  {
    ...{ path: '/adjustments/:id', table: 'adjustment', states: adjustmentStatuses },
    put: (state) => `status = '${state}', dry_run = '{}', seq = ${state === 'approved' ? 999 : 'null'}`,
    steps: {
      'dry-run': { role: cashier, from: ['prepared'], code: 'adjustment.wrong-step' },
      approve: { role: second, from: ['prepared'], code: 'adjustment.wrong-step' },
      reject: { role: second, from: ['prepared'], code: 'adjustment.wrong-step', body: reason },
    },
  },
  {
    ...{ path: '/fund-arrivals/:id', table: 'fund_arrival', states: ['recorded', 'reversed'] },
    put: (state) => `reversed = ${state === 'reversed' ? signed : 'null'}`,
    steps: { reverse: { role: second, from: ['recorded'], code: 'fund.reversed', body: reason } },
  },
  {
    ...{ path: '/bank-cards/:id', table: 'bank_card', states: bankCardStatuses },
    put: (state) => `status = '${state}'`,
    steps: {
      confirm: { role: cashier, from: ['registered'], code: 'bank-card.wrong-step' },
      refuse: { role: officer, from: ['registered'], code: 'bank-card.wrong-step', body: reason },
    },
  },
  {
    ...{ path: '/coverage/gaps/:id', table: 'coverage_gap', states: gapStates },
    put: (state) => `state = '${state}', settled = ${state === 'settled' ? signed : 'null'}`,
    steps: { settle: { role: approver, from: ['open'], code: 'coverage.wrong-step', body: reason } },
  },
  {
    ...{ path: '/payments/:id', table: 'payment_line', key: 'reference', states: lineStates },
    put: (state) => `state = '${state}'`,
    steps: { retry: { role: cashier, from: ['returned'], code: 'payment.not-returned', body: reason } },
  },
];

let finance: FinanceTest;
beforeAll(async () => {
  finance = await threeCounties();
});
afterAll(() => finance.stop());

describe.each(lifeCycles.map((each) => [each.path, each] as const))('%s', (_, cycle) => {
  const { path, table, key = 'id', states, put, steps } = cycle;
  const forbidden = Object.entries(steps).flatMap(([step, { from }]) =>
    states.filter((state) => !from.includes(state)).map((state) => [step, state] as const),
  );

  test.each(forbidden)('%s is refused from “%s”, and changes nothing', async (step, state) => {
    const { role, code, body = {} } = steps[step] as Step;
    const place = role.startsWith('region') ? 150000 : home;
    const where = table === 'insurance_policy' ? '150000' : String(home);
    const [row] = await finance.service.query<{ id: string }>(
      `select ${key} id from ${table} where division = ${where} order by 1 limit 1`,
    );
    const read = () => finance.service.query(`select to_jsonb(t) row from ${table} t where ${key} = $1`, [row?.id]);
    await finance.service.query(`update ${table} set ${put(state)} where ${key} = $1`, [row?.id]);
    const before = await read();
    expect(before).toHaveLength(1);
    const answer = await finance.refused(
      'POST',
      `${path.replace(':id', row?.id ?? '')}/${step}`,
      body,
      finance.actor(role, place),
    );
    expect(answer).toBe(typeof code === 'string' ? code : code(state));
    expect(await read()).toEqual(before);
  });
});

test.each(exceptionStates.flatMap((state) => [['bulk-settle', state] as const, ['bulk-confirm', state] as const]))(
  'exceptions/%s of one that is “%s” answers by its state',
  async (step, state) => {
    const [row] = await finance.service.query<{ id: string }>(
      `select id from pay_exception where division = ${home} order by 1 limit 1`,
    );
    await finance.service.query(
      `update pay_exception set state = $2, reason = '测试', proposed = ${signed},
         settled = ${state === 'settled' ? signed : 'null'} where id = $1`,
      [row?.id, state],
    );
    const [actor, body] =
      step === 'bulk-settle'
        ? [finance.actor(officer, home), { ids: [row?.id], ...reason }]
        : [finance.actor(approver, home), { ids: [row?.id] }];
    const [outcome] = await finance.ok<object[]>('POST', `/exceptions/${step}`, body, actor);
    // A proposal may be worded anew; only a proposal is confirmed.
    const isPossible = step === 'bulk-settle' ? state !== 'settled' : state === 'proposed';
    expect(outcome).toMatchObject(isPossible ? { done: true } : { done: false, code: 'exception.wrong-step' });
  },
);

test.each(['attendance-locked', 'calculated', 'county-approved'] as const)(
  'a unit does not correct its attendance while the run of the month is “%s”',
  async (state) => {
    const [row] = await finance.service.query<{ id: string }>(`select id from attendance where division = ${home}`);
    await finance.service.query(
      `update subsidy_run set status = $1, released = null, release_seq = null where division = ${home}`,
      [state],
    );
    const unit = finance.actor('unit.officer', `${home}-school`);
    const body = { ...reason, unpaid: [] };
    expect(await finance.refused('POST', `/attendances/${row?.id}/correct`, body, unit)).toBe('attendance.locked');
  },
);

test('a month that is closed is not proposed again', async () => {
  await finance.service.query(`update month_close set status = 'closed', closed = ${signed} where division = ${home}`);
  const proposal = { county: home, month: '2023-08' };
  expect(await finance.refused('POST', '/month-closes', proposal, finance.actor(cashier, home))).toBe('month.closed');
});

test('of two who confirm a close at once, the second finds the month closed', async () => {
  await finance.service.query(`update month_close set status = 'proposed', closed = null where division = ${home}`);
  const [row] = await finance.service.query<{ id: string }>(`select id from month_close where division = ${home}`);
  const confirm = (role: Role) =>
    finance.refused('POST', `/month-closes/${row?.id}/confirm`, {}, finance.actor(role, home));
  // Whoever holds the payments of the county keeps both waiting; the close changes meanwhile.
  const answers = await finance.react(async (tx) => {
    await tx.query('select pg_advisory_xact_lock(7201502, $1)', [home]);
    const both = [confirm(second), confirm(approver)];
    await waiting(2);
    await tx.query(`update month_close set status = 'closed', closed = ${signed} where id = $1`, [row?.id]);
    return both;
  });
  expect(await Promise.all(answers)).toEqual(['month.closed', 'month.closed']);
});

/** Resolves when so many sessions wait for the lock of a county's payments. */
async function waiting(sessions: number): Promise<void> {
  const until = performance.now() + 20_000;
  for (;;) {
    const [row] = await finance.service.query<{ n: number }>(
      `select count(*)::int n from pg_locks where locktype = 'advisory' and classid = 7201502 and objid = ${home}
         and not granted and database = (select oid from pg_database where datname = current_database())`,
    );
    if ((row?.n ?? 0) >= sessions) return;
    if (performance.now() > until) throw new Error(`nobody waits for the payments of ${home}`);
    await pause(20);
  }
}
