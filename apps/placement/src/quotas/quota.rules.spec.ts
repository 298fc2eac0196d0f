import { describe, expect, test } from '@jest/globals';
import type { ProposeTransferRequest, QuotaLine } from '@xibu/domain/placement/api';
import { sampleRulebook } from '@xibu/domain/samples';
import type { Usage } from './quota.js';
import { allotted, forestOf, overfilled, takenOf, withUnallotted } from './quota-forest.rules.js';
import { checkLines, prepare, redraft, supersede, takePlanStep } from './quota-plan.rules.js';
import { approveTransfer, proposeTransfer, refuseTransfer } from './quota-transfer.rules.js';

const ground = { region: 150000, book: sampleRulebook, counties: [150422, 152221, 152222] };
const officer = { account: 'officer', name: '编制人' };
const approver = { account: 'approver', name: '审批人' };
const now = new Date('2023-03-20T10:00:00+08:00');
const county = (division: number, max: number, projectKind: 'national' | 'local' | null = 'national'): QuotaLine => ({
  ...{ division, projectKind, special: null, max },
});
const lines = [county(152221, 20), county(152222, 10), county(150422, 12), county(152221, 15, 'local')];
const plan = () => prepare({ id: 'plan-1', season: '2023-2024' }, lines, ground, officer, now);

describe('the scale', () => {
  test.each([
    ['national', 815],
    ['local', 1000],
  ] as const)('%s: exactly %i is allowed, one more is refused with the clause', (kind, max) => {
    checkLines([county(152221, max - 5, kind), county(152222, 5, kind)], ground, '2023-2024');
    expect(() => checkLines([county(152221, max - 5, kind), county(152222, 6, kind)], ground, '2023-2024')).toThrow(
      expect.objectContaining({
        code: 'quota.over-scale',
        details: expect.objectContaining({ sum: max + 1, max, kind, clause: '内团联发〔2023〕6号 二（一）1' }),
      }),
    );
  });

  test('caps over league-cities and of specials do not count towards it', () => {
    const caps = [county(152200, 800), { ...county(152221, 800), special: 'youth-work' as const }];
    checkLines([county(152221, 815), ...caps], ground, '2023-2024');
    expect(allotted([...lines, ...caps], 'national')).toBe(42);
  });

  test('a county that does not serve gets nothing, but may stand there with nothing', () => {
    expect(() => checkLines([county(152223, 1)], ground, '2023-2024')).toThrow(
      expect.objectContaining({
        code: 'quota.county-not-serving',
        details: expect.objectContaining({ county: 152223 }),
      }),
    );
    checkLines([county(152223, 0)], ground, '2023-2024');
  });
});

describe('the forest', () => {
  test('region, kind, league-city, county and special nest', () => {
    const forest = forestOf(
      [county(152221, 20), county(152200, 25), { ...county(152221, 2), special: 'youth-work' }],
      ground,
    );
    expect(Object.fromEntries(forest.nodes.map(({ nodeId, parentId }) => [nodeId, parentId]))).toEqual({
      ...{ 'region-150000': null, national: 'region-150000', local: 'region-150000', 'national-152200': 'national' },
      ...{ 'national-152221': 'national-152200', 'national-152221-youth-work': 'national-152221' },
    });
    expect(forest.nodeOfPost.get('152221-national-youth-work')).toBe('national-152221-youth-work');
    expect(forest.nodeOfPost.get('152221-national-rural-education')).toBe('national-152221');
    expect(forest.nodeOfPost.get('150422-local-rural-education')).toBe('local');
  });

  test.each([
    ['a county over both kinds', { ...county(152221, 10), projectKind: null }],
    ['a special over a league-city beside its counties', { ...county(152200, 10), special: 'youth-work' as const }],
    ['a special over the whole region', { ...county(150000, 10), special: 'youth-work' as const }],
  ])('%s overlaps and is refused by name', (_, line) => {
    expect(() => forestOf([...lines, line], ground)).toThrow(
      expect.objectContaining({
        code: 'quota.overlap',
        details: expect.objectContaining({
          one: expect.any(String),
          other: expect.any(String),
          post: expect.any(String),
        }),
      }),
    );
  });

  test('the same quota twice is refused', () => {
    expect(() => forestOf([county(152221, 1), county(152221, 2)], ground)).toThrow(
      expect.objectContaining({ code: 'quota.twice', details: expect.objectContaining({ quota: 'national-152221' }) }),
    );
  });

  test('a county with posts and no number has been allotted none', () => {
    expect(withUnallotted([county(152221, 5)], [152221, 152222])).toEqual([
      county(152221, 5),
      county(152221, 0, 'local'),
      county(152222, 0),
      county(152222, 0, 'local'),
    ]);
  });
});

