import { expect, test } from '@jest/globals';
import { candidateStatuses } from '@xibu/domain/placement/api';
import { sampleRulebook } from '@xibu/domain/samples';
import type { RankablePost } from './candidate.js';
import { effectiveRanking, expand, prefilled, rank, rankablePosts } from './ranking.rules.js';
import { sampleCandidate } from './sample-candidate.js';

const now = new Date('2023-06-10T10:00:00+08:00');
const post = (code: string, county: number, special: RankablePost['special']): RankablePost => ({
  code,
  county,
  special,
});
/** In an order that nobody may rely on. */
const list = [
  post('150422-23-002', 150422, 'rural-education'),
  post('152221-23-010', 152221, 'youth-work'),
  post('150422-23-001', 150422, 'youth-work'),
  post('152221-23-003', 152221, 'rural-education'),
  post('152221-23-001', 152221, 'rural-education'),
  post('152221-23-002', 152221, 'rural-governance'),
  post('152222-23-001', 152222, 'rural-education'),
];
const posts = rankablePosts(list);
const wishes = { counties: [152221, 150422], specials: ['rural-education', 'youth-work'] } as const;
const save = (codes: readonly string[], change: object = {}) =>
  rank(sampleCandidate(change), { posts: codes, acceptsReassignment: false }, posts, sampleRulebook, now);

test('wishes become a list: counties in their order, specials in theirs, then codes', () => {
  const wanted = ['152221-23-001', '152221-23-003', '152221-23-010', '150422-23-002', '150422-23-001'];
  expect(prefilled(wishes, posts, 10)).toEqual(wanted);
  expect(prefilled(wishes, rankablePosts(list.toReversed()), 10)).toEqual(wanted);
  expect(prefilled(wishes, posts, 2)).toEqual(wanted.slice(0, 2));
  expect(prefilled({ ...wishes, counties: [152222] }, posts, 10)).toEqual(['152222-23-001']);
});

test('without a wish for specials every post of the counties is wished for', () => {
  expect(prefilled({ counties: [152221], specials: [] }, posts, 10)).toEqual([
    ...['152221-23-001', '152221-23-002', '152221-23-003', '152221-23-010'],
  ]);
});

test('"any post of this special in this county" is its posts in the order of their codes', () => {
  expect(expand(posts, 152221, 'rural-education')).toEqual(['152221-23-001', '152221-23-003']);
  expect(expand(posts, 152222, 'youth-work')).toEqual([]);
});

test('a saved list counts as it is, without posts that are not in the round', () => {
  const candidate = sampleCandidate({ ...wishes, ranking: ['152222-23-001', '999999-23-001', '152221-23-003'] });
  expect(effectiveRanking(candidate, posts, 10)).toEqual(['152222-23-001', '152221-23-003']);
  expect(effectiveRanking({ ...candidate, ranking: [] }, posts, 10)).toEqual([]);
  expect(effectiveRanking({ ...candidate, ranking: null }, posts, 1)).toEqual(['152221-23-001']);
});

test('an own list is kept in its order, and so is a change of mind about reassignment', () => {
  expect(save(['152222-23-001', '152221-23-001'])).toMatchObject({
    ...{ ranking: ['152222-23-001', '152221-23-001'], acceptsReassignment: false, version: 2 },
  });
  expect(save([]).ranking).toEqual([]);
});

test('what cannot be ranked is refused and named', () => {
  expect(() => save(['152221-23-001', '152221-23-001'])).toThrow(
    expect.objectContaining({
      code: 'ranking.post-twice',
      details: expect.objectContaining({ post: '152221-23-001' }),
    }),
  );
  expect(() => save(['152221-23-001', '152221-23-099'])).toThrow(
    expect.objectContaining({ code: 'ranking.post-not-open', details: { pointer: '/posts/1', post: '152221-23-099' } }),
  );
  const many = Array.from({ length: 11 }, (_, index) => `152221-23-${index}`);
  expect(() => save(many)).toThrow(
    expect.objectContaining({ code: 'ranking.too-many', details: expect.objectContaining({ max: 10 }) }),
  );
});

test.each(candidateStatuses.filter((status) => !['qualified', 'unplaced'].includes(status)))(
  'nobody who is %s changes a list',
  (status) => {
    expect(() => save([], { status })).toThrow(
      expect.objectContaining({ code: 'ranking.closed', details: { status } }),
    );
  },
);
