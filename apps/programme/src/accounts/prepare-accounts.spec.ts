import { expect, test } from '@jest/globals';
import { Refusal } from '@xibu/domain';
import { Sealing } from '@xibu/platform';
import { Secrets } from '../passwords/secrets.js';
import { ProgrammeConfig } from '../programme.config.js';
import { PrepareAccounts } from './prepare-accounts.js';

const sealing = new Sealing(
  `k1:${Buffer.alloc(32, 7).toString('base64')}`,
  'a key that indexes names blindly in specs',
);
function preparations(change: Partial<ProgrammeConfig>): PrepareAccounts {
  const config = Object.assign(new ProgrammeConfig(), { passwordMemoryKib: 64, passwordPasses: 1, ...change });
  return new PrepareAccounts(sealing, new Secrets(config), config);
}
const given = { name: '斯琴', loginName: 'siqin', password: 'Caoyuan-2023-xin' };

test('a password for good is given to another only where nobody real signs in', async () => {
  const forGood = { ...given, isTemporary: false };
  await expect(preparations({ clock: 'real', demo: 'off' }).one(forGood)).rejects.toMatchObject({
    code: 'account.demo-off',
  });
  for (const rehearsal of [{ clock: 'virtual' }, { demo: 'on' }] as const) {
    expect((await preparations(rehearsal).one(forGood)).credential.isTemporary).toBe(false);
  }
  expect((await preparations({ clock: 'real' }).one(given)).credential.isTemporary).toBe(true);
});

test('of many, each is ready or refused in its own place, with a hash of its own', async () => {
  const rows = [given, { ...given, password: 'kurz' }, given, { ...given, loginName: '1' }];
  const ready = await preparations({}).many(rows);
  expect(ready.map((row) => (row instanceof Refusal ? row.code : row.details.loginName))).toEqual([
    ...['siqin', 'password.weak', 'siqin', 'account.login-invalid'],
  ]);
  const [first, , third] = ready.map((row) => (row instanceof Refusal ? '' : row.credential.passwordHash));
  expect(first).toMatch(/^\$argon2id\$/);
  expect(first).not.toBe(third);
});