test('the national project counts everybody on post, the local one only new recruits', () => {
  const use = (projectKind: 'national' | 'local', kind: 'placed' | 'renewing', people: number): Usage => ({
    ...{ county: 152221, projectKind, special: 'rural-education', kind, people },
  });
  const usage = [
    ...[use('national', 'placed', 3), use('national', 'renewing', 5), use('local', 'placed', 2)],
    use('local', 'renewing', 7),
  ];
  expect(takenOf(county(152221, 0), usage)).toBe(8);
  expect(takenOf(county(152221, 0, 'local'), usage)).toBe(2);
  expect(takenOf(county(152200, 0), usage)).toBe(8);
  expect(takenOf(county(150422, 0), usage)).toBe(0);
  expect(takenOf({ ...county(152221, 0), special: 'youth-work' }, usage)).toBe(0);
});

describe('the plan', () => {
  const step = (take: 'propose' | 'approve' | 'return', status: 'draft' | 'proposed' | 'approved' | 'superseded') =>
    takePlanStep({ ...plan(), status }, { take, reason: '理由' } as never, lines, ground, { ...approver, now });

  test.each([
    ['propose', 'proposed'],
    ['propose', 'approved'],
    ['propose', 'superseded'],
    ['approve', 'draft'],
    ['approve', 'approved'],
    ['approve', 'superseded'],
    ['return', 'draft'],
    ['return', 'approved'],
    ['return', 'superseded'],
  ] as const)('%s is refused at %s', (take, status) => {
    expect(() => step(take, status)).toThrow(
      expect.objectContaining({ code: 'quota.wrong-step', details: { status } }),
    );
  });

  test('goes from draft over proposal to approval, and keeps the rulebook that decided', () => {
    expect(plan()).toMatchObject({ status: 'draft', division: 150000, decidedBy: '2023-2024/1' });
    expect(step('propose', 'draft').status).toBe('proposed');
    expect(step('approve', 'proposed')).toMatchObject({ status: 'approved', approvedBy: '审批人' });
    expect(step('return', 'proposed')).toMatchObject({ status: 'draft', returnReason: '理由' });
    expect(supersede({ ...plan(), status: 'approved' }, now).status).toBe('superseded');
  });

  test.each(['approve', 'return'] as const)('whoever prepared it does not %s it', (take) => {
    const proposed = { ...plan(), status: 'proposed' as const };
    const by = { ...officer, now };
    expect(() => takePlanStep(proposed, { take, reason: '理由' } as never, lines, ground, by)).toThrow(
      expect.objectContaining({ code: 'four-eyes.same-person' }),
    );
  });

  test('to send it back needs a reason', () => {
    const proposed = { ...plan(), status: 'proposed' as const };
    expect(() => takePlanStep(proposed, { take: 'return', reason: '' }, lines, ground, { ...approver, now })).toThrow(
      expect.objectContaining({ code: 'reason.missing' }),
    );
  });

  test('a county that was blocked since the proposal stops its approval', () => {
    const proposed = { ...plan(), status: 'proposed' as const };
    const fewer = { ...ground, counties: [150422, 152222] };
    expect(() => takePlanStep(proposed, { take: 'approve' }, lines, fewer, { ...approver, now })).toThrow(
      expect.objectContaining({ code: 'quota.county-not-serving' }),
    );
  });

  test.each(['proposed', 'approved', 'superseded'] as const)('is not rewritten at %s', (status) => {
    expect(() => redraft({ ...plan(), status }, lines, ground, officer, now)).toThrow(
      expect.objectContaining({ code: 'quota.wrong-step' }),
    );
  });
});

