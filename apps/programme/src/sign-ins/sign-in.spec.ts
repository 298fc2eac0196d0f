import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@xibu/domain';
import type { SecondFactorSecret, SignInAnswer } from '@xibu/domain/programme/api';
import { generate } from 'otplib';
import { type Founded, internalKey, password, startFounded } from '../foundation/founded-for-specs.js';

let service: Founded;
beforeAll(async () => {
  service = await startFounded();
});
afterAll(() => service.stop());

const post = <Body>(actor: Actor | null, path: string, body: object) =>
  service.call<Body>(actor, 'POST', `/api/programme/${path}`, body, { 'x-xibu-gateway-key': internalKey });
const signIn = (name: string, given = password, more: object = {}) =>
  post<SignInAnswer & { code: string; detail: string }>(null, 'sign-in', { name, password: given, ...more });
const events = (kind: string) =>
  service.query<{ account_id: string | null; address: string; device: string; name_index: string }>(
    'select * from sign_in_event where kind = $1 order by at, id',
    [kind],
  );

test('a sign-in answers a session for the gateway and who it is, and is noted with where it came from', async () => {
  const answer = await signIn('REGIONofficer');
  expect(answer).toMatchObject({ status: 200, body: { actor: { roles: ['region.officer'], name: '乌云' } } });
  expect(answer.body.session).toMatch(/^[\w-]{43}$/);
  const stored = await service.query<object>('select * from session');
  expect(JSON.stringify(stored)).not.toContain(answer.body.session);
  expect(await events('signed-in')).toMatchObject([{ account_id: answer.body.actor.account, address: '127.0.0.1' }]);
  const trail = await service.query(`select from audit_entry where table_name = 'sign_in_event'`);
  expect(trail).toHaveLength(1);
});

test('a wrong name and a wrong password get the same answer, and a typed name is not kept', async () => {
  const [unknown, wrong] = [await signIn('nobody.here'), await signIn('regionOfficer', 'not-the-password-1')];
  expect(unknown).toMatchObject({ status: 401, body: { code: 'sign-in.wrong' } });
  expect({ ...wrong.body, trace: '' }).toEqual({ ...unknown.body, trace: '' });
  const noted = await events('wrong-password');
  expect(noted.map(({ account_id }) => account_id === null)).toEqual([true, false]);
  expect(JSON.stringify(noted)).not.toContain('nobody.here');
});

test('a wrong name costs as much as a wrong password: a hash is compared for each', async () => {
  const slow = await startFounded({ XIBU_PASSWORD_MEMORY_KIB: '32768', XIBU_PASSWORD_PASSES: '2' });
  const took = async (name: string) => {
    const body = { name, password: 'not-the-password-1' };
    const began = process.hrtime.bigint();
    await slow.call(null, 'POST', '/api/programme/sign-in', body, { 'x-xibu-gateway-key': internalKey });
    return Number(process.hrtime.bigint() - began);
  };
  const least = { unknown: Number.POSITIVE_INFINITY, wrong: Number.POSITIVE_INFINITY };
  try {
    // In turns, and the least of each: what else the machine does at the moment falls out.
    for (let count = 0; count < 5; count += 1) {
      least.unknown = Math.min(least.unknown, await took(`nobody.${count}`));
      least.wrong = Math.min(least.wrong, await took('nationalOfficer'));
    }
  } finally {
    await slow.stop();
  }
  expect(least.unknown / least.wrong).toBeGreaterThan(0.6);
  expect(least.unknown / least.wrong).toBeLessThan(1.7);
});

test.each([
  ['an account', 'nationalOfficer'],
  ['a name that is nobody’s', 'nobody.ever'],
])('five wrong tries in a row lock %s for a quarter of an hour, whatever comes then', async (_, name) => {
  for (let count = 0; count < 5; count += 1) {
    expect((await signIn(name, 'not-the-password-1')).body.code).toBe('sign-in.wrong');
  }
  const locked = await signIn(name);
  expect(locked).toMatchObject({ status: 429, body: { code: 'sign-in.locked' } });
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
  expect((await signIn(name)).body.detail).toContain('15 分钟');
});

test('when the time is over the right password opens, and counting begins anew', async () => {
  expect((await signIn('nationalOfficer')).status).toBe(429);
  await service.query(`update sign_in_lock set locked_until = now() - interval '1 second',
                         last_failure_at = now() - interval '16 minutes'`);
  expect((await signIn('nationalOfficer')).status).toBe(200);
  expect(await service.query('select failures from sign_in_lock where failures = 5')).toHaveLength(1);
});

