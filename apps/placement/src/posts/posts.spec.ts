import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PostFields } from '@xibu/domain/placement/api';
import { ApplicationAdmitted } from '@xibu/domain/recruitment/events';
import { sampleRulebook } from '@xibu/domain/samples';
import { react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { sampleOf } from '@xibu/platform/testing-samples';
import { openSeason, receivedOf } from '@xibu/platform/testing-season';
import { ImposeBlock } from '../counties/impose-block.js';
import { placement } from '../placement.service.js';
import { asActor, madeUpActor, openPosts, serveCounties } from '../rounds/made-up-season.js';
import { ClosePost } from './close-post.js';
import { DraftPosts } from './draft-posts.js';
import { EditPost } from './edit-post.js';
import { GrantExemption } from './grant-exemption.js';
import { ListPosts } from './list-posts.js';
import { MovePosts } from './move-posts.js';
import { OpenPosts } from './open-posts.js';
import { type ListStep, reached } from './post.rules.js';
import { readStructure } from './read-structure.js';
import { ReturnPosts } from './return-posts.js';
import { sampleFields } from './sample-post.js';
import { SeatTeachingGroup } from './seat-teaching-group.js';
import { moveSeat, releaseSeat, takenSeats, takeSeats } from './seats.js';
import { WhenApplicationAdmitted } from './when-application-admitted.js';

const season = '2023-2024';
const roles = { declare: 'county.approver', confirm: 'region.officer', approve: 'national.approver' } as const;
const youth = { special: 'youth-work', level: 'county' } as const;

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await testDatabase(placement, '2023-03-20T09:00:00+08:00');
  await openSeason(test_, { 'post-declaration': ['2023-03-01', '2023-05-01'] });
  await serveCounties(test_, [150422, 152201, 152221, 152222]);
});
afterAll(() => test_.close());

const officer = (county: number) => madeUpActor('county.officer', county);
const draft = (county: number, rows: readonly Partial<PostFields>[]) =>
  asActor(officer(county), (actor) => {
    const fields = rows.map((row) => ({ ...sampleFields, ...row }));
    return new DraftPosts(test_.database, test_.clock).run({ season, rows: fields }, actor);
  });
const move = (step: ListStep, county: number, ids?: readonly string[]) => {
  const division = { declare: county, confirm: 150000, approve: 0 }[step];
  return asActor(madeUpActor(roles[step], division), (actor) =>
    new MovePosts(test_.database, test_.clock).run(step, { season, county, ...(ids ? { ids } : {}) }, actor),
  );
};
const structure = (county: number) =>
  asActor(officer(county), (actor) => new ListPosts(test_.database, test_.clock).structure(season, county, actor));

