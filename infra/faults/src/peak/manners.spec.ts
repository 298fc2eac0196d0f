import { expect, test } from '@jest/globals';
import { Cookies } from './caller.js';
import { type Answer, pauseAfter, pursue } from './manners.js';

const answer = (change: Partial<Answer>): Answer => ({
  ...{ status: 503, body: {}, etag: null, retryAfterMs: 2_000, isPolite: true, endMs: 0 },
  ...change,
});

/** Follows one intent through these answers, each 100 ms after it was sent; says when each try was due. */
async function follow(answers: readonly Partial<Answer>[], untilMs = 1_000_000) {
  const dues: number[] = [];
  const waits: number[] = [];
  const last = await pursue(
    async (nth, dueMs) => {
      dues.push(dueMs);
      return answer({ ...answers[nth], endMs: dueMs + 100 });
    },
    1_000,
    { untilMs, waitUntil: async (ms) => void waits.push(ms), draw: (from) => from },
  );
  return { dues, waits, status: last.status };
}

test('what is done is not asked again', async () => {
  expect(await follow([{ status: 200 }])).toEqual({ dues: [1_000], waits: [], status: 200 });
});

test('whoever is told to come again waits as long as was said, and is due then', async () => {
  expect(await follow([{}, { retryAfterMs: 5_000 }, { status: 200 }])).toEqual({
    ...{ dues: [1_000, 3_100, 8_200], waits: [3_100, 8_200], status: 200 },
  });
});

test('a lost answer is asked for again, more and more slowly', async () => {
  const lost = { status: 0, retryAfterMs: null };
  expect((await follow([lost, lost, { status: 200 }])).dues).toEqual([1_000, 1_350, 1_950]);
});

test('a refusal for good and a fault are not repeated', async () => {
  expect((await follow([{ status: 409 }])).dues).toHaveLength(1);
  expect((await follow([{ status: 500 }])).dues).toHaveLength(1);
});

test('nobody tries without end, and nobody after the end', async () => {
  expect((await follow([{}, {}, {}, {}, {}, { status: 200 }])).dues).toHaveLength(5);
  expect((await follow([{}, { status: 200 }], 3_000)).dues).toHaveLength(1);
});

test('the pause is never shorter than asked, and up to half as long again', () => {
  expect(pauseAfter({ retryAfterMs: 4_000 }, 0, (from) => from)).toBe(4_000);
  expect(pauseAfter({ retryAfterMs: 4_000 }, 0, (_, to) => to)).toBe(6_000);
});

test('a ticket that came as a cookie is shown again, until it is taken back', () => {
  const cookies = new Cookies();
  expect(cookies.header).toEqual({});
  cookies.take(['ticket=a=b; Path=/; HttpOnly', 'other=1']);
  expect(cookies.header).toEqual({ cookie: 'ticket=a=b; other=1' });
  cookies.take(['other=; Path=/; Max-Age=0']);
  expect(cookies.header).toEqual({ cookie: 'ticket=a=b' });
});
