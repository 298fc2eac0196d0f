import { expect, test } from '@jest/globals';
import type { TeachingGroupRow } from '@xibu/domain/recruitment/api';
import { enrol, type KnownOfMember } from './teaching-group.rules.js';

const now = new Date('2023-07-01T09:00:00+08:00');
const list = { season: '2023-2024', listNumber: '中青办联发〔2022〕9号', region: 150000 };
const row: TeachingGroupRow = {
  ...{ accountId: 'a1', name: '苏日娜', identityNumber: '150603200103150011', mobile: '13900000000' },
  ...{ university: '4115010126', faculty: '研究生院', majorCode: '050101', majorName: '汉语言文学' },
  ...{ graduatesOn: '2023-06-30', postId: 'p1' },
};
const known: KnownOfMember = {
  ...{ id: 'm1', identity: { sealed: 's', index: 'i' }, universityListed: true },
  ...{ accountTaken: false, identityTaken: false },
  post: { season: '2023-2024', special: 'rural-education', projectKind: 'national' },
};

test('a member keeps the list number, and is a postgraduate', () => {
  expect(enrol(row, known, list, now)).toMatchObject({
    ...{ track: 'teaching-group', listNumber: '中青办联发〔2022〕9号', identitySealed: 's' },
    form: { category: 'postgraduate', name: '苏日娜' },
  });
});

test('the identity number stands nowhere in the clear', () => {
  expect(JSON.stringify(enrol(row, known, list, now))).not.toContain(row.identityNumber);
});

test.each([
  ['an unknown university', { universityListed: false }, 'university.unknown'],
  ['an account that has applied', { accountTaken: true }, 'teaching-group.account-taken'],
  ['an identity number that has applied', { identityTaken: true }, 'application.identity-number-taken'],
  ['an unknown post', { post: null }, 'teaching-group.post-unsuited'],
  ['a post of a local project', { post: { ...known.post, projectKind: 'local' } }, 'teaching-group.post-unsuited'],
  ['a post of another special', { post: { ...known.post, special: 'youth-work' } }, 'teaching-group.post-unsuited'],
  ['a post of another season', { post: { ...known.post, season: '2022-2023' } }, 'teaching-group.post-unsuited'],
])('%s is refused', (_, change, code) => {
  expect(() => enrol(row, { ...known, ...change } as KnownOfMember, list, now)).toThrow(
    expect.objectContaining({ code }),
  );
});