describe('a list of posts', () => {
  test('rows stand or fall by themselves, and each says why', async () => {
    const rows = await draft(152221, [
      {},
      { providesBoardAndLodging: false, cashMonthlyFen: 100 },
      { majors: ['9999'] },
      { special: 'serve-xinjiang' },
      { title: '英语教师' },
    ]);
    expect(rows.map(({ done, code, pointer }) => ({ done, code, pointer }))).toEqual([
      { done: true },
      { done: false, code: 'post.cash-too-low', pointer: '/cashMonthlyFen' },
      { done: false, code: 'post.major-unknown', pointer: '/majors' },
      { done: false, code: 'post.special-not-for-counties', pointer: '/special' },
      { done: true },
    ]);
  });

  test('two officers do not overwrite each other, and a draft may be thrown away', async () => {
    const one = await asActor(officer(152221), (actor) =>
      new DraftPosts(test_.database, test_.clock).one({ season, ...sampleFields, title: '体育教师' }, actor),
    );
    const edit = new EditPost(test_.database, test_.clock);
    const rewrite = (version: number) =>
      asActor(officer(152221), (actor) => edit.run(one.id, { ...sampleFields, title: '音乐教师' }, version, actor));
    expect(await rewrite(1)).toMatchObject({ title: '音乐教师', version: 2 });
    await expect(rewrite(1)).rejects.toMatchObject({ code: 'version.stale' });
    const foreign = asActor(officer(152222), (actor) => edit.discard(one.id, actor));
    await expect(foreign).rejects.toMatchObject({ code: 'record.unknown' });
    await asActor(officer(152221), (actor) => edit.discard(one.id, actor));
    await expect(rewrite(2)).rejects.toMatchObject({ code: 'record.unknown' });
  });

  test('the gauge shows the drafts as if they were declared', async () => {
    await draft(152221, [{ ...youth, seats: 1, title: '团县委' }]);
    const { declared, withDrafts } = await structure(152221);
    expect(declared.seats).toBe(0);
    expect(withDrafts.shares.map(({ rule, seats, of, isMet }) => [rule, seats, of, isMet])).toEqual([
      ['township', 4, 5, false],
      ['rural-education', 4, 5, true],
      ['youth-work', 1, 5, false],
    ]);
  });

  test('declared with a broken structure it is refused, and nothing has moved', async () => {
    await expect(move('declare', 152221)).rejects.toMatchObject({ code: 'post.structure' });
    expect((await structure(152221)).declared.seats).toBe(0);
  });

  test('codes follow the order of the drafts within the county', async () => {
    await draft(152221, [{ title: '数学教师', seats: 6 }]);
    const { posts } = await move('declare', 152221);
    expect(posts.map(({ code }) => code)).toEqual(['152221-23-001', '152221-23-002', '152221-23-003', '152221-23-004']);
    await draft(152222, [{ title: '语文教师' }]);
    expect((await move('declare', 152222)).posts).toMatchObject([{ code: '152222-23-001' }]);
    await draft(152221, [{ title: '后来的' }]);
    expect((await move('declare', 152221)).posts).toMatchObject([{ code: '152221-23-005' }]);
    await expect(move('declare', 152221)).rejects.toMatchObject({ code: 'post.none-at-step' });
  });

  test('the region confirms only what leaves the structure whole', async () => {
    const posts = await test_.query<{ id: string; title: string }>(
      `select id, title from post where county = 152221 order by code`,
    );
    const ids = posts.filter(({ title }) => title !== '数学教师').map(({ id }) => id);
    await expect(move('confirm', 152221, ids)).rejects.toMatchObject({ code: 'post.structure' });
    expect((await move('confirm', 152221)).posts).toHaveLength(5);
    await expect(move('confirm', 152221, ids)).rejects.toMatchObject({ code: 'post.wrong-step' });
  });

  test('what the region sends back keeps its code and comes again', async () => {
    const [post] = await test_.query<{ id: string }>(`select id from post where code = '152221-23-005'`);
    const back = asActor(madeUpActor('region.officer', 150000), (actor) =>
      new ReturnPosts(test_.database, test_.clock).run({ ids: [post?.id ?? ''], reason: '职责不清' }, actor),
    );
    expect(await back).toMatchObject([{ code: '152221-23-005', status: 'draft' }]);
    expect((await move('declare', 152221)).posts).toMatchObject([{ code: '152221-23-005' }]);
    await move('confirm', 152221);
  });

  test('approved by the national office it is opened, and every post is told', async () => {
    const open = (county: number) =>
      asActor(madeUpActor('region.officer', 150000), (actor) =>
        new OpenPosts(test_.database, test_.clock).run({ season, county }, actor),
      );
    await expect(open(152221)).rejects.toMatchObject({ code: 'post.none-at-step' });
    await move('approve', 152221);
    expect(await open(152221)).toEqual({ opened: 5 });
    const told = (await test_.facts()).filter(({ type }) => type === 'placement.post.opened.v1');
    expect(told.map(({ data }) => (data as { code: string }).code)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `152221-23-00${n}`),
    );
  });

  test('a documented exemption lets a small county declare', async () => {
    await draft(150422, [{ seats: 8 }, { ...youth, seats: 1, level: 'township', title: '团旗委' }]);
    await expect(move('declare', 150422)).rejects.toMatchObject({ details: { shares: 'youth-work 1/9 ≤ 10%' } });
    const exemption = {
      season,
      county: 150422,
      rule: 'youth-work',
      reason: '岗位少于十个',
      documentNumber: '内团函2号',
    } as const;
    await asActor(madeUpActor('region.approver', 150000), (actor) =>
      new GrantExemption(test_.database, test_.clock).run(exemption, actor),
    );
    expect((await move('declare', 150422)).structure.shares[2]).toMatchObject({ isMet: false, exemption: '内团函2号' });
  });

  test('of another county nobody moves anything', async () => {
    const foreign = asActor(madeUpActor('county.approver', 152222), (actor) =>
      new MovePosts(test_.database, test_.clock).run('declare', { season, county: 150422 }, actor),
    );
    await expect(foreign).rejects.toMatchObject({ code: 'record.unknown' });
    const nowhere = asActor(madeUpActor('region.officer', 150000), (actor) =>
      new MovePosts(test_.database, test_.clock).run('confirm', { season }, actor),
    );
    await expect(nowhere).rejects.toMatchObject({ code: 'post.county-missing' });
  });
});