describe('a transfer', () => {
  const request: ProposeTransferRequest = {
    ...{ season: '2023-2024', from: 152221, to: 152222, count: 3, reason: '报名不足' },
    projectKind: 'national',
  };
  const propose = (change: object = {}, left = 5) =>
    proposeTransfer('t-1', { ...request, ...change }, plan(), left, { ...officer, now });

  test('moves the number from one line to the other, and keeps the sum', () => {
    const [approved, changed] = approveTransfer(propose(), lines, 5, { ...approver, now });
    expect(approved).toMatchObject({ status: 'approved', decidedBy: '审批人' });
    expect(changed).toEqual([county(152221, 17), county(152222, 13)]);
  });

  test('gives a line to a county that had none; reclaimed, the number goes to nobody', () => {
    const to = approveTransfer(propose({ to: 152223 }), lines, 5, { ...approver, now });
    expect(to[1]).toEqual([county(152221, 17), county(152223, 3)]);
    const reclaimed = approveTransfer(propose({ to: null }), lines, 5, { ...approver, now });
    expect(reclaimed[1]).toEqual([county(152221, 17)]);
  });

  test('does not give what somebody sits on, neither when proposed nor when decided', () => {
    expect(() => propose({ count: 6 })).toThrow(
      expect.objectContaining({ code: 'quota.not-enough', details: expect.objectContaining({ left: 5 }) }),
    );
    expect(() => approveTransfer(propose(), lines, 2, { ...approver, now })).toThrow(
      expect.objectContaining({ code: 'quota.not-enough' }),
    );
  });

  test.each([
    [{ to: 152221 }, 'quota.transfer-to-itself'],
    [{ reason: ' ' }, 'reason.missing'],
  ])('with %p is refused', (change, code) => {
    expect(() => propose(change)).toThrow(expect.objectContaining({ code }));
  });

  test('is decided by another person, once, and refused with a reason', () => {
    const proposed = propose();
    for (const decide of [
      () => approveTransfer(proposed, lines, 5, { ...officer, now }),
      () => refuseTransfer(proposed, '不同意', { ...officer, now }),
    ]) {
      expect(decide).toThrow(expect.objectContaining({ code: 'four-eyes.same-person' }));
    }
    expect(() => refuseTransfer(proposed, '', { ...approver, now })).toThrow(
      expect.objectContaining({ code: 'reason.missing' }),
    );
    const refused = refuseTransfer(proposed, '不同意', { ...approver, now });
    expect(refused).toMatchObject({ status: 'refused', decisionReason: '不同意' });
    expect(() => approveTransfer(refused, lines, 5, { ...approver, now })).toThrow(
      expect.objectContaining({ code: 'quota.transfer-decided', details: { status: 'refused' } }),
    );
  });
});

describe('somebody who moves to another sort of post', () => {
  const cell = (code: number, projectKind: 'national' | 'local' = 'national') => {
    return { county: code, projectKind, special: 'rural-education' as const };
  };
  const people = (code: number, count: number, kind: Usage['kind'] = 'placed'): Usage => {
    return { ...cell(code), kind, people: count };
  };

  test('must fit the line of the county where they come', () => {
    const move = { from: cell(152221), to: cell(152222) };
    expect(overfilled(lines, [people(152222, 10)], move)).toBeUndefined();
    expect(overfilled(lines, [people(152222, 11)], move)).toMatchObject({ division: 152222, max: 10 });
    expect(overfilled(lines, [people(152222, 6), people(152222, 5, 'renewing')], move)).toMatchObject({ max: 10 });
  });

  test('is not held up by a line that they were under before', () => {
    const over = [people(152221, 25)];
    expect(overfilled(lines, over, { from: cell(152221), to: cell(152221) })).toBeUndefined();
    expect(overfilled(lines, over, { from: cell(152222), to: cell(152221) })).toMatchObject({ max: 20 });
  });

  test('does not come to a county to which nothing was allotted', () => {
    const given = withUnallotted(lines, [152223]);
    expect(overfilled(given, [people(152223, 1)], { from: cell(152221), to: cell(152223) })).toMatchObject({ max: 0 });
  });
});
