import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Actor, milestones } from '@xibu/domain';
import type { MilestoneChangeView, RulebookView, SeasonView } from '@xibu/domain/programme/api';
import { sampleRulebook } from '@xibu/domain/samples';
import { actorOf } from '@xibu/platform/testing';
import { type Founded, startFounded } from '../foundation/founded-for-specs.js';

let service: Founded;
let officer: Actor;
let approver: Actor;
beforeAll(async () => {
  service = await startFounded();
  officer = await service.actor('regionOfficer');
  approver = await service.actor('regionApprover');
});
afterAll(() => service.stop());

const noticeNumber = '内团联发〔2023〕6号';
const call = <Body>(actor: Actor | null, method: string, path: string, body?: object, headers = {}) =>
  service.call<Body>(actor, method, `/api/programme/${path}`, body, headers);
const post = <Body>(actor: Actor | null, path: string, body: object = {}) => call<Body>(actor, 'POST', path, body);
const registration = {
  ...{ milestone: 'registration', opensAt: '2023-04-12T00:00:00+08:00', closesAt: '2023-05-21T00:00:00+08:00' },
};
const propose = (actor: Actor, windows: object[], number = noticeNumber) =>
  post<MilestoneChangeView & { code: string }>(actor, 'seasons/2023-2024/milestone-changes', {
    ...{ noticeNumber: number, windows },
  });

test('a region opens its season once, and everybody sees it', async () => {
  const request = { season: '2023-2024', region: 150000 };
  expect(await post(approver, 'seasons', request)).toMatchObject({
    ...{ status: 201, body: { name: '2023-2024年度', regionName: '内蒙古自治区', milestones: [] } },
  });
  expect(await post(approver, 'seasons', request)).toMatchObject({ status: 409, body: { code: 'season.exists' } });
  const elsewhere = actorOf('region.approver', { division: 650000 });
  expect((await post(elsewhere, 'seasons', { season: '2024-2025', region: 150000 })).body).toMatchObject({
    code: 'season.other-region',
  });
  expect((await call(null, 'GET', 'seasons')).body).toMatchObject({ total: 1, rows: [{ season: '2023-2024' }] });
});

test('a window without a document, without an offset or of an unknown step is not even looked at', async () => {
  const change = (body: object) => post(officer, 'seasons/2023-2024/milestone-changes', body);
  expect((await change({ windows: [registration] })).status).toBe(400);
  expect((await change({ noticeNumber, windows: [{ ...registration, opensAt: '2023-04-12T00:00:00' }] })).status).toBe(
    400,
  );
  expect((await change({ noticeNumber, windows: [{ ...registration, milestone: 'party' }] })).status).toBe(400);
  expect((await propose(officer, [])).status).toBe(400);
  expect(
    (await post(officer, 'seasons/2030-2031/milestone-changes', { noticeNumber, windows: [registration] })).body,
  ).toMatchObject({ code: 'season.unknown' });
});

test('what one has proposed holds when another has set it; the public calendar shows it with its number', async () => {
  const change = await propose(officer, [registration]);
  expect(change).toMatchObject({ status: 201, body: { status: 'proposed', proposedBy: '乌云', decidedBy: null } });
  expect((await call<SeasonView>(null, 'GET', 'seasons/2023-2024')).body.milestones).toEqual([]);
  expect((await post(officer, `milestone-changes/${change.body.id}/set`)).status).toBe(403);
  const set = await post(approver, `milestone-changes/${change.body.id}/set`);
  expect(set).toMatchObject({ status: 200, body: { status: 'set', decidedBy: '巴特尔' } });
  expect((await call<SeasonView>(null, 'GET', 'seasons/2023-2024')).body.milestones).toEqual([
    {
      ...registration,
      opensAt: '2023-04-12T00:00:00.000+08:00',
      closesAt: '2023-05-21T00:00:00.000+08:00',
      noticeNumber,
    },
  ]);
  expect(
    await service.query(`select key, data ->> 'milestone' milestone from outbox where type like '%milestone-set%'`),
  ).toEqual([{ key: '2023-2024', milestone: 'registration' }]);
});

test('an approver does not set what they proposed themselves; a colleague may', async () => {
  const change = await propose(approver, [{ ...registration, closesAt: '2023-05-26T00:00:00+08:00' }], '补充通知2号');
  expect((await post(approver, `milestone-changes/${change.body.id}/set`)).body).toMatchObject({
    code: 'four-eyes.same-person',
  });
  const national = await service.actor('nationalApprover');
  expect((await post(national, `milestone-changes/${change.body.id}/set`)).status).toBe(200);
  expect((await post(national, `milestone-changes/${change.body.id}/set`)).body).toMatchObject({
    code: 'milestone.change-decided',
  });
});