describe('seats', () => {
  const taken = (postId: string) => react(test_, (tx) => takenSeats(tx, postId));
  const postOf = async (code: string) => {
    const [post] = await test_.query<{ id: string; status: string }>('select id, status from post where code = $1', [
      code,
    ]);
    return post ?? { id: '', status: '' };
  };
  const holder = (postId: string, accountId: string, of = season) => ({
    season: of,
    postId,
    accountId,
    applicationId: `app-${accountId}`,
  });

  test('a person holds one seat a season; releasing twice changes nothing', async () => {
    const { id } = await postOf('152221-23-001');
    const now = test_.clock.now();
    await react(test_, (tx) => takeSeats(tx, 'placed', [holder(id, 'v1'), holder(id, 'v2')], now));
    expect(await taken(id)).toBe(2);
    await expect(react(test_, (tx) => takeSeats(tx, 'placed', [holder(id, 'v1')], now))).rejects.toThrow(
      /seat_one_a_person/,
    );
    const release = () => react(test_, (tx) => releaseSeat(tx, { season, accountId: 'v2' }, 'left', now));
    expect(await release()).toMatchObject({ postId: id });
    expect(await release()).toBeNull();
    expect(await taken(id)).toBe(1);
    const other = { season, accountId: 'v1', applicationId: 'another application of v1' };
    expect(await react(test_, (tx) => releaseSeat(tx, other, 'lost', now))).toBeNull();
  });

  test('who changes the post takes the kind of seat along', async () => {
    const [from, to] = [await postOf('152221-23-001'), await postOf('152221-23-004')];
    await react(test_, (tx) => moveSeat(tx, { season, accountId: 'v1', toPostId: to.id }, test_.clock.now()));
    expect([await taken(from.id), await taken(to.id)]).toEqual([0, 1]);
    const [seat] = await test_.query(
      'select kind, application_id from seat where account_id = $1 and released_at is null',
      ['v1'],
    );
    expect(seat).toEqual({ kind: 'placed', application_id: 'app-v1' });
    const missing = react(test_, (tx) =>
      moveSeat(tx, { season, accountId: 'nobody', toPostId: to.id }, test_.clock.now()),
    );
    await expect(missing).rejects.toThrow('holds no seat');
  });

  test('a member of the teaching group takes the seat of the list, once; an unknown post is tried again', async () => {
    const { id } = await postOf('152221-23-002');
    const admitted = new WhenApplicationAdmitted(new SeatTeachingGroup(test_.clock));
    const sample = sampleOf(ApplicationAdmitted);
    const tell = (change: object) =>
      react(test_, (tx) =>
        admitted.handle(receivedOf(ApplicationAdmitted('a', { ...sample, postId: id, ...change })), tx),
      );
    await tell({ accountId: 'by-round', track: 'open' });
    expect(await taken(id)).toBe(0);
    await tell({ accountId: 'teaching', track: 'teaching-group' });
    await tell({ accountId: 'teaching', track: 'teaching-group' });
    expect(await taken(id)).toBe(1);
    await expect(tell({ accountId: 'x', postId: 'unknown', track: 'teaching-group' })).rejects.toThrow(
      'no post unknown',
    );
  });

  test('who renews on an old post grandfathers it, and it counts in the structure of the next season', async () => {
    const post = await postOf('152221-23-003');
    const next = '2024-2025';
    await react(test_, (tx) => takeSeats(tx, 'renewing', [holder(post.id, 'v9', next)], test_.clock.now()));
    expect((await postOf('152221-23-003')).status).toBe('grandfathered');
    const scope = { season: next, county: 152221, statuses: reached.declare };
    const gauge = await react(test_, (tx) => readStructure(tx, scope, sampleRulebook));
    expect(gauge).toMatchObject({ seats: 1, shares: [{ rule: 'township', seats: 0, of: 1, isMet: false }, {}, {}] });
    const closing = new ClosePost(test_.database, test_.clock);
    const close = () =>
      asActor(madeUpActor('county.approver', 152221), (actor) => closing.run(post.id, '转换为乡村岗位', actor));
    await expect(close()).rejects.toMatchObject({ code: 'post.has-holders', details: { taken: 1 } });
    await react(test_, (tx) => releaseSeat(tx, { season: next, accountId: 'v9' }, 'left', test_.clock.now()));
    expect(await close()).toMatchObject({ status: 'closed', taken: 0 });
  });

  test('with the programme year its posts close', async () => {
    const closing = new ClosePost(test_.database, test_.clock);
    await react(test_, (tx) => closing.ofPastSeasons(tx, '2024-07-31'));
    expect((await postOf('152221-23-001')).status).toBe('open');
    await react(test_, (tx) => closing.ofPastSeasons(tx, '2024-08-01'));
    expect((await postOf('152221-23-001')).status).toBe('closed');
    expect((await test_.facts()).filter(({ type }) => type === 'placement.post.closed.v1')).toHaveLength(5);
  });
});

