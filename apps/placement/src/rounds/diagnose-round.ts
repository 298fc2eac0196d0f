import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { RoundDiagnosis } from '@xibu/domain/placement/api';
import { Database } from '@xibu/platform';
import { diagnose } from './diagnosis.rules.js';
import { findRound } from './find-round.js';
import { inputFilesOf, inputRowsOf, readFiles, resultOf } from './round-files.js';

/** Who is left out and why, before the result is published and after. */
@Injectable()
export class DiagnoseRound {
  constructor(private readonly database: Database) {}

  async run(id: string, actor: Actor): Promise<RoundDiagnosis> {
    const { files, seed } = await this.database.transaction(async (tx) => {
      const round = await findRound(tx, id, actor);
      if (round.resultDigest === null) throw new Refusal('round.no-result');
      return { files: await readFiles(tx, id), seed: round.seed ?? '' };
    });
    return diagnose(inputRowsOf(inputFilesOf(files), seed), resultOf(files));
  }
}
