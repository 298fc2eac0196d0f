import { expect, test } from '@jest/globals';
import type { BankProfile } from './bank-profile.js';
import { profileProblems } from './bank-profile.rules.js';
import { bankProfiles } from './bank-profiles.js';

/** A bank whose file holds no more than it must. */
const sound: BankProfile = {
  ...{ id: 'test', zh: '示例银行', en: 'Sample bank' },
  shape: { kind: 'fixed', encoding: 'gb18030', lineEnd: '\n' },
  payment: {
    ...{ header: null, titles: false, trailer: null },
    detail: [
      { title: '流水号', field: 'reference', width: 20 },
      { title: '户名', field: 'name', width: 40 },
      { title: '账号', field: 'account', width: 32 },
      { title: '金额', field: 'amount', width: 14, amount: 'fen' },
    ],
  },
  returns: {
    ...{ header: null, titles: false, trailer: null },
    detail: [
      { title: '流水号', field: 'reference', width: 20 },
      { title: '金额', field: 'amount', width: 14, amount: 'fen' },
      { title: '结果', field: 'status', width: 2 },
    ],
  },
  codes: { S: ['00'], F: ['01'], R: [], P: [] },
};
type Layout = BankProfile['payment'];
const paying = (detail: Layout['detail'], more: Partial<Layout> = {}): BankProfile => ({
  ...sound,
  payment: { ...sound.payment, ...more, detail },
});
const columns = sound.payment.detail;
const name = { title: '户名', field: 'name', width: 40 } as const;

test('a bank of its own that lacks nothing has no problem (bank-files.md, bank profile)', () => {
  expect(profileProblems(sound)).toEqual([]);
});

test.each<[string, BankProfile, string[]]>([
  ['leaves out a field without which nobody is paid', paying(columns.slice(0, 3)), ['field-missing amount']],
  [
    'reads no status back',
    { ...sound, returns: { ...sound.returns, detail: sound.returns.detail.slice(0, 2) } },
    ['field-missing status'],
  ],
  ['writes a field twice', paying([...columns, name]), ['field-twice name']],
  [
    'does not say whether an amount is yuan or fen',
    paying([...columns.slice(0, 3), { title: '金额', field: 'amount', width: 14 }]),
    ['amount-without-unit 金额'],
  ],
  ['has a column without a width', paying([...columns, { title: '空', constant: ' ' }]), ['width-missing 空']],
  ['has a column of no width', paying([...columns, { title: '空', constant: ' ', width: 0 }]), ['width-missing 空']],
  ['has titles in lines of fixed width', paying(columns, { titles: true }), ['titles-in-fixed-width fixed']],
  ['has no code for what was accepted', { ...sound, codes: { ...sound.codes, S: [] } }, ['code-missing S']],
  ['has no code for what failed', { ...sound, codes: { ...sound.codes, F: [] } }, ['code-missing F']],
  ['means two things by one code', { ...sound, codes: { ...sound.codes, P: ['00'] } }, ['code-twice 00']],
])('a profile that %s is not used (bank-files.md, bank profile)', (_, profile, expected) => {
  expect(profileProblems(profile).map(({ code, where }) => `${code} ${where}`)).toEqual(expected);
});

test.each(bankProfiles.map((profile) => [profile.id, profile] as const))('%s may be used', (_, profile) => {
  expect(profileProblems(profile)).toEqual([]);
});
