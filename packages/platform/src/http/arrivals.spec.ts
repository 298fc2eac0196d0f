import { expect, test } from '@jest/globals';
import { VirtualClock } from '../clock.js';
import { Sealing } from '../sealing/sealing.js';
import { Arrivals } from './arrivals.js';

const first = new Date('2023-05-20T23:59:58+08:00');
const later = new Date('2023-05-21T00:10:00+08:00');
const same = { account: 'a', key: 'form-opened-1', digest: 'd' };
const sealing = new Sealing(`k1:${Buffer.alloc(32, 7).toString('base64')}`, 'a key of the blind index for this spec');

function arrivals(now: Date, keys = sealing): Arrivals {
  return new Arrivals(new VirtualClock(now), keys);
}

const note = arrivals(first).of(same, undefined).note();

test('whoever brings the note of the first try is as early as then, and however often', () => {
  const second = arrivals(later).of(same, note);
  expect(second.at).toEqual(first);
  expect(second.note()).toBe(note);
});

test('without a note the request arrives now', () => {
  expect(arrivals(later).of(same, undefined).at).toEqual(later);
});

test.each([
  ['somebody else', { ...same, account: 'b' }],
  ['another key', { ...same, key: 'form-opened-2' }],
  ['another content', { ...same, digest: 'e' }],
])('a note is nothing to %s', (_, request) => {
  expect(arrivals(later).of(request, note).at).toEqual(later);
});

test.each([
  ['altered', note.replace(/^.../, 'aaa')],
  ['made up', `${first.getTime().toString(36)}.AAAA`],
  ['no note', 'nonsense'],
  ['empty', ''],
  ['twice there', [note, note]],
])('a note that is %s is nothing', (_, given) => {
  expect(arrivals(later).of(same, given).at).toEqual(later);
});

test('a note of another key of the service is nothing, and neither is one that is a day old', () => {
  const foreign = new Sealing(
    `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    'another key of the blind index altogether',
  );
  expect(arrivals(later, foreign).of(same, note).at).toEqual(later);
  const dayAfter = new Date(first.getTime() + 24 * 3600 * 1000 + 1);
  expect(arrivals(dayAfter).of(same, note).at).toEqual(dayAfter);
});

test('a note from the future is nothing', () => {
  const early = arrivals(later).of(same, undefined).note();
  expect(arrivals(first).of(same, early).at).toEqual(first);
});
