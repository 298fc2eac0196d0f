import { expect, test } from '@jest/globals';
import { asForest, parentsFirst, QuotaFault } from './forest.rules.js';

const posts = ['p1', 'p2', 'p3', 'p4', 'p5'];
const quota = (quotaId: string, max: number | null, ...postIds: string[]) => ({ quotaId, max, postIds });

test('quotas that nest become a forest, whatever order they are configured in', () => {
  const quotas = [
    quota('special', 1, 'p1'),
    quota('county', 2, 'p1', 'p2'),
    quota('league-city', 3, 'p1', 'p2', 'p3'),
    quota('other-county', 4, 'p4'),
  ];
  const forest = asForest(quotas, posts);
  expect([...forest.nodes].sort((left, right) => (left.nodeId < right.nodeId ? -1 : 1))).toEqual([
    { nodeId: 'all', parentId: null, max: null },
    { nodeId: 'county', parentId: 'league-city', max: 2 },
    { nodeId: 'league-city', parentId: 'all', max: 3 },
    { nodeId: 'other-county', parentId: 'all', max: 4 },
    { nodeId: 'special', parentId: 'county', max: 1 },
  ]);
  expect(Object.fromEntries(forest.nodeOfPost)).toEqual({
    p1: 'special',
    p2: 'county',
    p3: 'league-city',
    p4: 'other-county',
    p5: 'all',
  });
  expect(asForest(quotas.toReversed(), posts)).toEqual(forest);
});

test('two quotas over the same posts nest in the order of their ids, and one without posts hangs on the root', () => {
  const { nodes } = asForest([quota('b', 2, 'p1'), quota('a', 3, 'p1'), quota('empty', 0)], posts, 'root');
  expect(nodes.map(({ nodeId, parentId }) => [nodeId, parentId])).toEqual([
    ['root', null],
    ['a', 'root'],
    ['b', 'a'],
    ['empty', 'root'],
  ]);
});

test('quotas that overlap without nesting are refused, with both quotas and the posts that show it', () => {
  const overlap = () => asForest([quota('county', 2, 'p1', 'p2'), quota('special', 1, 'p2', 'p3')], posts);
  expect(overlap).toThrow(QuotaFault);
  expect(overlap).toThrow(
    'quotas special and county overlap and neither holds the other: post p2 is in both, post p3 only in special',
  );
  expect(overlap).toThrow(
    expect.objectContaining({ reason: 'overlap', quotaIds: ['special', 'county'], postIds: ['p2', 'p3'] }),
  );
});

test('an overlap deep inside other quotas is refused too', () => {
  const quotas = [quota('region', 9, ...posts), quota('a', 3, 'p1', 'p2', 'p3'), quota('b', 1, 'p3', 'p4')];
  expect(() => asForest(quotas, posts)).toThrow(expect.objectContaining({ reason: 'overlap', quotaIds: ['b', 'a'] }));
});

test.each([
  ['twice', [quota('a', 1, 'p1'), quota('a', 1, 'p2')]],
  ['twice', [quota('all', 1, 'p1')]],
  ['twice', [quota('a', 1, 'p1', 'p1')]],
  ['unknown-post', [quota('a', 1, 'p9')]],
])('a configuration with something %s is refused', (reason, quotas) => {
  expect(() => asForest(quotas, posts)).toThrow(expect.objectContaining({ name: QuotaFault.name, reason }));
});

test('every node comes after its parent', () => {
  expect(parentsFirst(Int32Array.of(2, 0, -1, 1))).toEqual(Int32Array.of(2, 0, 1, 3));
});

test('of the nodes on a cycle the first is named, not one that only leads to it', () => {
  expect(parentsFirst(Int32Array.of(3, 2, 1, -1))).toEqual({ cycleAt: 1 });
  expect(parentsFirst(Int32Array.of(2, 1, 1))).toEqual({ cycleAt: 1 });
});
