import { type Kind, kinds, type Shares } from './evening.js';

export interface Costs {
  /** Milliseconds of processor time for one request that is accepted, over the kinds as they come that evening. */
  readonly acceptanceMs: number;
  readonly submissionMs: number;
  readonly refusalMs: number;
  readonly ratio: number;
}

/** Fewer refusals than this say nothing. */
const leastRefusals = 50;

/**
 * What one request costs gateway and services: each kind was sent alone and all accepted, and then a service stood still
 * while requests for it were refused. Null when too little was refused, or nothing was measured.
 */
export function costsOf(
  alone: Readonly<Record<Kind, number>>,
  shares: Shares,
  { processorMs, refused }: { readonly processorMs: number; readonly refused: number },
): Costs | null {
  const all = kinds.reduce((sum, kind) => sum + shares[kind], 0);
  const acceptanceMs = kinds.reduce((sum, kind) => sum + alone[kind] * shares[kind], 0) / all;
  if (refused < leastRefusals || acceptanceMs <= 0 || processorMs <= 0) return null;
  const refusalMs = processorMs / refused;
  return { acceptanceMs, submissionMs: alone.submit, refusalMs, ratio: refusalMs / acceptanceMs };
}
