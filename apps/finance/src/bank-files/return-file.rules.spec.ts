import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type LineStanding,
  type LineState,
  type ReturnFile,
  type ReturnRow,
  type ReturnStatus,
  returnStatuses,
} from './return-file.js';
import { applyReturn, fileResult, isException, lineSteps, newLine, totalsOf } from './return-file.rules.js';
import { takeInReturn, takeInReturns } from './take-in-returns.js';
import { sha256, writeReturnFile } from './write-bank-files.js';

const reference = 'P0000000000000000001';
const other = 'P0000000000000000002';

function row(status: ReturnStatus, change: Partial<ReturnRow> = {}): ReturnRow {
  return { seq: '1', reference, fen: 100n, status, reason: '', bankReference: '', valueDate: '', ...change };
}

function file(...rows: ReturnRow[]): ReturnFile {
  return { batch: 'B1', date: '2023-10-12', count: BigInt(rows.length), rows, totals: totalsOf(rows) };
}

/** Lines after these statuses have come, one file each. */
function standing(...statuses: ReturnStatus[]): Map<string, LineStanding> {
  const lines = new Map([
    [reference, newLine(reference, 100)],
    [other, newLine(other, 50)],
  ]);
  for (const status of statuses)
    for (const line of applyReturn(lines, file(row(status))).changed) lines.set(line.reference, line);
  return lines;
}

const codes = (lines: ReadonlyMap<string, LineStanding>, ...rows: ReturnRow[]) =>
  applyReturn(lines, file(...rows)).notes.map(({ code }) => code);

const waysTo: Record<LineState, readonly (readonly ReturnStatus[])[]> = {
  pending: [[], ['P'], ['P', 'P']],
  accepted: [['S'], ['P', 'S']],
  returned: [['F'], ['S', 'R']],
};
const everyStep = (Object.keys(waysTo) as LineState[]).flatMap((state) =>
  waysTo[state].flatMap((way) => returnStatuses.map((status) => [way.join('') || '-', state, status, way] as const)),
);

test.each(everyStep)(
  'after %s, a line that is %s answers to %s as the table of steps says',
  (_, state, status, way) => {
    const lines = standing(...way);
    expect(lines.get(reference)?.state).toBe(state);
    const { changed, steps, notes } = applyReturn(lines, file(row(status)));
    const to = lineSteps[state][status];
    if (status !== 'P' && way.at(-1) === status) {
      expect({ changed, codes: notes.map(({ code }) => code) }).toEqual({ changed: [], codes: ['repeated-row'] });
    } else if (to === undefined) {
      expect({ changed, codes: notes.map(({ code }) => code) }).toEqual({ changed: [], codes: ['conflict'] });
    } else {
      expect(notes).toEqual([]);
      expect(steps).toEqual([{ row: 2, reference, status, before: state, after: to }]);
      expect(changed[0]).toMatchObject({ state: to, status });
    }
  },
);

test('the table of steps holds the four steps of the page and no other', () => {
  const steps = Object.entries(lineSteps).flatMap(([from, to]) =>
    Object.entries(to).map(([status, next]) => `${from} ${status} ${next}`),
  );
  expect(steps).toEqual(['pending S accepted', 'pending F returned', 'pending P pending', 'accepted R returned']);
});

test.each<[string, Partial<ReturnRow>]>([
  ['unknown-reference', { reference: 'P9999999999999999999' }],
  ['amount-differs', { fen: 101n }],
  ['amount-differs', { fen: 10n ** 30n }],
  ['future-date', { valueDate: '2023-10-13' }],
])('%s leaves the line as it was', (code, change) => {
  const { changed, notes } = applyReturn(standing(), file(row('S', change)));
  expect(changed).toEqual([]);
  expect(notes).toEqual([{ row: 2, code, reference: change.reference ?? reference }]);
});

test.each<[string, Partial<ReturnRow>, readonly ReturnStatus[]]>([
  ['unknown-reference', { reference: 'x', fen: 1n, valueDate: '2024-01-01' }, []],
  ['amount-differs', { fen: 1n, valueDate: '2024-01-01' }, ['S']],
  ['future-date', { valueDate: '2024-01-01' }, ['S']],
  ['repeated-row', { valueDate: '2023-10-12' }, ['S']],
  ['conflict', {}, ['F']],
])('the first that applies is said: %s', (code, change, way) => {
  expect(codes(standing(...way), row('S', change))).toEqual([code]);
});

test('the date of the file itself is not in its future', () => {
  expect(codes(standing(), row('S', { valueDate: '2023-10-12' }))).toEqual([]);
});

test('a row that could not be taken in does not count as the status of its line', () => {
  expect(codes(standing(), row('S', { fen: 1n }), row('S'), row('S'))).toEqual(['amount-differs', 'repeated-row']);
});

