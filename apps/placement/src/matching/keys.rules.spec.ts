import { expect, test } from '@jest/globals';
import { keySpace, orderApplicants } from './keys.rules.js';
import { commitmentOf, drawLotteries, lotteryOf, lotteryText } from './lottery.js';
import { drawsFrom } from './made-up-round.js';

test.each([1, 3000, 20_000])('%i applicants are ordered by score downwards, then lottery, then code', (count) => {
  const draw = drawsFrom(1);
  const some = (values: readonly number[]) => values[Math.floor(draw() * values.length)] as number;
  const score = Float64Array.from({ length: count }, () =>
    some([0, 7, 9500, 65_536, 70_000, 2 ** 40, Number.MAX_SAFE_INTEGER]),
  );
  const high = Uint32Array.from({ length: count }, () => some([0, 1, 65_535, 65_536, 2 ** 31, 2 ** 32 - 1]));
  const low = Uint32Array.from({ length: count }, () => some([0, 1, 2 ** 31, 2 ** 32 - 1]));

  const byDefinition = [...score.keys()].sort(
    (left, right) =>
      (score[right] as number) - (score[left] as number) ||
      (high[left] as number) - (high[right] as number) ||
      (low[left] as number) - (low[right] as number) ||
      left - right,
  );
  const order = orderApplicants(score, { high, low });
  expect([...order.applicant]).toEqual(byDefinition);
  expect(byDefinition.map((applicant) => order.position[applicant])).toEqual([...score.keys()]);
});

test('no applicants is an order too', () => {
  const nothing = new Uint32Array(0);
  expect(orderApplicants(new Float64Array(0), { high: nothing, low: nothing }).applicant).toHaveLength(0);
});

test('classes that are too large to be packed are replaced by their ranks', () => {
  const small = Float64Array.of(2, 0, 5);
  expect(keySpace(small, 1000)).toEqual({ span: 1024, class: small });
  const large = Float64Array.of(Number.MAX_SAFE_INTEGER, 3, 2 ** 45, 3);
  expect(keySpace(large, 1000)).toEqual({ span: 1024, class: Float64Array.of(2, 0, 1, 0) });
});

test('the lottery is the first eight bytes of SHA-256 of seed and code, big-endian', () => {
  // The first published sample; its cut-off table shows this number.
  expect(lotteryOf('00112233445566778899aabbccddeeff', 'a')).toBe('16100391087747680996');
  expect(lotteryText({ high: Uint32Array.of(2 ** 32 - 1), low: Uint32Array.of(2 ** 32 - 1) }, 0)).toBe(
    '18446744073709551615',
  );
  const drawn = drawLotteries('00112233445566778899aabbccddeeff', ['a', 'b']);
  expect(lotteryText(drawn, 0)).toBe('16100391087747680996');
});

test('the commitment is SHA-256 of the seed', () => {
  expect(commitmentOf('00112233445566778899aabbccddeeff')).toBe(
    '5947d7c33d783f94b3b4c1a96ebc8991ed28f1b069b71e03376cba8caa98a720',
  );
});
