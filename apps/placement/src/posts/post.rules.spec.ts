import { describe, expect, test } from '@jest/globals';
import type { LegalDate } from '@xibu/domain';
import { type PostStatus, postStatuses } from '@xibu/domain/placement/api';
import { PostClosed, PostOpened } from '@xibu/domain/placement/events';
import { sampleRulebook } from '@xibu/domain/samples';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import { numberOf, postCode } from './post.js';
import {
  close,
  draft,
  edit,
  grandfather,
  listSteps,
  open,
  programmeYearOn,
  requireDiscardable,
  sendBack,
  takeListStep,
} from './post.rules.js';
import { sampleFields, samplePost } from './sample-post.js';

const now = new Date('2023-03-25T10:00:00+08:00');
const place = { id: 'p', season: '2023-2024', county: 152221, draftNumber: 3 };
const by = { account: 'approver', rulebook: '2023-2024/1', number: 4 };
const at = (status: PostStatus) => samplePost({ status, code: status === 'draft' ? null : '152221-23-004' });
const wrongStep = expect.objectContaining({ code: 'post.wrong-step' });

const steps: Record<string, { from: readonly PostStatus[]; take: (status: PostStatus) => unknown }> = {
  edit: { from: ['draft'], take: (status) => edit(at(status), sampleFields, 'officer', sampleRulebook, now) },
  declare: { from: ['draft'], take: (status) => takeListStep(at(status), 'declare', by, now) },
  confirm: { from: ['county-declared'], take: (status) => takeListStep(at(status), 'confirm', by, now) },
  approve: { from: ['region-confirmed'], take: (status) => takeListStep(at(status), 'approve', by, now) },
  return: { from: ['county-declared', 'region-confirmed'], take: (status) => sendBack(at(status), '层级有误', now) },
  open: { from: ['national-approved'], take: (status) => open(at(status), now) },
  close: { from: ['open', 'grandfathered'], take: (status) => close(at(status), '撤并', 0, now) },
  grandfather: {
    from: ['open', 'closed', 'grandfathered'],
    take: (status) => grandfather(at(status), '2024-2025', now),
  },
  discard: { from: ['draft'], take: (status) => requireDiscardable(at(status)) },
};

describe.each(Object.entries(steps))('%s', (_, { from, take }) => {
  test.each(postStatuses.filter((status) => !from.includes(status)))('is refused from %s', (status) => {
    expect(() => take(status)).toThrow(wrongStep);
  });
  test.each(from)('is possible from %s', (status) => {
    expect(() => take(status)).not.toThrow();
  });
});

test('a post without board and lodging pays at least the cash of the rulebook, to the fen', () => {
  const without = (cashMonthlyFen: number) => ({ ...sampleFields, providesBoardAndLodging: false, cashMonthlyFen });
  expect(() => draft(place, without(49_999), 'officer', sampleRulebook, now)).toThrow(
    expect.objectContaining({
      ...{ code: 'post.cash-too-low' },
      details: { pointer: '/cashMonthlyFen', min: '¥500.00', clause: '内团联发〔2023〕6号 三（二）3' },
    }),
  );
  expect(draft(place, without(50_000), 'officer', sampleRulebook, now).cashMonthlyFen).toBe(50_000);
});

test('posts of a county choose from the first five specials', () => {
  const fields = { ...sampleFields, special: 'serve-xinjiang' as const };
  expect(() => draft(place, fields, 'officer', sampleRulebook, now)).toThrow(
    expect.objectContaining({ code: 'post.special-not-for-counties' }),
  );
});

test.each(Object.keys(listSteps) as (keyof typeof listSteps)[])('whoever prepared a post does not %s it', (step) => {
  const own = samplePost({ status: listSteps[step].from, code: '152221-23-004', preparedBy: 'approver' });
  expect(() => takeListStep(own, step, by, now)).toThrow(expect.objectContaining({ code: 'four-eyes.same-person' }));
});

test.each(['confirm', 'approve'] as const)('whoever declared a post does not %s it', (step) => {
  const own = samplePost({ status: listSteps[step].from, code: '152221-23-004', declaredBy: 'approver' });
  expect(() => takeListStep(own, step, by, now)).toThrow(expect.objectContaining({ code: 'four-eyes.same-person' }));
});

test('the code is given at the first declaration and kept when the post comes back', () => {
  const declared = takeListStep(at('draft'), 'declare', by, now);
  expect(declared).toMatchObject({ code: '152221-23-004', status: 'county-declared', declaredBy: 'approver' });
  const returned = sendBack(declared, ' 层级有误 ', now);
  expect(returned).toMatchObject({ status: 'draft', code: '152221-23-004', returnReason: '层级有误' });
  expect(takeListStep(returned, 'declare', { ...by, number: 9 }, now)).toMatchObject({
    ...{ code: '152221-23-004', returnReason: null },
  });
  expect(() => requireDiscardable(returned)).toThrow(wrongStep);
  expect(() => sendBack(declared, '', now)).toThrow(expect.objectContaining({ code: 'reason.missing' }));
});

test('a code tells county, season and number', () => {
  expect(postCode(152221, '2023-2024', 7)).toBe('152221-23-007');
  expect(numberOf('152221-23-1042')).toBe(1042);
});

test('opening and closing tell their facts in the shape of the samples', () => {
  const [opened, fact] = open(at('national-approved'), now);
  expect(opened.status).toBe('open');
  expectShape(sampleOf(PostOpened), fact.data);
  const [closed, told] = close(opened, '撤并', 3, now);
  expect(closed).toMatchObject({ status: 'closed', closeReason: '撤并' });
  expectShape(sampleOf(PostClosed), told.data);
});

test('an old post that a renewing volunteer keeps closes only when it is vacated', () => {
  const kept = grandfather(at('closed'), '2024-2025', now);
  expect(kept.status).toBe('grandfathered');
  expect(() => close(kept, '转换', 1, now)).toThrow(
    expect.objectContaining({ code: 'post.has-holders', details: { post: '152221-23-004', taken: 1 } }),
  );
  expect(close(kept, '转换', 0, now)[0].status).toBe('closed');
});

test('somebody who renews on a post of the same season grandfathers nothing', () => {
  const post = at('open');
  expect(grandfather(post, '2023-2024', now)).toBe(post);
});

test('a programme year ends on 31 July', () => {
  expect(
    ['2024-07-31', '2024-08-01', '2024-12-31', '2025-01-01'].map((day) => programmeYearOn(day as LegalDate)),
  ).toEqual(['2023-2024', '2024-2025', '2024-2025', '2024-2025']);
});
