import { describe, expect, test } from '@jest/globals';
import type { Actor, Milestone } from '@xibu/domain';
import { MilestoneSet, SeasonOpened } from '@xibu/domain/programme/events';
import { actorOf } from '@xibu/platform/testing';
import { refusalOf } from '@xibu/platform/testing-refusals';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import type { MilestoneChange, Season, Window } from './season.js';
import { openSeason, propose, reject, set } from './season.rules.js';

const now = new Date('2023-05-10T12:00:00+08:00');
const noticeNumber = '内团联发〔2023〕6号';
const season: Season = { season: '2023-2024', name: 'x', region: 150000, openedAt: now, openedBy: 'a' };
const officer = actorOf('region.officer', { division: 150000 });
const approver = actorOf('region.approver', { division: 150000 });
const elsewhere = actorOf('region.approver', { division: 650000 });
const national = actorOf('national.approver', { division: 0 });
const leagueCity = actorOf('league-city.approver', { division: 152200 });

const window = (milestone: Milestone, opens: string, closes: string) => ({
  milestone,
  opensAt: `${opens}T00:00:00+08:00`,
  closesAt: `${closes}T00:00:00+08:00`,
});
const stored = ({ milestone, opensAt, closesAt }: ReturnType<typeof window>): Window => ({
  ...{ milestone, opensAt: new Date(opensAt), closesAt: new Date(closesAt) },
});
const registration = window('registration', '2023-04-12', '2023-05-21');
const proposing = (
  windows: readonly ReturnType<typeof window>[],
  current: readonly Window[] = [],
  actor: Actor = officer,
): MilestoneChange => propose({ noticeNumber, windows }, season, current, actor, { id: 'change-1', now });

test('a region opens its own season, the nation any', () => {
  const [opened, fact] = openSeason({ season: '2023-2024', region: 150000 }, approver, now);
  expect(opened).toMatchObject({ season: '2023-2024', name: '2023-2024年度', region: 150000 });
  expectShape(sampleOf(SeasonOpened), fact.data);
  expect(openSeason({ season: '2023-2024', region: 150000, name: '二十周年' }, national, now)[0].name).toBe('二十周年');
});

test.each<[string, () => unknown, string]>([
  [
    'two years that do not follow',
    () => openSeason({ season: '2023-2025', region: 150000 }, approver, now),
    'season.years',
  ],
  ['another region', () => openSeason({ season: '2023-2024', region: 150000 }, elsewhere, now), 'season.other-region'],
  ['a part of it', () => openSeason({ season: '2023-2024', region: 152200 }, leagueCity, now), 'season.other-region'],
])('a season of %s is refused', (_, work, code) => {
  expect(refusalOf(work)).toBe(code);
});

test('what one proposes another sets, and each window is told with the number of its notice', () => {
  const change = proposing([registration, window('exam', '2023-05-22', '2023-06-01')]);
  expect(change).toMatchObject({ status: 'proposed', noticeNumber, proposedBy: officer.account, decidedBy: null });
  const [done, first, second] = set(change, season, [], approver, now);
  expect(done).toMatchObject({ status: 'set', decidedBy: approver.account, decidedAt: now });
  expectShape(sampleOf(MilestoneSet), first?.data);
  expect(second?.data).toMatchObject({ milestone: 'exam', noticeNumber, opensAt: '2023-05-22T00:00:00.000+08:00' });
});

describe('nobody decides', () => {
  const change = proposing([registration]);
  test.each<[string, () => unknown, string]>([
    [
      'what they proposed',
      () => set(proposing([registration], [], approver), season, [], approver, now),
      'four-eyes.same-person',
    ],
    ['for another region', () => set(change, season, [], elsewhere, now), 'season.other-region'],
    ['twice', () => set({ ...change, status: 'set' }, season, [], approver, now), 'milestone.change-decided'],
    [
      'what was rejected',
      () => set({ ...change, status: 'rejected' }, season, [], approver, now),
      'milestone.change-decided',
    ],
    ['no without a reason', () => reject(change, season, ' ', approver, now), 'reason.missing'],
    ['no to their own', () => reject(change, season, 'x', officer, now), 'four-eyes.same-person'],
    ['for a region from a league-city', () => proposing([registration], [], leagueCity), 'season.other-region'],
  ])('%s', (_, work, code) => {
    expect(refusalOf(work)).toBe(code);
  });
  test('and a rejection keeps its reason', () => {
    expect(reject(change, season, '与考试冲突', approver, now)).toMatchObject({
      ...{ status: 'rejected', decisionReason: '与考试冲突' },
    });
  });
});

describe('a window', () => {
  const open = [stored(registration)];
  test.each<[string, () => unknown, string]>([
    ['ends after it begins', () => proposing([window('exam', '2023-06-02', '2023-06-01')]), 'milestone.window-empty'],
    ['is not empty', () => proposing([window('exam', '2023-06-01', '2023-06-01')]), 'milestone.window-empty'],
    ['stands once in a notice', () => proposing([registration, registration]), 'milestone.twice'],
    [
      'that has begun keeps its beginning',
      () => proposing([window('registration', '2023-05-15', '2023-05-21')], open),
      'milestone.began',
    ],
    [
      'that is open is not made to have ended',
      () => proposing([window('registration', '2023-04-12', '2023-05-10')], open),
      'milestone.closes-in-past',
    ],
  ])('%s', (_, work, code) => {
    expect(refusalOf(work)).toBe(code);
  });

  test('that is open may close later, or earlier as long as it is still to come', () => {
    expect(refusalOf(() => proposing([window('registration', '2023-04-12', '2023-06-01')], open))).toBe('no refusal');
    expect(refusalOf(() => proposing([window('registration', '2023-04-12', '2023-05-12')], open))).toBe('no refusal');
  });

  test('that has closed may be opened again by a supplementary notice', () => {
    const past = [stored(window('registration', '2023-04-12', '2023-05-01'))];
    expect(refusalOf(() => proposing([window('registration', '2023-04-12', '2023-05-20')], past))).toBe('no refusal');
  });

  test('that is still to come moves freely', () => {
    const later = [stored(window('exam', '2023-05-22', '2023-06-01'))];
    expect(refusalOf(() => proposing([window('exam', '2023-05-25', '2023-05-28')], later))).toBe('no refusal');
  });

  test('is looked at again when it is set: it may have begun since', () => {
    const change = proposing(
      [window('exam', '2023-05-12', '2023-06-01')],
      [stored(window('exam', '2023-05-11', '2023-06-01'))],
    );
    const began = new Date('2023-05-11T00:00:00+08:00');
    const current = [stored(window('exam', '2023-05-11', '2023-06-01'))];
    expect(refusalOf(() => set(change, season, current, approver, began))).toBe('milestone.began');
  });
});
