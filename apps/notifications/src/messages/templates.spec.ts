import { expect, test } from '@jest/globals';
import { templates } from './templates.js';

/** One value for every field that any template quotes. */
const values = {
  ...{
    number: 'N1',
    stage: 'faculty',
    reason: 'R',
    ticket: 'T',
    site: 'S',
    seat: '7',
    startsAt: '2023-05-27T09:00:00+08:00',
  },
  ...{
    score: '80.00',
    post: 'P',
    passed: true,
    from: '2023-08-01',
    to: '2024-08-01',
    approved: true,
    days: 2,
    month: '2023-09',
  },
  ...{
    fen: 123450,
    dueOn: '2023-10-10',
    kind: 'commercial',
    level: 'L',
    grade: 'pass',
    title: 'T',
    what: ['报名', 'Registration'],
    closesAt: '2023-05-20 24:00',
  },
};

test.each(Object.entries(templates))('%s is whole in Chinese and in English', (_, make) => {
  const { zh, en } = (make as (given: unknown) => Record<'zh' | 'en', { subject: string; text: string }>)(values);
  for (const text of [zh, en]) expect(`${text.subject}${text.text}`).not.toMatch(/undefined|NaN|\[object/);
  expect(zh.text).toMatch(/\p{Script=Han}/u);
  expect(en.text).not.toMatch(/\p{Script=Han}/u);
  expect(en.subject).not.toMatch(/\p{Script=Han}/u);
});
