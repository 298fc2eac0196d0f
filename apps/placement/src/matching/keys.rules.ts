import type { FrozenRound, Lotteries } from './frozen-round.js';

/** Applicants in the order (-score, lottery, code), both ways. */
export interface Order {
  /** Position of an applicant, 0 being the best. */
  readonly position: Uint32Array;
  /** The applicant at a position. */
  readonly applicant: Uint32Array;
}

/**
 * Sorts by radix, from the last digit to the first. Applicants come in the order of their codes and every pass is
 * stable, so the code breaks what the lottery leaves equal. The lower half of the lottery is left out of the passes,
 * because hardly ever do two applicants of equal score have equal upper halves.
 */
export function orderApplicants(score: Float64Array, { high, low }: Lotteries): Order {
  const count = score.length;
  let best = 0;
  for (let applicant = 0; applicant < count; applicant += 1) best = Math.max(best, score[applicant] as number);
  const missing = score.map((value) => best - value);
  // Few long digits for many applicants, more short ones for few: a pass costs its table as well as its rows.
  const radix = count < 2 ** 14 ? 2 ** 8 : 2 ** 16;
  const digits: Uint16Array[] = [];
  for (let unit = 1; unit < 2 ** 32; unit *= radix) digits.push(digitOf(high, unit, radix));
  for (let unit = 1; unit <= best; unit *= radix) digits.push(digitOf(missing, unit, radix));

  let from = Uint32Array.from({ length: count }, (_, applicant) => applicant);
  let to = new Uint32Array(count);
  for (const digit of digits) {
    sortByDigit(from, to, digit, radix);
    [from, to] = [to, from];
  }
  settleByLowerHalf(from, score, { high, low });
  for (let position = 0; position < count; position += 1) to[from[position] as number] = position;
  return { position: to, applicant: from };
}

function digitOf(values: Uint32Array | Float64Array, unit: number, radix: number): Uint16Array {
  const digits = new Uint16Array(values.length);
  for (let at = 0; at < values.length; at += 1) digits[at] = Math.floor((values[at] as number) / unit) % radix;
  return digits;
}

function sortByDigit(from: Uint32Array, to: Uint32Array, digit: Uint16Array, radix: number): void {
  const start = new Uint32Array(radix + 1);
  for (let at = 0; at < digit.length; at += 1) (start[(digit[at] as number) + 1] as number)++;
  for (let value = 1; value < start.length; value += 1) {
    start[value] = (start[value] as number) + (start[value - 1] as number);
  }
  for (let at = 0; at < from.length; at += 1) {
    const applicant = from[at] as number;
    to[(start[digit[applicant] as number] as number)++] = applicant;
  }
}

/** Moves applicants of equal score and equal upper half of the lottery into the order of the lower half. */
function settleByLowerHalf(order: Uint32Array, score: Float64Array, { high, low }: Lotteries): void {
  for (let at = 1; at < order.length; at += 1) {
    const applicant = order[at] as number;
    let to = at;
    for (; to > 0; to -= 1) {
      const other = order[to - 1] as number;
      if (score[other] !== score[applicant] || high[other] !== high[applicant]) break;
      if ((low[other] as number) <= (low[applicant] as number)) break;
      order[to] = other;
    }
    order[to] = applicant;
  }
}

/**
 * Edge keys as single numbers: `class * span + position`, with `span` a power of two, so that the position of the
 * applicant comes back exactly. Classes too large for that, or for 32 bits, are replaced by their ranks.
 */
export interface KeySpace {
  readonly span: number;
  readonly class: Float64Array;
}

export function keySpace(classes: FrozenRound['edges']['class'], applicants: number): KeySpace {
  let span = 1;
  while (span < applicants) span *= 2;
  let largest = 0;
  for (let edge = 0; edge < classes.length; edge += 1) largest = Math.max(largest, classes[edge] as number);
  if (largest < Math.min(2 ** 52 / span, 2 ** 32)) return { span, class: classes };
  const distinct = Float64Array.from(new Set(classes)).sort();
  const ranks = new Map(Array.from(distinct, (value, rank) => [value, rank]));
  return { span, class: classes.map((value) => ranks.get(value) as number) };
}
