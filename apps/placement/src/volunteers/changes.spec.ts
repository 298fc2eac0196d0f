import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, LegalDate } from '@xibu/domain';
import * as facts from '@xibu/domain/placement/events';
import { actorOf, as, react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import { openSeason } from '@xibu/platform/testing-season';
import { AskDeparture } from '../departures/ask-departure.js';
import { DecideDeparture } from '../departures/decide-departure.js';
import { EndDueServices } from '../departures/end-due-services.js';
import { EndService } from '../departures/end-service.js';
import { EveryDayEndServices } from '../departures/every-day-end-services.js';
import { AskExtension } from '../extensions/ask-extension.js';
import { DecideExtension } from '../extensions/decide-extension.js';
import { AskLeave } from '../leaves/ask-leave.js';
import { placement } from '../placement.service.js';
import { AskPostChange } from '../post-changes/ask-post-change.js';
import { DecidePostChange } from '../post-changes/decide-post-change.js';
import {
  accountOf,
  countyApproverOf,
  countyOf,
  MadeUpService,
  numberOf,
  personOf,
  postOf,
  regionApprover,
  unitOf,
} from './made-up-service.js';

const county = 152221;
const school = unitOf('152221-school');
let test_: TestDatabase;
let service: MadeUpService;
beforeAll(async () => {
  test_ = await testDatabase(placement, '2023-08-01T09:00:00+08:00');
  await openSeason(test_, { extension: ['2024-03-01', '2024-06-01'] });
  service = new MadeUpService(test_);
  await service.openPost(1, { seats: 20 });
  await service.openPost(2, { seats: 1, unit: '152221-clinic', special: 'healthy-countryside' });
  await service.openPost(3, { county: 152222, code: '152222-23-001', unit: '152222-school' });
  await service.openPost(4, { county: 150422, code: '150422-23-001', unit: '150422-school' });
  await service.serve([1, 2, 3, 4, 5, 6]);
});
afterAll(() => test_.close());

const day = (on: LegalDate) => {
  service.moveTo(`${on}T09:00:00+08:00`);
};
const tick = (run: { run(tick: { due: Date; day: LegalDate }): Promise<void> }, on: LegalDate) =>
  react(test_, () => run.run({ due: test_.clock.now(), day: on }));
const parts = () => [test_.database, test_.clock] as const;
const spansOf = async (n: number) => (await service.factsOf(n, 'service-recorded')).at(-1)?.data['spans'];

describe('change of post', () => {
  const askChange = (n: number, to: number, actor = personOf(n)) => {
    const request = { number: numberOf(n), toPostId: postOf(to), reason: '照顾家庭' };
    return as(actor, () => new AskPostChange(...parts()).run(request, actor));
  };
  const decideChange = (id: string, actor: Actor, changes: object = {}) => {
    const deciding = new DecidePostChange(...parts(), service.agreements);
    return as(actor, () => deciding.run(id, { approved: true, reason: '同意', ...changes }, actor));
  };

  test('within a county the county decides; service is split and an annex is drafted', async () => {
    day('2023-11-01');
    await expect(askChange(1, 1)).rejects.toMatchObject({ code: 'post-change.same-post' });
    await expect(askChange(1, 99)).rejects.toMatchObject({ code: 'post-change.post-not-open' });
    await expect(askChange(1, 2, unitOf('152221-clinic'))).rejects.toMatchObject({ code: 'record.unknown' });
    const { id, tier } = await askChange(1, 2, school);
    expect(tier).toBe('county');
    await expect(askChange(1, 2)).rejects.toMatchObject({ code: 'post-change.pending' });
    await expect(decideChange(id, regionApprover)).rejects.toMatchObject({ code: 'post-change.wrong-tier' });
    await expect(decideChange(id, countyApproverOf(152222))).rejects.toMatchObject({ code: 'record.unknown' });
    await expect(decideChange(id, countyApproverOf(county), { on: '2023-11-05' })).rejects.toMatchObject({
      code: 'on-post.day',
    });
    expect(await decideChange(id, countyApproverOf(county))).toMatchObject({ status: 'approved', on: '2023-11-01' });
    await expect(decideChange(id, countyApproverOf(county))).rejects.toMatchObject({ code: 'post-change.wrong-step' });
    expectShape(sampleOf(facts.PostChanged), (await service.factsOf(1, 'post-changed'))[0]?.data);
    expect(await spansOf(1)).toMatchObject([
      { to: '2023-11-01' },
      { from: '2023-11-01', unit: '152221-clinic', to: null },
    ]);
    await service.sign(1, [personOf(1), unitOf('152221-clinic'), countyOf(county)]);
    expect((await service.factsOf(1, 'agreement-signed')).at(-1)?.data).toMatchObject({
      from: '2023-11-01',
      to: '2024-07-31',
    });
  });

  test('a post without a free seat, and one that breaks the structure of posts, are refused', async () => {
    const full = await askChange(2, 2);
    await expect(decideChange(full.id, countyApproverOf(county))).rejects.toMatchObject({
      code: 'post-change.no-seat',
    });
    await decideChange(full.id, countyApproverOf(county), { approved: false });
    await service.openPost(5, { unit: '152221-league', special: 'youth-work', level: 'county', seats: 9 });
    await expect(askChange(2, 5).then(({ id }) => decideChange(id, countyApproverOf(county)))).rejects.toMatchObject({
      code: 'post.structure',
    });
  });

  test('within a league-city the league-city decides, and what is under way goes along', async () => {
    await test_.query(`update post set status = 'closed', close_reason = '撤销' where id = $1`, [postOf(5)]);
    const away = {
      kind: 'exam',
      from: '2023-12-01',
      to: '2023-12-02',
      reason: '考试',
      destination: '呼和浩特',
    } as const;
    await as(personOf(3), () => new AskLeave(...parts(), test_.sealing).run(away, personOf(3)));
    const { id, tier } = await askChange(3, 3);
    expect(tier).toBe('league-city');
    await expect(decideChange(id, countyApproverOf(county))).rejects.toMatchObject({ code: 'post-change.wrong-tier' });
    await decideChange(id, actorOf('league-city.approver', { division: 152200 }));
    expect(await service.volunteer(3)).toMatchObject({ county: 152222, unit: '152222-school' });
    const leaves = await test_.query('select county, unit from leave where number = $1', [numberOf(3)]);
    expect(leaves).toEqual([{ county: 152222, unit: '152222-school' }]);
  });

  test('across league-cities it is no in principle; the region gives the reason of an exception', async () => {
    const { id, tier } = await askChange(4, 4);
    expect(tier).toBe('region');
    await expect(decideChange(id, actorOf('league-city.approver', { division: 152200 }))).rejects.toMatchObject({
      code: 'post-change.wrong-tier',
    });
    await expect(decideChange(id, regionApprover)).rejects.toMatchObject({ code: 'post-change.across-league-cities' });
    const exception = { exceptionReason: '父母重病' };
    expect(await decideChange(id, regionApprover, exception)).toMatchObject({ status: 'approved', ...exception });
  });

  test('a county whose quota is full takes nobody in; where there is room it does', async () => {
    await test_.query(
      `with plan as (
         insert into quota_plan values (gen_random_uuid(), '2023-2024', 150000, 'in-force', 'a', 'a', 'b', 'v', null, now(), 1)
         returning id)
       insert into quota_line (plan_id, quota_id, season, division, project_kind, max, in_force)
       select id, 'national-152222', '2023-2024', 152222, 'national', 1, true from plan`,
    );
    const { id } = await askChange(6, 3);
    const leagueCity = actorOf('league-city.approver', { division: 152200 });
    await expect(decideChange(id, leagueCity)).rejects.toMatchObject({
      ...{ code: 'post-change.quota-full', details: { quota: 'national-152222', max: 1 } },
    });
    expect(await service.volunteer(6)).toMatchObject({ county });
    await test_.query('update quota_line set max = 2');
    expect(await decideChange(id, leagueCity)).toMatchObject({ status: 'approved' });
    await test_.query('delete from quota_line');
  });
});

describe('extension', () => {
  const askMore = (n: number) => {
    return as(personOf(n), () => new AskExtension(...parts()).run({ reason: '继续服务' }, personOf(n)));
  };
  const step = (which: 'agree' | 'decide', id: string, actor: Actor) =>
    as(actor, () => {
      return new DecideExtension(...parts(), service.agreements)[which](id, { approved: true, reason: '同意' }, actor);
    });

  test('it needs its window, the county, a pass and the region', async () => {
    await expect(askMore(5)).rejects.toMatchObject({ code: 'milestone.not-open' });
    day('2024-03-10');
    const { id } = await askMore(5);
    await expect(askMore(5)).rejects.toMatchObject({ code: 'extension.pending' });
    await expect(step('decide', id, regionApprover)).rejects.toMatchObject({ code: 'extension.wrong-step' });
    await expect(step('agree', id, countyOf(152222))).rejects.toMatchObject({ code: 'record.unknown' });
    await step('agree', id, countyOf(county));
    await expect(step('decide', id, regionApprover)).rejects.toMatchObject({ code: 'extension.no-pass' });
    await test_.query(`update volunteer set grades = '{"2023-2024": "pass"}' where number = $1`, [numberOf(5)]);
    expect(await step('decide', id, regionApprover)).toMatchObject({ status: 'approved', season: '2024-2025' });
    expectShape(sampleOf(facts.ServiceExtended), (await service.factsOf(5, 'extended'))[0]?.data);
    expect(await service.volunteer(5)).toMatchObject({ term_years: 2, last_season: '2024-2025' });
    await service.sign(5, [personOf(5), school, countyOf(county)]);
    const agreed = (await service.factsOf(5, 'agreement-signed')).at(-1)?.data;
    expect(agreed).toMatchObject({ from: '2024-08-01', to: '2025-07-31' });
    const seats = await test_.query('select season from seat where account_id = $1 and released_at is null', [
      accountOf(5),
    ]);
    expect(seats).toHaveLength(2);
  });

  test('a failed assessment is no ground for another year', async () => {
    await test_.query(`update volunteer set grades = '{"2023-2024": "fail"}' where number = $1`, [numberOf(4)]);
    await expect(askMore(4)).rejects.toMatchObject({ code: 'extension.no-pass' });
  });
});

describe('departure', () => {
  const ending = new EndService();
  const asking = () => new AskDeparture(...parts(), ending);
  const leaveEarly = (n: number, lastDay: string) =>
    as(personOf(n), () => asking().run({ lastDay, reason: '考取研究生' }, personOf(n)));
  const step = (which: 'agree' | 'decide', id: string, actor: Actor) =>
    as(actor, () => new DecideDeparture(...parts(), ending)[which](id, { approved: true, reason: '同意' }, actor));

  test('an early exit is asked for, agreed and decided, and ends the service with its last day', async () => {
    await expect(leaveEarly(1, '2024-03-01')).rejects.toMatchObject({ code: 'departure.last-day' });
    await expect(leaveEarly(1, '2024-09-01')).rejects.toMatchObject({ code: 'departure.last-day' });
    const { id } = await leaveEarly(1, '2024-03-20');
    await expect(leaveEarly(1, '2024-03-21')).rejects.toMatchObject({ code: 'departure.pending' });
    await expect(step('decide', id, regionApprover)).rejects.toMatchObject({ code: 'departure.wrong-step' });
    await step('agree', id, countyOf(county));
    expect(await step('decide', id, regionApprover)).toMatchObject({ status: 'approved' });
    expect(await service.volunteer(1)).toMatchObject({ status: 'on-post' });
    day('2024-03-21');
    await tick(new EveryDayEndServices(new EndDueServices(...parts(), ending)), '2024-03-21');
    expect(await service.volunteer(1)).toMatchObject({ status: 'left', left_kind: 'early-exit' });
    expect(await spansOf(1)).toMatchObject([{}, { to: '2024-03-21' }]);
    await expect(leaveEarly(1, '2024-03-21')).rejects.toMatchObject({ code: 'volunteer.wrong-step' });
  });

  test('a termination is proposed after a hearing and decided by another person', async () => {
    const both: Actor = { ...regionApprover, roles: ['county.officer', 'region.approver'] };
    const propose = (changes: object, actor: Actor = both) => {
      const request = { number: numberOf(2), lastDay: '2024-03-21', reason: '擅自离岗', ground: 'discipline' } as const;
      const proposal = { ...request, hearingNote: '3月20日已听取本人陈述', ...changes };
      return as(actor, () => asking().propose(proposal, actor));
    };
    await expect(propose({ hearingNote: ' ' })).rejects.toMatchObject({ code: 'departure.not-heard' });
    await expect(propose({ ground: 'overdue' })).rejects.toMatchObject({ code: 'departure.not-overdue' });
    await expect(propose({}, countyOf(152222))).rejects.toMatchObject({ code: 'record.unknown' });
    const away = {
      kind: 'personal',
      from: '2024-04-01',
      to: '2024-04-02',
      reason: '家事',
      destination: '呼和浩特',
    } as const;
    await as(personOf(2), () => new AskLeave(...parts(), test_.sealing).run(away, personOf(2)));
    const { id } = await propose({});
    await expect(step('decide', id, both)).rejects.toMatchObject({ code: 'four-eyes.same-person' });
    const other = actorOf('region.approver', { division: 150000 });
    expect(await step('decide', id, other)).toMatchObject({ status: 'done', kind: 'terminated' });
    expect(await service.volunteer(2)).toMatchObject({ status: 'left', left_kind: 'terminated' });
    const leaves = await test_.query('select status, waits_for from leave where number = $1', [numberOf(2)]);
    expect(leaves).toEqual([{ status: 'cancelled', waits_for: null }]);
  });

  test('a death ends the service at once', async () => {
    const approver = countyApproverOf(county);
    const record = (on: string) => {
      return as(approver, () => asking().recordDeath({ number: numberOf(5), on, reason: '因病去世' }, approver));
    };
    await expect(record('2024-03-25')).rejects.toMatchObject({ code: 'departure.last-day' });
    await record('2024-03-20');
    expect(await service.volunteer(5)).toMatchObject({ status: 'left', left_kind: 'deceased' });
    const seats = await test_.query('select from seat where account_id = $1 and released_at is null', [accountOf(5)]);
    expect(seats).toEqual([]);
  });
});
