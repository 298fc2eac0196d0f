import { createHash } from 'node:crypto';

/** Numbers from a range, one after the other, that follow from the seed alone. */
export function drawsOf(seed: string): (from: number, to: number) => number {
  let count = 0;
  return (from, to) => {
    count += 1;
    const bytes = createHash('sha256').update(`${seed}/${count}`).digest();
    return from + ((to - from) * bytes.readUInt32BE()) / 2 ** 32;
  };
}
