import { expect, test } from '@jest/globals';
import type { PublicNotice } from '../public-notices/public-notice.js';
import { decide, file } from './objection.rules.js';

const now = new Date('2023-06-11T15:00:00+08:00');
const notice: PublicNotice = {
  ...{ id: 'n', season: '2023-2024', division: 150000, university: 'u', universityName: '内蒙古大学' },
  ...{ opensOn: '2023-06-10', closesOn: '2023-06-12', status: 'open', people: 2, openedBy: 'officer' },
};
const filed = { id: 'o', line: 2, contactSealed: 'c', reasonSealed: 'r' };
const code = (refusal: string) => expect.objectContaining({ code: refusal });

test('an objection names a line, and belongs to the university of the notice', () => {
  expect(file(notice, filed, '2023-06-11', now)).toMatchObject({
    ...{ noticeId: 'n', line: 2, university: 'u', division: 150000, status: 'open', receivedAt: now },
  });
});

test.each([0, 3])('there is no line %i in a list of two', (line) => {
  expect(() => file(notice, { ...filed, line }, '2023-06-11', now)).toThrow(code('public-notice.line-unknown'));
});

test('after the last day nothing is taken, even before the clock has closed the notice', () => {
  expect(() => file(notice, filed, '2023-06-13', now)).toThrow(code('public-notice.over'));
});

const open = file(notice, filed, '2023-06-11', now);

test.each(['upheld', 'dismissed'] as const)(
  'it is %s with a reason, by another than who opened the notice',
  (outcome) => {
    const decided = decide(open, { outcome, reason: ' 情况属实 ' }, notice, { account: 'head' }, now);
    expect(decided).toMatchObject({ status: outcome, decisionReason: '情况属实', decidedBy: 'head', decidedAt: now });
    expect(() => decide(open, { outcome, reason: '是' }, notice, { account: 'officer' }, now)).toThrow(
      code('four-eyes.same-person'),
    );
    expect(() => decide(open, { outcome, reason: ' ' }, notice, { account: 'head' }, now)).toThrow(
      code('reason.missing'),
    );
    expect(() => decide(decided, { outcome, reason: '是' }, notice, { account: 'head' }, now)).toThrow(
      code('objection.decided'),
    );
  },
);
