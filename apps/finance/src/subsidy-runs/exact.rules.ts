import type { Fen } from '@xibu/domain';
import type { Rounding } from './run-inputs.js';

/** A fraction; the denominator is positive, and the two need not be reduced. */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The nearest whole number, halves away from zero. */
export function halfUp({ numerator, denominator }: Exact): bigint {
  const twice = 2n * (numerator < 0n ? -numerator : numerator) + denominator;
  const rounded = twice / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** A value of zero or more as a multiple of `unit`. */
export function roundToUnit({ numerator, denominator }: Exact, unit: bigint, mode: Rounding): bigint {
  const inUnits = { numerator, denominator: denominator * unit };
  if (mode === 'half-up') return halfUp(inUnits) * unit;
  const up = mode === 'up' ? inUnits.denominator - 1n : 0n;
  return ((numerator + up) / inUnits.denominator) * unit;
}

/**
 * Splits `total` over shares of zero or more with one denominator: the whole part of each first, then one each by
 * falling fraction, ties to the earlier share. `total` may be any way of rounding the sum of the shares.
 */
export function largestRemainder(numerators: readonly bigint[], denominator: bigint, total: bigint): bigint[] {
  const parts = numerators.map((numerator) => numerator / denominator);
  const missing = Number(total - parts.reduce((sum, part) => sum + part, 0n));
  if (missing < 0 || missing > parts.length) throw new RangeError(`cannot split ${total} over these shares`);
  if (missing === 0) return parts;
  const byFraction = numerators
    .map((numerator, index) => ({ index, fraction: numerator % denominator }))
    .sort((left, right) =>
      left.fraction === right.fraction ? left.index - right.index : left.fraction > right.fraction ? -1 : 1,
    );
  for (const { index } of byFraction.slice(0, missing)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}

/** Back from calculation to money; an amount that a `number` cannot hold exactly is a fault. */
export function toFen(value: bigint): Fen {
  const fen = Number(value);
  if (!Number.isSafeInteger(fen)) throw new RangeError(`${value} fen is more than can be kept exactly`);
  return fen;
}

export function sumFen<Row>(rows: Iterable<Row>, fenOf: (row: Row) => Fen): Fen {
  let sum = 0n;
  for (const row of rows) sum += BigInt(fenOf(row));
  return toFen(sum);
}

/** Lowest terms, for people to read. */
export function reduced({ numerator, denominator }: Exact): Exact {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? { numerator: 0n, denominator: 1n } : { numerator: numerator / a, denominator: denominator / a };
}
