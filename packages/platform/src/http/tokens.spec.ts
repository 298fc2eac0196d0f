import { afterEach, expect, jest, test } from '@jest/globals';
import { actorOf, testPrivateKey, testPublicKey } from '../testing.js';
import { signToken, Tokens } from './tokens.js';

const actor = actorOf('county.officer', { division: 150105 });

afterEach(() => {
  jest.useRealTimers();
});

test('a token names its actor, every time it comes', async () => {
  const tokens = new Tokens(testPublicKey);
  const token = await signToken(actor, testPrivateKey, 60);
  expect([await tokens.read(token), await tokens.read(token)]).toEqual([actor, actor]);
});

test('a token that was read before is refused once it has ended', async () => {
  const tokens = new Tokens(testPublicKey);
  const token = await signToken(actor, testPrivateKey, 60);
  expect(await tokens.read(token)).toEqual(actor);
  jest.useFakeTimers({ now: Date.now() + 61_000, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  await expect(tokens.read(token)).rejects.toMatchObject({ code: 'session.expired' });
});

test('a changed token is refused, though the one it was made from is known', async () => {
  const tokens = new Tokens(testPublicKey);
  const token = await signToken(actor, testPrivateKey, 60);
  await tokens.read(token);
  const [head, , signature] = token.split('.');
  const payload = Buffer.from(JSON.stringify({ iss: 'xibu', actor: { ...actor, account: 'somebody' } }));
  const forged = [head, payload.toString('base64url'), signature].join('.');
  await expect(tokens.read(forged)).rejects.toMatchObject({ code: 'session.expired' });
});
