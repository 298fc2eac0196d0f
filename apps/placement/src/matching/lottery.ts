import { hash } from 'node:crypto';
import type { Lotteries } from './frozen-round.js';

/** What is published before the freeze, so that the seed cannot be chosen after the applicants are known. */
export function commitmentOf(seed: string): string {
  return hash('sha256', seed, 'hex');
}

/** One number per applicant, drawn by nobody: it follows from the seed and the code. */
export function drawLotteries(seed: string, codes: readonly string[]): Lotteries {
  const high = new Uint32Array(codes.length);
  const low = new Uint32Array(codes.length);
  for (const [applicant, code] of codes.entries()) {
    // One character per byte: the quickest way from OpenSSL to a number, and a round may hash a million codes.
    const digest = hash('sha256', `${seed}:${code}`, 'binary');
    high[applicant] = bigEndian(digest, 0);
    low[applicant] = bigEndian(digest, 4);
  }
  return { high, low };
}

/** One applicant's number, in decimal. */
export function lotteryOf(seed: string, code: string): string {
  return lotteryText(drawLotteries(seed, [code]), 0);
}

/** The lottery number in decimal, as the published tables write it. */
export function lotteryText({ high, low }: Lotteries, applicant: number): string {
  return ((BigInt(high[applicant] as number) << 32n) | BigInt(low[applicant] as number)).toString();
}

function bigEndian(digest: string, at: number): number {
  return (
    digest.charCodeAt(at) * 0x1000000 +
    (digest.charCodeAt(at + 1) << 16) +
    (digest.charCodeAt(at + 2) << 8) +
    digest.charCodeAt(at + 3)
  );
}
