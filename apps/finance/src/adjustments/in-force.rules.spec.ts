import { expect, test } from '@jest/globals';
import type { LegalDate, Period } from '@xibu/domain';
import fc from 'fast-check';
import { asIfFrom, inForce, without } from './in-force.rules.js';

const row = (from: string, to: string | null, fen: number, subject = 'a') => ({
  ...{ from: from as LegalDate, to: to as LegalDate | null, fen, subject },
});
const shown = (rows: readonly (Period & { fen: number })[]) =>
  rows.map(({ from, to, fen }) => `${from}..${to ?? ''} ${fen}`).sort();
const bySubject = ({ subject }: { subject: string }) => subject;

test('a new row supersedes from its first day, and the old one stands until then', () => {
  const rows = [
    { row: row('2023-01-01', null, 1), seq: 1 },
    { row: row('2023-09-01', null, 2), seq: 2 },
  ];
  expect(shown(inForce(rows, bySubject))).toEqual(['2023-01-01..2023-09-01 1', '2023-09-01.. 2']);
});

test('a row for some days only lets the old one come back afterwards', () => {
  const rows = [
    { row: row('2023-01-01', null, 1), seq: 1 },
    { row: row('2023-09-01', '2023-10-01', 2), seq: 2 },
  ];
  expect(shown(inForce(rows, bySubject))).toEqual([
    '2023-01-01..2023-09-01 1',
    '2023-09-01..2023-10-01 2',
    '2023-10-01.. 1',
  ]);
});

test('the later decision counts, not the later day', () => {
  const rows = [
    { row: row('2023-09-01', null, 2), seq: 1 },
    { row: row('2023-01-01', null, 1), seq: 2 },
  ];
  expect(shown(inForce(rows, bySubject))).toEqual(['2023-01-01.. 1']);
});

test('rows of one decision stand beside each other, and other subjects are left alone', () => {
  const rows = [
    { row: row('2023-01-01', null, 1), seq: 1 },
    { row: row('2023-01-01', null, 2), seq: 1 },
    { row: row('2023-05-01', null, 3, 'b'), seq: 2 },
  ];
  expect(shown(inForce(rows, bySubject))).toEqual(['2023-01-01.. 1', '2023-01-01.. 2', '2023-05-01.. 3']);
});

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2023-02-${String(n).padStart(2, '0')}` as LegalDate);
const period: fc.Arbitrary<Period> = fc
  .tuple(day, fc.option(day))
  .filter(([from, to]) => to === null || from < to)
  .map(([from, to]) => ({ from, to }));
const holds = ({ from, to }: Period, at: LegalDate) => from <= at && (to === null || at < to);

test('what is left of a period are its days outside the others, each once', () => {
  fc.assert(
    fc.property(period, fc.array(period, { maxLength: 4 }), day, (own, others, at) => {
      const left = without(own, others).filter((part) => holds(part, at)).length;
      expect(left).toBe(holds(own, at) && !others.some((other) => holds(other, at)) ? 1 : 0);
    }),
  );
});

test('for a dry run the first rows of a subject reach back to the month that is tried', () => {
  const rows = [row('2023-09-01', '2023-10-01', 1), row('2023-10-01', null, 2), row('2023-01-01', null, 3, 'b')];
  expect(shown(asIfFrom(rows, '2023-07-01', bySubject))).toEqual([
    '2023-01-01.. 3',
    '2023-07-01..2023-10-01 1',
    '2023-10-01.. 2',
  ]);
});
