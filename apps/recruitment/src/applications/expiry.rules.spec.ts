import { expect, test } from '@jest/globals';
import { type ApplicationStatus, applicationStatuses } from '@xibu/domain/recruitment/api';
import { deadlineOf, expiryFacts } from './expiry.rules.js';

const deadlines: Partial<Record<ApplicationStatus, string>> = {
  ...{ draft: 'registration', returned: 'registration', submitted: 'review', 'faculty-passed': 'review' },
  ...{ 'university-passed': 'confirmation', confirmed: 'exam', ticketed: 'ranking' },
};

test.each(Object.entries(deadlines))('%s ends when the window of %s closes', (status, milestone) => {
  expect(deadlineOf(status as ApplicationStatus)).toBe(milestone);
});

test.each(applicationStatuses.filter((status) => !(status in deadlines)))(
  '%s never expires: it is over, or an office has to act',
  (status) => {
    expect(deadlineOf(status)).toBeNull();
  },
);

test('whoever had handed something in is told, with the document that set the date; a draft is not', () => {
  const one = { accountId: 'a', season: '2023-2024', university: 'u', noticeNumber: '内团联发〔2023〕6号' };
  const facts = expiryFacts([
    { ...one, id: '1', number: '2023-15-000001', was: 'university-passed' },
    { ...one, id: '2', number: null, was: 'draft' },
  ]);
  expect(facts.map(({ key, data }) => [key, data])).toEqual([
    [
      '1',
      {
        ...{ applicationId: '1', accountId: 'a', season: '2023-2024', university: 'u' },
        ...{ status: 'university-passed', noticeNumber: '内团联发〔2023〕6号' },
      },
    ],
  ]);
});
