import { expect, test } from '@jest/globals';
import { announced, nextYear, serviceMonths } from './calendar.js';
import { Chance } from './chance.js';
import { countyPosts, quotaLines } from './posts.js';
import { World } from './world.js';

const worldOf = (applicants: number, seed = '2023') =>
  new World({
    ...{ url: 'http://localhost:1', applicants, seed, until: 'end', bootstrapKey: 'none' },
    ...{ verify: false, digest: false, exports: null, accounts: null },
  });

test('the same seed draws the same people, counties and posts; another seed draws others', () => {
  const describe = (world: World) =>
    JSON.stringify([world.counties, world.universities, world.applicants.slice(0, 50), quotaLines(world)]);
  expect(describe(worldOf(60))).toBe(describe(worldOf(60)));
  expect(describe(worldOf(60, 'other'))).not.toBe(describe(worldOf(60)));
});

test('a stream of chance is not moved by draws for another purpose', () => {
  const alone = Chance.of('s', 'bank', 7).next();
  Chance.of('s', 'leave', 7).next();
  expect(Chance.of('s', 'bank', 7).next()).toBe(alone);
});

test('nobody shares an identity number, a bank card or an address with another', () => {
  const { applicants } = worldOf(4000);
  for (const of of [
    ({ person }: (typeof applicants)[number]) => person.form.identityNumber,
    ({ person }: (typeof applicants)[number]) => person.bankCard,
    ({ person }: (typeof applicants)[number]) => person.form.email,
  ]) {
    expect(new Set(applicants.map(of)).size).toBe(applicants.length);
  }
});

test('quotas stay within the scale of the notice: 815 national on post, 1,000 new local', () => {
  const lines = quotaLines(worldOf(4000));
  const sum = (kind: string) =>
    lines.filter(({ projectKind }) => projectKind === kind).reduce((total, { max }) => total + max, 0);
  expect(sum('national')).toBeLessThanOrEqual(815);
  expect(sum('local')).toBeLessThanOrEqual(1000);
});

test('a year later every window lies a year later, and service has twelve months from August', () => {
  expect(nextYear.map(({ opensAt }) => opensAt.slice(4))).toEqual(announced.map(({ opensAt }) => opensAt.slice(4)));
  expect(serviceMonths).toHaveLength(12);
  expect([serviceMonths[0], serviceMonths.at(-1)]).toEqual(['2023-08', '2024-07']);
});

test('every county declares at least 90 % township or below, 25 % rural education, and at most 10 % youth work', () => {
  const world = worldOf(4000);
  const lines = quotaLines(world);
  const kinds = ['township', 'school', 'clinic'] as const;
  world.units = world.counties.flatMap((county) =>
    kinds.map((kind, at) => ({ code: `${county}-00${at + 1}`, name: kind, county, kind })),
  );
  for (const county of world.counties) {
    const posts = countyPosts(world, county, lines);
    const seats = (of: (post: (typeof posts)[number]) => boolean) =>
      posts.filter(of).reduce((total, post) => total + post.seats, 0);
    const all = seats(() => true);
    expect(seats(({ level }) => level !== 'county') * 100).toBeGreaterThanOrEqual(all * 90);
    expect(seats(({ special }) => special === 'rural-education') * 100).toBeGreaterThanOrEqual(all * 25);
    expect(seats(({ special }) => special === 'youth-work') * 100).toBeLessThanOrEqual(all * 10);
  }
});
