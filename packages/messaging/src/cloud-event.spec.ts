import { expect, test } from '@jest/globals';
import { fact } from '@xibu/domain';
import { legalTime, read, Unreadable } from './cloud-event.js';
import { type Count, messageOf } from './contract/counting.js';
import { factId } from './fact-id.js';
import type { Delivered } from './message.js';

const Counted = fact<Count>('tests.envelope.counted.v1');

function delivered(change: Partial<Delivered> & { without?: string } = {}): Delivered {
  const { headers, ...message } = messageOf(Counted('a', { n: 1 }));
  const kept = Object.entries(headers).filter(([name]) => name !== change.without);
  const value = Buffer.from(message.value);
  return {
    topic: message.topic,
    partition: 0,
    offset: 0n,
    key: 'a',
    value,
    headers: Object.fromEntries(kept),
    ...change,
  };
}

test('what was told is what is read', () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const message = delivered();
  const headers = { ...message.headers, traceparent, ce_causation: 'fact-1' };
  expect(read({ ...message, headers })).toEqual({
    fact: {
      ...{
        id: message.headers['ce_id'],
        type: Counted.type,
        key: 'a',
        data: { n: 1 },
        at: '2023-07-01T12:00:00.000+08:00',
      },
      ...{ actor: 'account-1', correlation: 'request-1', causation: 'fact-1' },
    },
    traceparent,
    sequence: expect.stringMatching(/^\d{20}$/),
  });
});

test.each(['ce_specversion', 'ce_id', 'ce_type', 'ce_time', 'ce_actor', 'ce_correlation'])(
  'without %s it cannot be read',
  (name) => {
    expect(() => read(delivered({ without: name }))).toThrow(Unreadable);
    expect(() => read(delivered({ without: name }))).toThrow(name);
  },
);

test.each([
  ['an id that is no UUID', { headers: { ...delivered().headers, ce_id: '17' } }],
  ['another version of CloudEvents', { headers: { ...delivered().headers, ce_specversion: '0.3' } }],
  ['no key', { key: null }],
  ['an empty key', { key: '' }],
  ['no value', { value: null }],
  ['a value that is no JSON', { value: Buffer.from('{') }],
])('with %s it cannot be read', (_what, change) => {
  expect(() => read(delivered(change))).toThrow(Unreadable);
});

test('the time is that of Shanghai, also across midnight', () => {
  expect(legalTime(new Date('2023-06-30T16:00:00Z'))).toBe('2023-07-01T00:00:00.000+08:00');
});

test('the id of a fact is a UUID of version 7 that begins with its moment', () => {
  const moment = new Date('2023-07-01T12:00:00+08:00');
  const id = factId(moment);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(moment.getTime());
  expect(factId(moment)).not.toBe(id);
});
