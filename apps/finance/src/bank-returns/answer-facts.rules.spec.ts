import { expect, test } from '@jest/globals';
import { PaymentAccepted, PaymentReturned } from '@xibu/domain/finance/events';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import type { ReturnOutcome, ReturnRow } from '../bank-files/return-file.js';
import { type AnsweredLine, factsOf } from './answer-facts.rules.js';

const reference = 'P2023081522010000001';
const line: AnsweredLine = { reference, accountId: 'a', division: 152201, month: '2023-08', fen: 238_000 };
const row = (changes: Partial<ReturnRow>): ReturnRow => ({
  ...{ seq: '1', reference, fen: 238_000n, status: 'S', reason: '', bankReference: 'B1', valueDate: '2023-09-06' },
  ...changes,
});
type Step = ReturnOutcome['steps'][number];
const told = (after: Step['after'], changes: Partial<ReturnRow> = {}, known = [line]) =>
  factsOf(
    { steps: [{ row: 2, reference, before: 'pending', after } as Step] },
    new Map(known.map((each) => [each.reference, each])),
    { date: '2023-09-07', rows: [row(changes)] },
  );

test('what was accepted is told with the day of the money (bank-files.md §3, S)', () => {
  const [fact, ...others] = told('accepted');
  expect(others).toEqual([]);
  expect(fact).toMatchObject({
    ...{ type: PaymentAccepted.type, key: reference },
    data: { accountId: 'a', county: 152201, month: '2023-08', fen: 238_000, valueDate: '2023-09-06' },
  });
  expectShape(sampleOf(PaymentAccepted), fact?.data);
});

test('a bank that names no day is taken to mean that of its file (bank-files.md §2)', () => {
  expect(told('accepted', { valueDate: '' })).toMatchObject([{ data: { valueDate: '2023-09-07' } }]);
});

test('what came back is told with the bank’s own words (bank-files.md §3, F and R)', () => {
  const [fact] = told('returned', { status: 'F', reason: '账号不存在' });
  expect(fact).toMatchObject({ type: PaymentReturned.type, key: reference, data: { reason: '账号不存在' } });
  expectShape(sampleOf(PaymentReturned), fact?.data);
});

test.each<[string, Step['after'], AnsweredLine[]]>([
  ['a step that leaves the line pending', 'pending', [line]],
  ['a line that is not of this batch', 'accepted', []],
])('nobody is told of %s (bank-files.md §3)', (_, after, known) => {
  expect(told(after, {}, known)).toEqual([]);
});

test('facts come in the order of the rows, each with its own words', () => {
  const other = { ...line, reference: 'P2023081522010000002', accountId: 'b' };
  const steps = [
    { row: 2, reference: other.reference, before: 'pending', after: 'returned' },
    { row: 3, reference, before: 'pending', after: 'accepted' },
  ] as Step[];
  const rows = [row({ reference: other.reference, status: 'F', reason: '销户' }), row({ seq: '2' })];
  const facts = factsOf({ steps }, new Map([line, other].map((each) => [each.reference, each])), {
    date: '2023-09-07',
    rows,
  });
  expect(facts.map(({ key, data }) => [key, (data as { reason?: string }).reason ?? null])).toEqual([
    [other.reference, '销户'],
    [reference, null],
  ]);
});
