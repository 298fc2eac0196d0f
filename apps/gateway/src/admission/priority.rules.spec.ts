import { expect, test } from '@jest/globals';
import { priorities, priorityOf } from './priority.rules.js';

const id = '018f2f6e-0000-7000-8000-000000000001';

test.each([
  ['POST', `/api/recruitment/applications/${id}/submit`, 'submit'],
  ['POST', `/api/recruitment/applications/${id}/confirm`, 'submit'],
  ['POST', `/api/recruitment/applications/${id}/accept`, 'submit'],
  ['PUT', '/api/placement/rankings/mine/2023-2024', 'submit'],
  ['PUT', '/api/finance/operations/clock', 'submit'],
  ['GET', '/api/finance/operations/state', 'submit'],
  ['PUT', `/api/recruitment/applications/${id}/draft`, 'save'],
  ['POST', '/api/recruitment/applications', 'save'],
  ['POST', `/api/recruitment/applications/${id}/faculty-review`, 'save'],
  ['DELETE', `/api/placement/posts/${id}`, 'save'],
  ['POST', '/api/finance/batches/1/export', 'save'],
  ['POST', '/api/programme/sign-in', 'own'],
  ['POST', '/api/programme/accounts/register', 'own'],
  ['GET', '/api/programme/session', 'own'],
  ['GET', '/api/recruitment/applications/mine', 'own'],
  ['GET', '/api/placement/rankings/mine/2023-2024', 'own'],
  ['GET', '/api/notifications/messages/unread', 'own'],
  ['GET', '/api/recruitment/reference/universities?q=%E5%B8%88', 'own'],
  ['GET', '/api/recruitment/applications?status=submitted', 'search'],
  ['GET', `/api/recruitment/applications/${id}`, 'search'],
  ['HEAD', '/api/placement/posts', 'search'],
  ['POST', '/api/finance/subsidy-runs/1/preview', 'search'],
  ['GET', '/api/recruitment/applications?status=submitted&format=xlsx', 'export'],
  ['GET', '/api/recruitment/applications?format=csv', 'export'],
  ['GET', `/api/recruitment/applications/${id}/form.pdf`, 'export'],
  ['GET', '/api/finance/pay-slips/mine/2023-09/slip.pdf', 'export'],
  ['GET', '/api/placement/volunteers/export', 'export'],
  ['GET', '/api/finance/social-insurance/file', 'export'],
  ['GET', '/api/finance/audit/verify', 'export'],
] as const)('%s %s is of priority %s', (method, url, priority) => {
  expect(priorityOf(method, url)).toBe(priority);
});

test('what only sounds like a step of a person is none', () => {
  expect(priorityOf('GET', `/api/recruitment/applications/${id}/submit`)).toBe('search');
  expect(priorityOf('POST', `/api/assessment/reports/${id}/submit`)).toBe('save');
  expect(priorityOf('POST', `/api/recruitment/applications?path=/applications/${id}/submit`)).toBe('save');
});

test('a submission goes before a saved draft, that before one’s own, a search and an export', () => {
  expect(priorities).toEqual(['submit', 'save', 'own', 'search', 'export']);
});
