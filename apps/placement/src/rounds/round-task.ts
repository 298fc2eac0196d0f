import type { PreviewRoundRequest, RoundPhase, RoundPreview } from '@xibu/domain/placement/api';
import type { InputFiles, ResultFiles } from '../matching/round-files.js';
import type { RoundInput } from '../matching/round-input.js';

/** What a worker is given: bytes and rows only, nothing of the database. */
export type RoundTask =
  | { readonly kind: 'solve'; readonly files: InputFiles; readonly seed: string }
  | { readonly kind: 'preview'; readonly input: RoundInput; readonly changes: PreviewRoundRequest };

/** The result of a run, and what the independent verifier says of it. */
export interface SolvedRound {
  readonly files: ResultFiles;
  readonly resultDigest: string;
  readonly placedFirst: number;
  readonly placedSecond: number;
  readonly unplaced: number;
  /** One sentence for each violation; empty when the result is the prescribed one. */
  readonly violations: readonly string[];
}

export interface AnswerOf {
  readonly solve: SolvedRound;
  readonly preview: RoundPreview;
}

export type WorkerMessage =
  | { readonly phase: RoundPhase }
  | { readonly answer: AnswerOf[keyof AnswerOf] }
  | { readonly refusal: { readonly code: string; readonly details: Readonly<Record<string, string | number>> } };
