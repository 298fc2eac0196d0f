import { expect, test } from '@jest/globals';
import type { CoverageCalendar } from '@xibu/domain/finance/coverage-api';
import { coverageMonths } from './coverage-months.js';

const calendar: CoverageCalendar = {
  ...{ accountId: 'p1', name: '苏日娜', gaps: [] },
  service: [{ from: '2023-08-08', to: null, county: 152222, unit: '152222-003', isPaid: true }],
  agreements: [{ from: '2023-07-21', to: '2024-07-21' }],
  commercial: [{ from: '2023-07-17', to: '2024-08-10', policyId: 'a', status: 'insured' }],
  social: [{ month: '2023-08', schemes: ['medical', 'pension'] }],
  pay: [{ month: '2023-08', netFen: 174290, state: 'accepted', paidOn: '2023-09-06' }],
};

test('a month counts the days on post until today, the latest month first', () => {
  const months = coverageMonths(calendar, '2023-09-10');
  expect(months.map(({ month, daysOnPost }) => [month, daysOnPost])).toEqual([
    ['2023-09', 10],
    ['2023-08', 24],
  ]);
});

test('a day on post that two covers hold is covered once', () => {
  const twice = { ...calendar, commercial: [...calendar.commercial, ...calendar.commercial] };
  expect(coverageMonths(twice, '2023-08-31')[0]?.commercialDays).toBe(24);
});

test('days before the agreement begins are not covered by it', () => {
  const late = { ...calendar, agreements: [{ from: '2023-08-11', to: null }] };
  expect(coverageMonths(late, '2023-08-31')[0]?.agreementDays).toBe(21);
});

test('insurance that is void covers nothing', () => {
  const none = { ...calendar, commercial: [{ from: '2023-07-17', to: null, policyId: null, status: 'void' }] };
  expect(coverageMonths(none, '2023-08-31')[0]?.commercialDays).toBe(0);
});

test('service that has ended has no months after it', () => {
  const left = { ...calendar, service: calendar.service.map((days) => ({ ...days, to: '2023-08-21' })) };
  expect(coverageMonths(left, '2023-12-31').map(({ daysOnPost }) => daysOnPost)).toEqual([13]);
});

test('a month tells its open gap, and nobody who does not serve yet has months', () => {
  const gap = { from: '2023-08-10', to: '2023-08-12', state: 'open' } as CoverageCalendar['gaps'][number];
  expect(coverageMonths({ ...calendar, gaps: [gap] }, '2023-09-10').map(({ hasGap }) => hasGap)).toEqual([false, true]);
  expect(coverageMonths({ ...calendar, service: [] }, '2023-09-10')).toEqual([]);
});
