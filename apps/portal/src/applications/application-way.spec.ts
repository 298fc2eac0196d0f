import { expect, test } from '@jest/globals';
import type { ApplicationStatus, ReviewView } from '@xibu/domain/recruitment/api';
import { applicationStatuses } from '@xibu/domain/recruitment/api';
import { mayWithdraw, ownStep, wayOf, waySteps } from './application-way.js';

const facultyPass: ReviewView = {
  ...{ stage: 'faculty', decision: 'pass', opinion: '同意推荐', by: '李老师', at: '2023-05-12T10:05:00+08:00' },
};
const submittedAt = '2023-05-11T21:40:00+08:00';

function way(status: ApplicationStatus, reviews: readonly ReviewView[] = [], submitted: string | null = submittedAt) {
  return wayOf({ status, reviews, confirmation: null, submittedAt: submitted });
}

test.each(applicationStatuses)('%s has at most one step that is now or stopped, and never both', (status) => {
  const states = way(status).map(({ state }) => state);
  expect(states.filter((state) => state === 'now' || state === 'stopped').length).toBe(status === 'admitted' ? 0 : 1);
  expect(states).toHaveLength(waySteps.length);
});

test('what is done stands before what is now, with its date and words', () => {
  const points = way('faculty-passed', [facultyPass]);
  expect(points.map(({ state }) => state).slice(0, 4)).toEqual(['done', 'done', 'now', 'to-come']);
  expect(points[1]).toMatchObject({ at: facultyPass.at, review: { opinion: '同意推荐' } });
});

test('a rejection stops the way at the reviewer who said no', () => {
  const no: ReviewView = { ...facultyPass, stage: 'university', decision: 'reject', opinion: '材料不实' };
  const points = way('rejected', [facultyPass, no]);
  expect(points.find(({ state }) => state === 'stopped')).toMatchObject({
    step: 'university',
    review: { opinion: '材料不实' },
  });
});

test('after a return and a new submission the old opinion is gone', () => {
  const back: ReviewView = { ...facultyPass, decision: 'return', opinion: '请补专业', at: '2023-05-11T22:00:00+08:00' };
  expect(way('submitted', [back], '2023-05-12T08:00:00+08:00')[1]?.review).toBeNull();
});

test('a draft that never was submitted has no date', () => {
  expect(way('draft', [], null)[0]).toMatchObject({ state: 'now', at: null });
});

test('somebody who is admitted has every step behind them', () => {
  expect(way('admitted').every(({ state }) => state === 'done')).toBe(true);
});

test.each([['admitted'], ['rejected'], ['withdrawn'], ['expired'], ['lost']] as const)(
  '%s cannot be withdrawn',
  (status) => {
    expect(mayWithdraw({ status })).toBe(false);
  },
);

test('the applicant acts on drafts, returns and confirmations, and on nothing else', () => {
  expect(applicationStatuses.filter((status) => ownStep(status))).toEqual(['draft', 'returned', 'university-passed']);
});
