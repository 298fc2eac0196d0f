import type { FrozenFiles } from './freeze.js';
import { commitmentOf } from './lottery.js';
import { type InputFile, type ResultFile, type ResultFiles, resultDigestOf } from './round-files.js';
import { type RoundHeader, writeHeader } from './round-json.js';

/** What names a round; free text. */
export interface RoundTitle {
  readonly season: string;
  readonly round: string;
  readonly rulebook: string;
}

export type PublishedFiles = Readonly<Record<InputFile | 'round.json', Uint8Array>> &
  Readonly<Partial<Record<ResultFile, Uint8Array>>>;

/**
 * The files of a round as far as it has come: frozen (the seed only committed to), revealed, or with its result.
 *
 * @param seed kept back by the caller until it is to be revealed; the commitment is always published
 */
export function publishedFiles(
  title: RoundTitle,
  { files, inputDigest }: FrozenFiles,
  seed: { readonly value: string; readonly revealed: boolean },
  result?: ResultFiles,
): PublishedFiles {
  const header: RoundHeader = {
    ...title,
    seedCommitment: commitmentOf(seed.value),
    seed: seed.revealed ? seed.value : '',
    inputDigest,
    resultDigest: result ? resultDigestOf(result) : '',
  };
  return { ...files, ...result, 'round.json': writeHeader(header) };
}
