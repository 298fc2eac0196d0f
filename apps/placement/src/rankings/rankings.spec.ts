import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ApplicationExpired,
  ApplicationLost,
  ApplicationQualified,
  ApplicationWithdrawn,
} from '@xibu/domain/recruitment/events';
import { actorOf, as, react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { sampleOf } from '@xibu/platform/testing-samples';
import { openSeason, receivedOf } from '@xibu/platform/testing-season';
import { placement } from '../placement.service.js';
import { sampleFields } from '../posts/sample-post.js';
import { takeSeats } from '../posts/seats.js';
import { openPosts, serveCounties } from '../rounds/made-up-season.js';
import { ListRankings } from './list-rankings.js';
import { LoseCandidate } from './lose-candidate.js';
import { QualifyCandidate } from './qualify-candidate.js';
import { RankPosts } from './rank-posts.js';
import { WhenApplicationEnded } from './when-application-ended.js';
import { WhenApplicationQualified } from './when-application-qualified.js';

const season = '2023-2024';
let test_: TestDatabase;
beforeAll(async () => {
  test_ = await testDatabase(placement, '2023-06-10T09:00:00+08:00');
  await openSeason(test_, { ranking: ['2023-06-05', '2023-06-15'] });
  await serveCounties(test_, [150422, 152221]);
});
afterAll(() => test_.close());

const person = (name: string) => actorOf('person', { account: `account-${name}` });
const qualified = (name: string, change: object = {}) => {
  const of = { applicationId: `application-${name}`, accountId: `account-${name}`, code: `C-${name}` };
  const sample = sampleOf(ApplicationQualified);
  const wishes = { counties: [152221, 150422], specials: ['rural-education', 'youth-work'] } as const;
  const classes = { ...sample.classes, 'rural-education': 0, 'youth-work': 1 };
  const data = { ...sample, ...of, ...wishes, season, classes, ...change };
  const when = new WhenApplicationQualified(new QualifyCandidate(test_.clock));
  return react(test_, (tx) => when.handle(receivedOf(ApplicationQualified(of.applicationId, data)), tx));
};
const mine = (name: string) =>
  as(person(name), () => new ListRankings(test_.database, test_.clock).mine(season, person(name)));
const rank = (name: string, posts: readonly string[], version: number) =>
  as(person(name), () =>
    new RankPosts(test_.database, test_.clock).run(season, { posts, acceptsReassignment: true }, version, person(name)),
  );

test('a candidate is kept, and the list is prefilled from posts that open only later', async () => {
  await qualified('a');
  expect(await mine('a')).toMatchObject({
    code: 'C-a',
    status: 'qualified',
    posts: [],
    isPrefilled: true,
    isOpen: true,
  });
  const youth = { ...sampleFields, special: 'youth-work', title: '团委', seats: 1 } as const;
  await openPosts(test_, 150422, [sampleFields, { ...sampleFields, title: '数学教师', seats: 8 }, youth]);
  await openPosts(test_, 152221, [sampleFields]);
  const view = await mine('a');
  expect(view.posts.map(({ rank: place, code, class: ofPost }) => [place, code, ofPost])).toEqual([
    [1, '152221-23-001', 0],
    [2, '150422-23-001', 0],
    [3, '150422-23-002', 0],
    [4, '150422-23-003', 1],
  ]);
});

test('a fact that comes before its season is known is tried again', async () => {
  await expect(qualified('early', { season: '2031-2032' })).rejects.toThrow('season 2031-2032 is not known yet');
});

test('the applicant’s own list replaces it; an older window does not', async () => {
  const saved = await rank('a', ['150422-23-003', '152221-23-001'], 1);
  expect(saved).toMatchObject({
    isPrefilled: false,
    version: 2,
    posts: [{ code: '150422-23-003' }, { code: '152221-23-001' }],
  });
  await expect(rank('a', [], 1)).rejects.toMatchObject({ code: 'version.stale' });
});

test('a corrected score leaves an own list alone', async () => {
  await qualified('a', { scoreHundredths: 9000 });
  expect(await mine('a')).toMatchObject({ scoreHundredths: 9000, isPrefilled: false, posts: { length: 2 } });
});

test('who is on no list ranks nothing', async () => {
  await expect(mine('stranger')).rejects.toMatchObject({ code: 'ranking.not-a-candidate' });
  await expect(rank('stranger', [], 1)).rejects.toMatchObject({ code: 'ranking.not-a-candidate' });
});

test('an expansion names the posts of a special in a county', async () => {
  const expansion = await as(person('a'), () =>
    new ListRankings(test_.database, test_.clock).expansion(season, 150422, 'rural-education'),
  );
  expect(expansion).toEqual({ posts: ['150422-23-001', '150422-23-002'] });
});

test.each([
  ['withdrawn', ApplicationWithdrawn, 'withdrawn'],
  ['lost', ApplicationLost, 'lost'],
  ['expired', ApplicationExpired, 'lost'],
] as const)('an application that is %s frees its seat for a backfill, once', async (name, fact, status) => {
  await qualified(name);
  const [post] = await test_.query<{ id: string }>(`select id from post where code = '150422-23-002'`);
  const [applicationId, accountId] = [`application-${name}`, `account-${name}`];
  await react(test_, (tx) =>
    takeSeats(tx, 'placed', [{ season, postId: post?.id ?? '', accountId, applicationId }], test_.clock.now()),
  );
  const ended = new WhenApplicationEnded(new LoseCandidate(test_.clock));
  const data = { ...sampleOf(fact as typeof ApplicationLost), applicationId, accountId, season };
  for (let time = 0; time < 2; time += 1) {
    await react(test_, (tx) =>
      ended[name](receivedOf((fact as typeof ApplicationLost)(applicationId, data)) as never, tx),
    );
  }
  const seats = await test_.query('select release from seat where application_id = $1', [applicationId]);
  expect(seats).toEqual([{ release: 'lost' }]);
  expect((await mine(name)).status).toBe(status);
  await expect(rank(name, [], 2)).rejects.toMatchObject({ code: 'ranking.closed' });
});

test('another application of the same person keeps its seat when the first was withdrawn', async () => {
  const [post] = await test_.query<{ id: string }>(`select id from post where code = '150422-23-002'`);
  const holder = { season, postId: post?.id ?? '', accountId: 'account-again', applicationId: 'second' };
  await react(test_, (tx) => takeSeats(tx, 'placed', [holder], test_.clock.now()));
  const ended = new WhenApplicationEnded(new LoseCandidate(test_.clock));
  const data = { ...sampleOf(ApplicationWithdrawn), applicationId: 'first', accountId: 'account-again', season };
  await react(test_, (tx) => ended.withdrawn(receivedOf(ApplicationWithdrawn('first', data)), tx));
  const [seat] = await test_.query('select release from seat where application_id = $1', ['second']);
  expect(seat).toEqual({ release: null });
});

test('the region’s register shows codes and no people, and a county sees none of it', async () => {
  const list = (actor: ReturnType<typeof actorOf>) =>
    as(actor, () => new ListRankings(test_.database, test_.clock).run({ season, limit: 50 }, actor));
  const page = await list(actorOf('region.officer', { division: 150000 }));
  expect(page).toMatchObject({ total: 4, facets: { status: { qualified: 1, withdrawn: 1, lost: 2 } } });
  expect(JSON.stringify(page)).not.toContain('account-');
  expect(await list(actorOf('region.officer', { division: 152221 }))).toMatchObject({ total: 0, rows: [] });
});

test('who was left without a post ranks anew in the backfill window only', async () => {
  await test_.query(`update candidate set status = 'unplaced' where code = 'C-a'`);
  test_.clock.moveTo(new Date('2023-06-15T00:00:00+08:00'));
  expect(await rank('a', ['152221-23-001'], 3)).toMatchObject({ isOpen: true });
});

test('after 24:00 of the last day no list is changed, to the second', async () => {
  await qualified('late');
  await expect(rank('late', [], 1)).rejects.toMatchObject({
    ...{ code: 'milestone.closed', details: { milestone: 'ranking', closesAt: '2023-06-15T00:00:00.000+08:00' } },
  });
  expect((await mine('late')).isOpen).toBe(false);
});
