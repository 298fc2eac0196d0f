import type { RoundPhase } from '@xibu/domain/placement/api';
import { readRound } from '../matching/freeze.js';
import { readResult } from '../matching/result-tables.js';
import { type InputFiles, resultDigestOf } from '../matching/round-files.js';
import { resultTables, solve } from '../matching/solve.js';
import { verifyFrozen } from '../matching/verifier/verify.js';
import type { SolvedRound } from './round-task.js';

/**
 * From the frozen bytes to the published ones, and verified: the verifier reads what was written, with its own code. The
 * same bytes and seed give the same result, wherever and however often it runs.
 */
export function solveFrozen(files: InputFiles, seed: string, tell: (phase: RoundPhase) => void): SolvedRound {
  tell('reading');
  const round = readRound(files);
  tell('solving');
  const solution = solve(round, seed);
  const result = resultTables(round, solution);
  tell('verifying');
  const violations = verifyFrozen(round, solution.lotteries, readResult(result));
  const placed = (pass: number) => solution.placement.pass.reduce((sum, each) => sum + (each === pass ? 1 : 0), 0);
  return {
    files: result,
    resultDigest: resultDigestOf(result),
    ...{ placedFirst: placed(1), placedSecond: placed(2), unplaced: placed(0) },
    violations: violations.map(({ code, where, sentence }) => `${code}: ${where}: ${sentence}`),
  };
}
