import { createHash } from 'node:crypto';

/** A number from `from` up to and without `to`. */
export type Draw = (from: number, to: number) => number;

/** Numbers that follow, one after the other, from the seed alone. */
export function drawsOf(seed: string): Draw {
  let count = 0;
  return (from, to) => {
    count += 1;
    const bytes = createHash('sha256').update(`${seed}/${count}`).digest();
    return from + ((to - from) * bytes.readUInt32BE()) / 2 ** 32;
  };
}
