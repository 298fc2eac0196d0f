import { expect, test } from '@jest/globals';
import type { LegalDate } from '@xibu/domain';
import { type BatchStatus, batchStatuses } from '@xibu/domain/finance/api';
import { codeOf } from '../offices/refusal-code.js';
import { sampleActor } from '../offices/sample-actor.js';
import type { Batch } from './batch.js';
import {
  batchNumber,
  type Candidate,
  choose,
  discard,
  exportOnce,
  release,
  requireExported,
  requireSound,
} from './batch.rules.js';

const now = new Date('2023-10-12T09:00:00+08:00');
const today: LegalDate = '2023-10-12';
const [officer, other] = [sampleActor('officer'), sampleActor('other')];
const prepared: Batch = {
  ...{
    id: 'i',
    number: '152221-202309-01',
    division: 152221,
    month: '2023-09',
    profile: 'neutral',
    status: 'prepared',
  },
  ...{ dated: today, lines: 1, totalFen: 1, digest: 'd', prepared: { account: 'officer', name: '', at: '' } },
  ...{ released: null, exported: null, reason: null, version: 1 },
};
const at = (status: BatchStatus): Batch => ({ ...prepared, status });
const line = (serial: number, changes: Partial<Candidate> = {}): Candidate => ({
  ...{
    reference: `P202309152221000000${serial}`,
    person: `v${serial}`,
    accountId: `a${serial}`,
    run: 'r',
    month: '2023-09',
  },
  ...{ fen: 100, split: [{ county: '152221', project: 'national', source: 'county', fen: 100 }], state: 'waiting' },
  ...{
    replaces: null,
    name: `测试${serial}`,
    card: `622${serial}`,
    cardId: `c${serial}`,
    usableFrom: today,
    onHold: false,
  },
  ...changes,
});
const left = (...lines: Candidate[]) =>
  choose(lines, today).left.map(({ reference, why }) => `${reference.at(-1)} ${why}`);

test('lines go in by the order of their references', () => {
  expect(choose([line(2), line(1)], today).lines.map(({ person }) => person)).toEqual(['v1', 'v2']);
});

test.each<[string, Partial<Candidate>, string]>([
  ['there is no card', { card: null }, '1 no-card'],
  ['the card is new', { usableFrom: '2023-10-13' }, '1 cooling'],
  ['payment is held', { onHold: true }, '1 hold'],
  ['the name is not known', { name: null }, '1 no-name'],
])('a line waits while %s', (_, changes, why) => {
  expect(left(line(1, changes))).toEqual([why]);
});

test('a card that was confirmed for today is paid to today', () => {
  expect(left(line(1))).toEqual([]);
});

test('nobody stands in a batch twice: the older line goes first', () => {
  expect(left(line(2, { accountId: 'a1', person: 'v1' }), line(1))).toEqual(['2 second-of-person']);
});

test('no batch holds an account that two people share', () => {
  expect(left(line(1, { card: 'same' }), line(2, { card: 'same' }))).toEqual(['1 account-shared', '2 account-shared']);
});

test('what should never get that far is a fault', () => {
  const chosen = choose([line(1, { fen: 0, split: [] })], today).lines.map((each) => ({ ...each, account: each.card }));
  expect(() => requireSound(chosen, [])).toThrow('under-one-fen');
});

test('a batch is numbered by county, month and serial', () => {
  expect(batchNumber(152221, '2023-09', 3)).toBe('152221-202309-03');
});

test('whoever prepared a batch does not release it', () => {
  expect(codeOf(() => release(prepared, officer, now))).toBe('four-eyes.same-person');
  expect(release(prepared, other, now)).toMatchObject({ status: 'released', released: { account: 'other' } });
});

test.each(batchStatuses.filter((status) => status !== 'prepared'))(
  'a batch that is %s is neither released nor discarded',
  (status) => {
    expect(codeOf(() => release(at(status), other, now))).toBe('batch.wrong-step');
    expect(codeOf(() => discard(at(status), '错'))).toBe('batch.wrong-step');
  },
);

test('a batch is discarded with a reason', () => {
  expect(codeOf(() => discard(prepared, ' '))).toBe('reason.missing');
  expect(discard(prepared, '换银行')).toMatchObject({ status: 'discarded', reason: '换银行' });
});

test('only what was released is handed out, and once', () => {
  expect(codeOf(() => exportOnce(prepared, officer, now))).toBe('batch.wrong-step');
  expect(codeOf(() => requireExported(at('released')))).toBe('batch.not-exported');
  const exported = exportOnce({ ...at('released'), released: { account: 'other', name: '', at: '' } }, officer, now);
  expect(codeOf(() => requireExported(exported))).toBe('done');
  expect(codeOf(() => exportOnce(exported, officer, now))).toBe('batch.exported');
});
