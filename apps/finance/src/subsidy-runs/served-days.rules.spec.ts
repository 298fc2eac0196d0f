import { expect, test } from '@jest/globals';
import type { LegalDate } from '@xibu/domain';
import type { Service } from './run-inputs.js';
import { servedDays } from './served-days.rules.js';

const span = (from: string, to: string | null, county = '152201', paid = true): Service => ({
  ...{ from: from as LegalDate, to: to as LegalDate | null, county, project: 'national', paid },
});
const shown = (days: readonly Service[]) =>
  days.map(({ from, to, county, paid }) => `${from}..${to ?? ''} ${county}${paid ? '' : ' unpaid'}`);
const marked = (...days: string[]) => new Set(days as LegalDate[]);

test('service without marks is what was told', () => {
  expect(shown(servedDays([span('2023-09-01', null)], marked()))).toEqual(['2023-09-01.. 152201']);
});

test('days that the unit marked are service without pay', () => {
  expect(shown(servedDays([span('2023-09-01', null)], marked('2023-09-05', '2023-09-06', '2023-09-10')))).toEqual([
    '2023-09-01..2023-09-05 152201',
    '2023-09-05..2023-09-07 152201 unpaid',
    '2023-09-07..2023-09-10 152201',
    '2023-09-10..2023-09-11 152201 unpaid',
    '2023-09-11.. 152201',
  ]);
});

test('a mark on the first or the last day leaves no empty span', () => {
  expect(shown(servedDays([span('2023-09-01', '2023-09-03')], marked('2023-09-01', '2023-09-02')))).toEqual([
    '2023-09-01..2023-09-03 152201 unpaid',
  ]);
});

test('marks outside of service, and in leave without pay, change nothing', () => {
  const spans = [span('2023-09-01', '2023-09-10', '152201', false), span('2023-09-10', '2023-09-20')];
  expect(shown(servedDays(spans, marked('2023-09-02', '2023-09-25')))).toEqual([
    '2023-09-01..2023-09-10 152201 unpaid',
    '2023-09-10..2023-09-20 152201',
  ]);
});

test('nobody serves twice on a day: the span that began first keeps it', () => {
  const spans = [span('2023-09-05', '2023-09-20', '152202'), span('2023-09-01', '2023-09-10')];
  expect(shown(servedDays(spans, marked()))).toEqual([
    '2023-09-01..2023-09-10 152201',
    '2023-09-10..2023-09-20 152202',
  ]);
});

test('a span that lies within another is dropped', () => {
  const spans = [span('2023-09-01', null), span('2023-09-05', '2023-09-06', '152202')];
  expect(shown(servedDays(spans, marked()))).toEqual(['2023-09-01.. 152201']);
});
