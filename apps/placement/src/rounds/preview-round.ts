import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { PreviewRoundRequest, RoundPreview } from '@xibu/domain/placement/api';
import { Clock, Database } from '@xibu/platform';
import type { RoundInput } from '../matching/round-input.js';
import { findRound } from './find-round.js';
import { frozenFiles } from './freeze-round.js';
import { readRoundInput } from './read-round-input.js';
import { inputFilesOf, inputRowsOf, readFiles } from './round-files.js';
import { runInWorker } from './run-in-worker.js';

/** What a preview draws its lots with while the seed of the round is nobody's to know. */
const previewSeed = 'preview';

/** 假如: the round as it stands or stood frozen, and with changes. In a thread of its own; nothing is written. */
@Injectable()
export class PreviewRound {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, changes: PreviewRoundRequest, actor: Actor): Promise<RoundPreview> {
    const input = await this.input(id, actor);
    return runInWorker({ kind: 'preview', input, changes }).answer;
  }

  private async input(id: string, actor: Actor): Promise<RoundInput> {
    return this.database.transaction(async (tx) => {
      const round = await findRound(tx, id, actor);
      const seed = round.seed ?? previewSeed;
      if (round.inputDigest !== null) return inputRowsOf(inputFilesOf(await readFiles(tx, id)), seed);
      const { input } = await readRoundInput(tx, round, this.clock.now());
      return inputRowsOf(frozenFiles(input).files, seed);
    });
  }
}
