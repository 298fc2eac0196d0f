import { expect, test } from '@jest/globals';
import type { Service } from '../upstreams/services.js';
import { maySee, publicRouteOf } from './public-reads.rules.js';

const serviceOf = (url: string): Service => url.split('/')[2] as Service;
const isPublic = (method: string, url: string): boolean => publicRouteOf(serviceOf(url), method, url) !== null;

test.each([
  '/api/programme/public-notices?limit=20',
  '/api/programme/public-notices/018f2f6e-0000-7000-8000-000000000001',
  '/api/programme/directory',
  '/api/recruitment/public-notices',
  '/api/recruitment/reference/universities?q=%E5%B8%88',
  '/api/placement/catalogue/posts?season=2023-2024',
  '/api/placement/catalogue/posts/P-1',
  '/api/placement/catalogue/counties',
  '/api/placement/rounds/public?season=2023-2024',
])('%s says the same to everybody', (url) => {
  expect(isPublic('GET', url)).toBe(true);
});

test.each([
  ['GET', '/api/recruitment/applications/mine'],
  ['GET', '/api/recruitment/public-notices/1/entries'],
  ['GET', '/api/programme/session'],
  ['GET', '/api/programme/notices'],
  ['GET', '/api/placement/posts'],
  ['GET', '/api/placement/rounds'],
  ['GET', '/api/finance/public-notices'],
  ['GET', '/api/assessment/certificates/check/ZS-1'],
  ['GET', '/api/recruitment/applications?x=/public-notices'],
  ['POST', '/api/recruitment/public-notices'],
  ['HEAD', '/api/programme/public-notices'],
  ['GET', `/api/programme/directory?q=${'x'.repeat(500)}`],
])('%s %s is not kept for everybody', (method, url) => {
  expect(isPublic(method, url)).toBe(false);
});

test('a change shows in the lists of its own nouns; a saved draft in none', () => {
  const catalogue = publicRouteOf('placement', 'GET', '/api/placement/catalogue/posts');
  const notices = publicRouteOf('recruitment', 'GET', '/api/recruitment/public-notices');
  if (!catalogue || !notices) throw new Error('both are public');
  expect(maySee(catalogue, 'placement', '/api/placement/posts/open')).toBe(true);
  expect(maySee(catalogue, 'placement', '/api/placement/operations/clock')).toBe(true);
  expect(maySee(catalogue, 'placement', '/api/placement/leaves/1/decide')).toBe(false);
  expect(maySee(catalogue, 'programme', '/api/programme/posts')).toBe(false);
  expect(maySee(notices, 'recruitment', '/api/recruitment/public-notices/1/objections')).toBe(true);
  expect(maySee(notices, 'recruitment', '/api/recruitment/applications/1/draft')).toBe(false);
});
