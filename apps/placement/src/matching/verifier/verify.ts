import { freeze, readRound } from '../freeze.js';
import type { FrozenRound, Lotteries } from '../frozen-round.js';
import { drawLotteries } from '../lottery.js';
import type { RoundInput } from '../round-input.js';
import type { RoundResult } from '../round-result.js';
import { claimedPlacement } from './claimed-placement.rules.js';
import { KeyOrder, standingsOf, verifyMaxima } from './standings.rules.js';
import { verifyCutoffs } from './verify-cutoffs.rules.js';
import { verifyFirstPass } from './verify-first-pass.rules.js';
import { verifySecondPass } from './verify-second-pass.rules.js';
import { type Violation, Violations } from './violations.js';

/** What is wrong with a result; nothing when it is the one that the published rules prescribe. At most the first 100. */
export function verify(input: RoundInput, result: RoundResult): readonly Violation[] {
  const round = readRound(freeze(input).files);
  return verifyFrozen(round, drawLotteries(input.seed, round.applicants.codes), result);
}

/** The same for a round that is already in memory. It does not use the solver's proposals, heaps or order. */
export function verifyFrozen(round: FrozenRound, lotteries: Lotteries, result: RoundResult): readonly Violation[] {
  const violations = new Violations();
  const claim = claimedPlacement(round, result.rows, violations);
  const order = new KeyOrder(round, lotteries);
  const standings = standingsOf(round, order, claim);
  verifyMaxima(round, claim, standings, violations);
  verifyFirstPass(round, order, claim, standings, violations);
  verifySecondPass(round, order, claim, standings, violations);
  verifyCutoffs(round, lotteries, standings, result.cutoffs, violations);
  return violations.first;
}
