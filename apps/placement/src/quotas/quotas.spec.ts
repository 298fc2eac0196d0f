import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { QuotaLine } from '@xibu/domain/placement/api';
import { react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason } from '@xibu/platform/testing-season';
import { placement } from '../placement.service.js';
import { sampleFields } from '../posts/sample-post.js';
import { takeSeats } from '../posts/seats.js';
import { allotQuotas, asActor, madeUpActor, openPosts, serveCounties } from '../rounds/made-up-season.js';
import { ListQuotas } from './list-quotas.js';
import { MoveQuotaPlan } from './move-quota-plan.js';
import { PrepareQuotaPlan } from './prepare-quota-plan.js';
import { TransferQuota } from './transfer-quota.js';

const season = '2023-2024';
const officer = madeUpActor('region.officer', 150000);
const approver = madeUpActor('region.approver', 150000);
const line = (division: number, max: number, projectKind: QuotaLine['projectKind'] = 'national'): QuotaLine => ({
  ...{ division, projectKind, special: null, max },
});

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await testDatabase(placement);
  await openSeason(test_);
  await serveCounties(test_, [150422, 152221, 152222]);
});
afterAll(() => test_.close());

const prepare = (lines: readonly QuotaLine[]) =>
  asActor(officer, (actor) => new PrepareQuotaPlan(test_.database, test_.clock).run({ season, lines }, actor));
const inForce = (actor = officer) =>
  asActor(actor, () => new ListQuotas(test_.database, test_.clock).inForce(season, actor));

test('nothing is transferred while no plan is in force', async () => {
  const request = { season, projectKind: 'national', from: 152221, to: 152222, count: 1, reason: '报名不足' } as const;
  const propose = asActor(officer, (actor) => new TransferQuota(test_.database, test_.clock).propose(request, actor));
  await expect(propose).rejects.toMatchObject({ code: 'quota.none-in-force' });
});

test('one plan is in work at a time, two officers do not overwrite each other, and a draft binds nobody', async () => {
  const draft = await prepare([line(152221, 20)]);
  expect(draft.scale).toEqual({ national: { max: 815, allotted: 20 }, local: { max: 1000, allotted: 0 } });
  await expect(prepare([line(152221, 20)])).rejects.toMatchObject({ code: 'quota.plan-exists' });
  expect((await inForce()).lines.map(({ quotaId }) => quotaId)).toEqual(['national', 'local']);

  const rewrite = (version: number, lines: readonly QuotaLine[]) =>
    asActor(officer, (actor) =>
      new PrepareQuotaPlan(test_.database, test_.clock).rewrite(draft.id, lines, version, actor),
    );
  const rewritten = await rewrite(1, [line(152221, 20), line(152222, 10), line(152221, 5, 'local')]);
  expect(rewritten).toMatchObject({ version: 2, lines: { length: 3 } });
  await expect(rewrite(1, [])).rejects.toMatchObject({ code: 'version.stale' });
});

test('the preparer does not approve; approved, it is in force and each office sees its own part', async () => {
  const [plan] = await asActor(officer, (actor) => new ListQuotas(test_.database, test_.clock).plans(season, actor));
  const move = new MoveQuotaPlan(test_.database, test_.clock);
  const id = plan?.id ?? '';
  await asActor(officer, (actor) => move.run(id, { take: 'propose' }, actor));
  await expect(asActor(officer, (actor) => move.run(id, { take: 'approve' }, actor))).rejects.toMatchObject({
    code: 'four-eyes.same-person',
  });
  await asActor(approver, (actor) => move.run(id, { take: 'approve' }, actor));
  const own = async (division: number) =>
    (await inForce(madeUpActor('county.officer', division))).lines.map(({ quotaId, max }) => `${quotaId} ${max}`);
  expect(await own(152221)).toEqual(['local-152221 5', 'national-152221 20']);
  expect(await own(152222)).toEqual(['national-152222 10']);
  expect(await own(150422)).toEqual([]);
  const county = madeUpActor('county.officer', 152221);
  expect(await asActor(county, () => new ListQuotas(test_.database, test_.clock).plans(season, county))).toEqual([]);
});

test('who renews and who is placed is taken off, as the kind of project counts it', async () => {
  const fields = { ...sampleFields, seats: 6 };
  await openPosts(test_, 152221, [fields, { ...fields, title: '地方岗位', projectKind: 'local' }]);
  const posts = await test_.query<{ id: string; project_kind: string }>('select id, project_kind from post');
  const [national, local] = ['national', 'local'].map(
    (kind) => posts.find((post) => post.project_kind === kind)?.id ?? '',
  );
  const holder = (postId: string | undefined, accountId: string) => ({
    season,
    postId: postId ?? '',
    accountId,
    applicationId: null,
  });
  await react(test_, async (tx) => {
    const renewing = [holder(national, 'r1'), holder(national, 'r2'), holder(local, 'r3')];
    await takeSeats(tx, 'renewing', renewing, test_.clock.now());
    await takeSeats(tx, 'placed', [holder(national, 'p1'), holder(local, 'p2')], test_.clock.now());
  });
  const { lines } = await inForce();
  const of = (id: string) => lines.find(({ quotaId }) => quotaId === id);
  expect(of('national')).toMatchObject({ max: 815, taken: 3, left: 812 });
  expect(of('national-152221')).toMatchObject({ max: 20, taken: 3, left: 17 });
  expect(of('local-152221')).toMatchObject({ max: 5, taken: 1, left: 4 });
});

test('a transfer moves what is left, by two people, and a reclaim gives it back', async () => {
  const transfers = new TransferQuota(test_.database, test_.clock);
  const request = { season, projectKind: 'national', from: 152221, to: 150422, count: 7, reason: '报名不足' } as const;
  const propose = (change: object = {}) =>
    asActor(officer, (actor) => transfers.propose({ ...request, ...change }, actor));
  await expect(propose({ count: 18 })).rejects.toMatchObject({ code: 'quota.not-enough', details: { left: 17 } });
  await expect(propose({ to: 152223 })).rejects.toMatchObject({ code: 'county.not-in-service' });
  const { id } = await propose();
  await expect(asActor(officer, (actor) => transfers.approve(id, actor))).rejects.toMatchObject({
    code: 'four-eyes.same-person',
  });
  await asActor(approver, (actor) => transfers.approve(id, actor));
  const reclaim = await propose({ to: null, count: 2 });
  await asActor(approver, (actor) => transfers.approve(reclaim.id, actor));
  const refused = await propose({ count: 1 });
  await asActor(approver, (actor) => transfers.refuse(refused.id, '不同意', actor));
  const { lines } = await inForce();
  const max = Object.fromEntries(lines.map(({ quotaId, max: of }) => [quotaId, of]));
  expect(max).toMatchObject({ 'national-152221': 11, 'national-150422': 7, 'national-152222': 10 });
  const listed = await asActor(officer, (actor) =>
    new ListQuotas(test_.database, test_.clock).transfers({ season, limit: 50 }, actor),
  );
  expect(listed).toMatchObject({ total: 3, facets: { status: { approved: 2, refused: 1 } } });
});

test('the next plan supersedes the one in force', async () => {
  await allotQuotas(test_, [line(152222, 3)]);
  expect((await inForce()).lines.map(({ quotaId, max }) => `${quotaId} ${max}`)).toEqual([
    ...['national 815', 'local 1000', 'national-152222 3'],
  ]);
  const plans = await asActor(officer, (actor) => new ListQuotas(test_.database, test_.clock).plans(season, actor));
  expect(plans.map(({ status }) => status).sort()).toEqual(['approved', 'superseded']);
});