test('who moved what, when and by which number is kept', async () => {
  const rejected = await propose(officer, [{ ...registration, closesAt: '2023-06-30T00:00:00+08:00' }], '补充通知3号');
  await post(approver, `milestone-changes/${rejected.body.id}/reject`, { reason: '与考试冲突' });
  const path = 'seasons/2023-2024/milestone-changes?milestone=registration&sort=proposedAt';
  const history = await call<{ rows: MilestoneChangeView[]; facets: object }>(officer, 'GET', path);
  expect(history.body.rows.map((row) => [row.noticeNumber, row.status, row.proposedBy, row.decidedBy]).sort()).toEqual([
    ['内团联发〔2023〕6号', 'set', '乌云', '巴特尔'],
    ['补充通知2号', 'set', '巴特尔', '其木格'],
    ['补充通知3号', 'rejected', '乌云', '巴特尔'],
  ]);
  expect(history.body.facets).toEqual({ status: { set: 2, rejected: 1 } });
  expect((await call<{ total: number }>(officer, 'GET', path.replace('registration', 'exam'))).body.total).toBe(0);
  expect(await service.query(`select change from audit_entry where table_name = 'milestone' order by id`)).toEqual([
    ...[{ change: 'insert' }, { change: 'update' }],
  ]);
});

test('one notice sets the whole calendar of a year', async () => {
  const windows = milestones
    .filter((milestone) => milestone !== 'registration')
    .map((milestone) => ({ milestone, opensAt: '2023-06-01T00:00:00+08:00', closesAt: '2024-08-01T00:00:00+08:00' }));
  const { body } = await propose(officer, windows);
  expect((await post(approver, `milestone-changes/${body.id}/set`)).status).toBe(200);
  const season = await call<SeasonView>(null, 'GET', 'seasons/2023-2024');
  expect(season.body.milestones.map(({ milestone }) => milestone)).toEqual(milestones);
});

test('the numbers of the notice become the first rulebook, published by somebody else, and stand in the season', async () => {
  const first = () => post<RulebookView>(officer, 'rulebooks/first', { season: '2023-2024' });
  const draft = await first();
  expect(draft).toMatchObject({
    status: 201,
    body: { bookVersion: '2023-2024/1', status: 'draft', preparedBy: '乌云' },
  });
  expect(draft.body.values).toEqual(JSON.parse(JSON.stringify(sampleRulebook.values)));
  expect((await first()).body).toMatchObject({ code: 'rulebook.not-first' });
  expect((await call<SeasonView>(null, 'GET', 'seasons/2023-2024')).body).not.toHaveProperty('values');
  expect(await post(approver, `rulebooks/${draft.body.id}/publish`)).toMatchObject({
    ...{ status: 200, body: { status: 'published', publishedBy: '巴特尔' } },
  });
  const season = await call<SeasonView>(null, 'GET', 'seasons/2023-2024');
  expect(season.body.values).toMatchObject({ nationalScaleOnPost: 815, localNewRecruits: 1000 });
  const [fact] = await service.query(`select data from outbox where type = 'programme.rulebook.published.v1'`);
  expect(fact).toEqual({ data: JSON.parse(JSON.stringify(sampleRulebook)) });
});

test('a later version holds from its day on, and nobody overwrites a draft unseen', async () => {
  const { values, clauses } = sampleRulebook;
  const given = {
    season: '2023-2024',
    validFrom: '2023-05-02',
    values: { ...values, nationalScaleOnPost: 900 },
    clauses,
  };
  const draft = await post<RulebookView>(officer, 'rulebooks', given);
  expect(draft.body).toMatchObject({ bookVersion: '2023-2024/2' });
  const save = (version: string) => {
    const { season: _, ...changed } = { ...given, validFrom: '2023-05-03' };
    return call(officer, 'PUT', `rulebooks/${draft.body.id}`, changed, { 'if-match': version });
  };
  expect((await save('"1"')).status).toBe(200);
  expect((await save('"1"')).status).toBe(412);
  expect((await post(approver, `rulebooks/${draft.body.id}/publish`)).status).toBe(200);
  const scale = async () => (await call<SeasonView>(null, 'GET', 'seasons/2023-2024')).body.values?.nationalScaleOnPost;
  expect(await scale()).toBe(815);
  const clock = { now: '2023-05-03T00:00:00+08:00' };
  expect((await call(await service.actor('operator'), 'PUT', 'operations/clock', clock)).status).toBe(200);
  expect(await scale()).toBe(900);
});

test('a draft that is not wanted is discarded and never published', async () => {
  const { values, clauses } = sampleRulebook;
  const given = { season: '2023-2024', validFrom: '2024-01-01', values, clauses };
  const draft = await post<RulebookView>(officer, 'rulebooks', given);
  expect((await post(officer, `rulebooks/${draft.body.id}/discard`)).status).toBe(200);
  expect((await post(approver, `rulebooks/${draft.body.id}/publish`)).body).toMatchObject({
    code: 'rulebook.not-draft',
  });
  const incomplete = await post(officer, 'rulebooks', { ...given, clauses: {} });
  expect(incomplete).toMatchObject({ status: 422, body: { code: 'rulebook.clause-missing' } });
  const list = await call(officer, 'GET', 'rulebooks?season=2023-2024');
  expect(list.body).toMatchObject({ total: 3, facets: { status: { published: 2, discarded: 1 } } });
});