test('rows of one file build on each other', () => {
  const { changed, notes } = applyReturn(
    standing(),
    file(row('P'), row('S'), row('R', { reason: '账户已销' }), row('S')),
  );
  expect(changed).toMatchObject([{ reference, state: 'returned', status: 'R', reason: '账户已销' }]);
  expect(notes).toEqual([{ row: 5, code: 'conflict', reference }]);
});

test('reason, bank reference and date are those of the last step', () => {
  const first = applyReturn(standing(), file(row('P', { bankReference: 'K1', valueDate: '2023-10-11' })));
  expect(first.changed).toMatchObject([{ state: 'pending', bankReference: 'K1', valueDate: '2023-10-11' }]);
  const second = applyReturn(new Map(first.changed.map((line) => [line.reference, line])), file(row('S')));
  expect(second.changed).toMatchObject([{ state: 'accepted', bankReference: '', valueDate: '' }]);
});

test('lines given are left as they were', () => {
  const lines = standing();
  const before = structuredClone([...lines]);
  applyReturn(lines, file(row('S')));
  expect([...lines]).toEqual(before);
});

test('only a repeated row is nobody’s work', () => {
  expect(isException({ code: 'repeated-row' })).toBe(false);
  expect(isException({ code: 'conflict' })).toBe(true);
});

test.each<[string, Partial<ReturnFile>]>([
  ['count of rows', { count: 2n }],
  ['count of S', { totals: { acceptedCount: 2n, acceptedFen: 100n, failedCount: 0n, failedFen: 0n } }],
  ['total of S', { totals: { acceptedCount: 1n, acceptedFen: 99n, failedCount: 0n, failedFen: 0n } }],
  ['count of F and R', { totals: { acceptedCount: 1n, acceptedFen: 100n, failedCount: 1n, failedFen: 0n } }],
  ['total of F and R', { totals: { acceptedCount: 1n, acceptedFen: 100n, failedCount: 0n, failedFen: 1n } }],
])('a wrong %s refuses the file', (_, change) => {
  expect(fileResult({ ...file(row('S')), ...change }, 'B1')).toBe('totals-differ');
});

test('a file of another batch is refused before its totals are looked at', () => {
  expect(fileResult({ ...file(row('S')), count: 9n }, 'B2')).toBe('wrong-batch');
  expect(fileResult(file(row('S')), 'B1')).toBe('taken');
});

test('P counts in no total, F and R count together', () => {
  expect(totalsOf([row('S'), row('P'), row('F', { fen: 1n }), row('R', { fen: 2n })])).toEqual({
    ...{ acceptedCount: 1n, acceptedFen: 100n, failedCount: 2n, failedFen: 3n },
  });
});

test('the same bytes are taken in once, and a file that was refused may come again', () => {
  const good = writeReturnFile(file(row('P')));
  const wrong = writeReturnFile({ ...file(row('S')), count: 7n });
  const strange = writeReturnFile({ ...file(row('S')), batch: 'B2' });
  const broken = Buffer.from('nothing');
  const { files, lines } = takeInReturns(
    'B1',
    [newLine(reference, 100)],
    [
      ['1', good],
      ['2', good],
      ['3', wrong],
      ['4', wrong],
      ['5', strange],
      ['6', broken],
    ],
  );
  expect(files.map(([, result]) => result)).toEqual([
    'taken',
    'repeated-file',
    'totals-differ',
    'totals-differ',
    'wrong-batch',
    'bad-format:1:2',
  ]);
  expect(lines[0]?.state).toBe('pending');
});

test('a repeated file is known by its bytes before anything else is asked', () => {
  const bytes = Buffer.from('whatever');
  expect(takeInReturn('B1', new Map(), bytes, new Set([sha256(bytes)])).result).toBe('repeated-file');
});

test('whatever comes, in whatever order, no line leaves the table of steps and no fen is lost', () => {
  const anyRow = fc.record({
    reference: fc.constantFrom(reference, other, 'P9999999999999999999'),
    fen: fc.constantFrom(100n, 50n),
    status: fc.constantFrom(...returnStatuses),
    valueDate: fc.constantFrom('' as const, '2023-10-12' as const, '2023-10-13' as const),
  });
  fc.assert(
    fc.property(fc.array(fc.array(anyRow, { maxLength: 8 }), { maxLength: 6 }), (drawn) => {
      const bytes = drawn.map((rows) => writeReturnFile(file(...rows.map((each) => row(each.status, each)))));
      const returns = bytes.map((each, index) => [String(index), each] as const);
      const lines = [newLine(reference, 100), newLine(other, 50)];
      const once = takeInReturns('B1', lines, returns);
      expect(once.lines.reduce((sum, { fen }) => sum + fen, 0)).toBe(150);
      for (const line of once.lines) {
        const reached = waysTo[line.state].map((way) => way.at(-1) ?? null);
        expect(reached).toContain(line.status);
      }
      // The bank sends everything a second time.
      const twice = takeInReturns('B1', lines, [...returns, ...returns]);
      expect(twice.lines).toEqual(once.lines);
      expect(twice.notes).toEqual(once.notes);
    }),
    { numRuns: 300 },
  );
});
