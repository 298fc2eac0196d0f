import { expect, test } from '@jest/globals';
import { addDays, daysBetween, type LegalDate } from '@xibu/domain';
import { sampleRulebook } from '@xibu/domain/samples';
import fc from 'fast-check';
import { sampleVolunteer } from './sample-volunteer.js';
import { endAbsences, moveStint, recordService, spansOf, withAbsence } from './service.rules.js';
import type { Absence, Stint } from './volunteer.js';

const place = { county: 152221, unit: 'a', projectKind: 'national' } as const;
const stint = (from: LegalDate, to: LegalDate | null): Stint => ({ from, to, ...place });
const away = (from: LegalDate, to: LegalDate | null): Absence => ({ leaveId: 'l', kind: 'personal', from, to });

test('an unpaid absence cuts the days of a place in three', () => {
  const spans = spansOf([stint('2023-08-01', null)], [away('2023-10-09', '2023-10-12')]);
  expect(spans.map(({ from, to, paid }) => [from, to, paid])).toEqual([
    ['2023-08-01', '2023-10-09', true],
    ['2023-10-09', '2023-10-12', false],
    ['2023-10-12', null, true],
  ]);
});

test('an absence without end leaves nothing paid after it', () => {
  const spans = spansOf([stint('2023-08-01', null)], [away('2023-10-09', null)]);
  expect(spans.at(-1)).toMatchObject({ from: '2023-10-09', to: null, paid: false });
});

test('whatever is unpaid, each day of service stands in exactly one span', () => {
  const start: LegalDate = '2023-08-01';
  const absences = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 10 });
  fc.assert(
    fc.property(absences, fc.integer({ min: 1, max: 130 }), (places, length) => {
      // Three days away from every fourth day on: none touches the next.
      const unpaid = places.map((n) => away(addDays(start, n * 4), addDays(start, n * 4 + 3)));
      const spans = spansOf([stint(start, addDays(start, length))], unpaid);
      expect(spans.reduce((days, { from, to }) => days + daysBetween(from as LegalDate, to as LegalDate), 0)).toBe(
        length,
      );
      spans.slice(1).forEach((span, index) => expect(span.from).toBe(spans[index]?.to));
    }),
  );
});

test('a kind of leave that the rules pay leaves no absence, one that they do not pay does', () => {
  const absence = { leaveId: 'l', kind: 'personal', from: '2023-10-09', to: '2023-10-12' } as const;
  expect(withAbsence([], absence, sampleRulebook)).toEqual([]);
  const values = { ...sampleRulebook.values, unpaidAbsences: ['personal'] as const };
  expect(withAbsence([], absence, { ...sampleRulebook, values })).toEqual([absence]);
});

test('who comes back early is unpaid only up to the day before', () => {
  expect(endAbsences([away('2023-10-09', '2023-10-12')], 'l', '2023-10-10')).toEqual([
    away('2023-10-09', '2023-10-10'),
  ]);
  expect(endAbsences([away('2023-10-09', '2023-10-12')], 'l', '2023-10-09')).toEqual([]);
  expect(endAbsences([away('2023-10-09', null)], 'another', '2023-10-10')).toEqual([away('2023-10-09', null)]);
});

test('a change of place on the first day leaves no empty stint', () => {
  const next = { from: '2023-08-01', ...place, unit: 'b' } as const;
  expect(moveStint([stint('2023-08-01', null)], next)).toEqual([{ ...next, to: null }]);
});

test('what was told already is not told again', () => {
  const [told, first] = recordService(sampleVolunteer());
  expect(first).toHaveLength(1);
  const [, again] = recordService(JSON.parse(JSON.stringify(told)));
  expect(again).toEqual([]);
});
