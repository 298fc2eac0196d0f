import { expect, test } from '@jest/globals';
import type { LegalDate, Month } from '@xibu/domain';
import { calendarOf, dayAt, daysWithin } from './month-calendar.rules.js';

test.each<[Month, number, LegalDate]>([
  ['2023-09', 30, '2023-10-01'],
  ['2023-12', 31, '2024-01-01'],
  ['2023-02', 28, '2023-03-01'],
  ['2024-02', 29, '2024-03-01'],
])('D of %s is %d calendar days (subsidy-run.md §1)', (month, days, to) => {
  const calendar = calendarOf(month);
  expect(calendar).toMatchObject({ month, from: `${month}-01`, to });
  expect(calendar.days).toHaveLength(days);
  expect(calendar.days.at(-1)).toBe(`${month}-${days}`);
});

test.each<[string, LegalDate, LegalDate | null, [number, number] | null]>([
  ['all of it and more', '2023-01-01', null, [0, 30]],
  ['exactly it', '2023-09-01', '2023-10-01', [0, 30]],
  ['one day of it', '2023-09-30', '2023-10-01', [29, 30]],
  ['its beginning', '2023-08-15', '2023-09-02', [0, 1]],
  ['nothing of it, being over when it begins', '2023-08-01', '2023-09-01', null],
  ['nothing of it, beginning when it is over', '2023-10-01', null, null],
])('a half-open span may hold %s (subsidy-run.md §1)', (_, from, to, expected) => {
  const span = daysWithin({ from, to }, calendarOf('2023-09'));
  expect(span && [span.first, span.end]).toEqual(expected);
});

test('a day that the month does not have is a fault', () => {
  expect(dayAt(calendarOf('2023-09'), 29)).toBe('2023-09-30');
  expect(() => dayAt(calendarOf('2023-09'), 30)).toThrow('2023-09 has no day 31');
});
