import { cutoffRows, cutoffsOf } from './cutoffs.rules.js';
import { freeze, readRound } from './freeze.js';
import type { Cutoffs, FrozenRound, Lotteries, Placement } from './frozen-round.js';
import { orderApplicants } from './keys.rules.js';
import { drawLotteries } from './lottery.js';
import { match } from './match.rules.js';
import { reassign } from './reassign.rules.js';
import { writeResult } from './result-tables.js';
import type { ResultFiles } from './round-files.js';
import type { RoundInput } from './round-input.js';
import type { ResultRow, RoundResult } from './round-result.js';

/** Stored with every result; it changes with every change of the solver that could show in one. */
export const solverVersion = '1.0.0';

/** Both passes and the cut-offs, by index. */
export interface Solution {
  readonly lotteries: Lotteries;
  readonly placement: Placement;
  readonly cutoffs: Cutoffs;
}

/** The placement that `xibu-round/1` prescribes for a frozen round and its seed: the only one, whoever computes it. */
export function solve(round: FrozenRound, seed: string): Solution {
  const lotteries = drawLotteries(seed, round.applicants.codes);
  const order = orderApplicants(round.applicants.score, lotteries);
  const firstPass = match(round, order);
  return {
    lotteries,
    placement: reassign(round, order, firstPass),
    cutoffs: cutoffsOf(round, order, firstPass),
  };
}

/** The same from rows to rows. Throws a `TableFault` when the rows break the published format. */
export function solveRound(input: RoundInput): RoundResult {
  const round = readRound(freeze(input).files);
  return asResult(round, solve(round, input.seed));
}

/** What is published: every applicant once, by code, and every post and node once, by id. */
export function asResult(round: FrozenRound, solution: Solution): RoundResult {
  const { lotteries, cutoffs } = solution;
  return { rows: [...rowsOf(round, solution)], cutoffs: cutoffRows(round, lotteries, cutoffs) };
}

/** The same as it is written, without keeping the rows. */
export function resultTables(round: FrozenRound, solution: Solution): ResultFiles {
  const { lotteries, cutoffs } = solution;
  return writeResult({ rows: rowsOf(round, solution), cutoffs: cutoffRows(round, lotteries, cutoffs) });
}

function* rowsOf(round: FrozenRound, { placement }: Solution): Generator<ResultRow> {
  for (const [applicant, code] of round.applicants.codes.entries()) {
    const pass = placement.pass[applicant];
    if (pass !== 1 && pass !== 2) {
      yield { code, postId: null, pass: null, rank: null };
      continue;
    }
    const postId = round.posts.ids[placement.post[applicant] as number] as string;
    yield { code, postId, pass, rank: pass === 1 ? (placement.rank[applicant] as number) : null };
  }
}