describe('who may not declare', () => {
  const finding = { cause: 'incident', season, sourceId: 'incident-1' } as const;
  const impose = (county: number, unit: string | null) =>
    react(test_, (tx) => new ImposeBlock(test_.clock).run(tx, { ...finding, county, unit }));

  test('a blocked unit has no posts, its county has others', async () => {
    await draft(152201, [{ unit: 'bad-unit', title: '之前写的' }]);
    await impose(152201, 'bad-unit');
    expect(await draft(152201, [{ unit: 'bad-unit' }, { unit: 'good-unit' }])).toMatchObject([
      { done: false, code: 'county.unit-blocked' },
      { done: true },
    ]);
    await expect(move('declare', 152201)).rejects.toMatchObject({
      ...{ code: 'county.unit-blocked', details: { unit: 'bad-unit', season } },
    });
  });

  test('a blocked county drafts and declares nothing', async () => {
    await impose(152222, null);
    await expect(draft(152222, [{}])).rejects.toMatchObject({ code: 'county.blocked' });
    await expect(move('confirm', 152222)).rejects.toMatchObject({ code: 'county.blocked' });
  });

  test('a county that does not serve drafts nothing', async () => {
    await expect(draft(152202, [{}])).rejects.toMatchObject({ code: 'county.not-in-service' });
  });

  test('after 24:00 of the last day nothing is written, declared or sent back', async () => {
    test_.clock.moveTo(new Date('2023-05-01T00:00:00+08:00'));
    const closed = { code: 'milestone.closed', details: { milestone: 'post-declaration' } };
    await expect(draft(150422, [{}])).rejects.toMatchObject(closed);
    await expect(move('confirm', 150422)).rejects.toMatchObject(closed);
    await expect(openPosts(test_, 150422, [sampleFields])).rejects.toMatchObject(closed);
  });
});