test('tries at the same instant are counted one by one', async () => {
  const tries = await Promise.all(Array.from({ length: 12 }, () => signIn('nationalApprover', 'not-the-password-1')));
  const codes = tries.map(({ body }) => body.code).sort();
  expect(codes.filter((code) => code === 'sign-in.wrong')).toHaveLength(5);
  expect(codes.filter((code) => code === 'sign-in.locked')).toHaveLength(7);
});

test('a second factor counts once a code of it was shown, and is asked for from then on', async () => {
  const actor = await service.actor('regionApprover');
  const path = 'accounts/me/second-factor';
  expect((await post(actor, `${path}/confirm`, { code: '123456' })).body).toMatchObject({
    code: 'second-factor.not-enrolled',
  });
  expect((await post(actor, `${path}/enrol`, { password: 'not-it' })).body).toMatchObject({ code: 'password.wrong' });
  const enrolled = await post<SecondFactorSecret>(actor, `${path}/enrol`, { password });
  expect(enrolled.body.uri).toMatch(/^otpauth:\/\/totp\/.*secret=/);
  expect((await signIn('regionApprover')).status).toBe(200);

  const { secret } = enrolled.body;
  const nowSeconds = Math.floor(Date.now() / 1000);
  // The step before this one and the one after are accepted too: three codes that may each be used once.
  const [before, current, after] = await Promise.all(
    [-30, 0, 30].map((offset) => generate({ secret, epoch: nowSeconds + offset })),
  );
  const wrong = ['000000', '111111', '222222', '333333'].find((code) => ![before, current, after].includes(code));
  expect((await post(actor, `${path}/confirm`, { code: wrong })).body).toMatchObject({ code: 'sign-in.code-wrong' });
  expect((await post(actor, `${path}/confirm`, { code: before })).status).toBe(204);
  expect((await post(actor, `${path}/enrol`, { password })).body).toMatchObject({ code: 'second-factor.enrolled' });

  expect(await signIn('regionApprover')).toMatchObject({ status: 401, body: { code: 'sign-in.code-missing' } });
  expect((await signIn('regionApprover', password, { code: wrong })).body).toMatchObject({
    code: 'sign-in.code-wrong',
  });
  expect((await signIn('regionApprover', password, { code: before })).body).toMatchObject({
    code: 'sign-in.code-wrong',
  });
  expect((await signIn('regionApprover', password, { code: current })).status).toBe(200);
  expect((await signIn('regionApprover', password, { code: current })).body).toMatchObject({
    code: 'sign-in.code-wrong',
  });
  expect((await post(actor, `${path}/remove`, { code: current })).body).toMatchObject({ code: 'sign-in.code-wrong' });
  expect((await post(actor, `${path}/remove`, { code: after })).status).toBe(204);
  expect((await signIn('regionApprover')).status).toBe(200);
  expect((await post(actor, `${path}/remove`, { code: after })).body).toMatchObject({
    code: 'second-factor.not-enrolled',
  });
  const trail = await service.query<object>('select before, after from audit_entry');
  expect(JSON.stringify(trail)).not.toContain(secret);
});

test('whoever lost the second factor asks the office above', async () => {
  const [national, auditor] = [await service.actor('nationalOfficer'), await service.actor('auditor')];
  const { secret } = (await post<SecondFactorSecret>(auditor, 'accounts/me/second-factor/enrol', { password })).body;
  await post(auditor, 'accounts/me/second-factor/confirm', { code: await generate({ secret }) });
  expect((await signIn('auditor')).body).toMatchObject({ code: 'sign-in.code-missing' });
  const reset = (actor: Actor, reason: string) =>
    post(actor, `accounts/${auditor.account}/reset-second-factor`, { reason });
  expect((await reset(await service.actor('regionOfficer'), '手机丢失')).status).toBe(404);
  expect((await reset(national, '')).body).toMatchObject({ code: 'reason.missing' });
  expect((await reset(national, '手机丢失')).status).toBe(200);
  expect((await signIn('auditor')).status).toBe(200);
});

test('guessing the password from inside a session locks like guessing it from outside', async () => {
  const operator = await service.actor('operator');
  const change = (given: string) =>
    post<{ code: string }>(operator, 'accounts/me/change-password', { password: given, newPassword: 'Xin-de-2023-05' });
  for (let count = 0; count < 5; count += 1) {
    expect((await change('not-the-password-1')).body.code).toBe('password.wrong');
  }
  expect(await change(password)).toMatchObject({ status: 429, body: { code: 'sign-in.locked' } });
  expect((await signIn('operator')).status).toBe(429);
});
