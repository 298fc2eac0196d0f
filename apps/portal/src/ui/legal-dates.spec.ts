import { expect, test } from '@jest/globals';
import {
  daysSince,
  lastDayBefore,
  sayDate,
  sayDay,
  sayDeadline,
  sayInstant,
  sayMonth,
  sayTimeLeft,
} from './legal-dates.js';

test('midnight is written as 24:00 of the day before, with its weekday', () => {
  expect(sayDeadline('2023-05-21T00:00:00+08:00', 'zh')).toBe('2023年5月20日（周六）24:00');
  expect(sayDeadline('2023-05-21T00:00:00+08:00', 'en')).toBe('20 May 2023 (Sat) 24:00');
  expect(lastDayBefore('2023-05-21T00:00:00+08:00')).toBe('2023-05-20');
});

test('a deadline during a day keeps its day and hour', () => {
  expect(sayDeadline('2023-06-23T17:30:00+08:00', 'zh')).toBe('2023年6月23日（周五）17:30');
  expect(lastDayBefore('2023-06-23T17:30:00+08:00')).toBe('2023-06-23');
});

test('an instant is told in legal time wherever the reader is', () => {
  expect(sayInstant('2023-05-11T16:40:00Z', 'zh')).toBe('2023年5月12日 00:40');
  expect(sayInstant('2023-05-11T13:40:59+08:00', 'en')).toBe('11 May 2023 13:40');
});

test('a date without a deadline has no weekday', () => {
  expect(sayDate('2023-08-01', 'zh')).toBe('2023年8月1日');
  expect(sayMonth('2023-09', 'en')).toBe('Sep 2023');
});

test('a day out of a service is said as a date, and what is none stays as it came', () => {
  expect(sayDay('2023-08-01', 'en')).toBe('1 Aug 2023');
  expect(sayDay('2023-02-30', 'zh')).toBe('2023-02-30');
  expect(sayDay('–', 'zh')).toBe('–');
  expect(sayMonth('2023-13', 'zh')).toBe('2023-13');
});

test.each([
  ['2023-05-18T20:00:00+08:00', '还剩 2 天 4 小时', '2 days 4 hours left'],
  ['2023-05-01T00:00:00+08:00', '还剩 20 天', '20 days left'],
  ['2023-05-20T22:29:30+08:00', '还剩 1 小时 31 分', '1 hour 31 minutes left'],
  ['2023-05-20T23:59:01+08:00', '还剩 1 分', '1 minute left'],
])('from %s until the end of 20 May it says %s', (now, zh, en) => {
  expect(sayTimeLeft('2023-05-21T00:00:00+08:00', new Date(now), 'zh')).toBe(zh);
  expect(sayTimeLeft('2023-05-21T00:00:00+08:00', new Date(now), 'en')).toBe(en);
});

test('nothing is left at the closing instant itself', () => {
  expect(sayTimeLeft('2023-05-21T00:00:00+08:00', new Date('2023-05-21T00:00:00+08:00'), 'zh')).toBeNull();
});

test('waiting days go by the calendar, not by 24 hours', () => {
  expect(daysSince('2023-05-11T23:50:00+08:00', new Date('2023-05-12T00:10:00+08:00'))).toBe(1);
  expect(daysSince('2023-05-11T00:10:00+08:00', new Date('2023-05-11T23:50:00+08:00'))).toBe(0);
});
