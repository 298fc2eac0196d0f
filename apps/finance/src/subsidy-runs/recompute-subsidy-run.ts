import { Injectable } from '@nestjs/common';
import { digestOfFiles } from '@xibu/documents';
import { type Actor, Refusal } from '@xibu/domain';
import type { RecomputedRun } from '@xibu/domain/finance/api';
import { Database } from '@xibu/platform';
import { runInScope } from './find-run.js';
import { computeRun } from './month-pay.rules.js';
import { storedInputs, storedResult } from './stored-run.js';
import { inputBytes, resultBytes } from './write-run-folder.js';

/** For the auditor: the stored inputs computed again, beside what was stored then. Nothing is written. */
@Injectable()
export class RecomputeSubsidyRun {
  constructor(private readonly database: Database) {}

  async run(id: string, actor: Actor): Promise<RecomputedRun> {
    return this.database.beyondScope(async (tx) => {
      const run = await runInScope(tx, id, actor);
      const { inputDigest: storedInputDigest, resultDigest: storedResultDigest, number } = run;
      if (storedInputDigest === null || storedResultDigest === null) throw new Refusal('subsidy-run.not-calculated');
      const inputs = await storedInputs(tx, id);
      const again = resultBytes(computeRun(inputs));
      const stored = new Map(resultBytes(await storedResult(tx, id)));
      const differs = again.filter(([name, bytes]) => !Buffer.from(bytes).equals(stored.get(name) ?? new Uint8Array()));
      const [inputDigest, resultDigest] = [digestOfFiles(inputBytes(inputs)), digestOfFiles(again)];
      const equal = differs.length === 0 && inputDigest === storedInputDigest && resultDigest === storedResultDigest;
      return {
        ...{ runId: id, number, equal, inputDigest, storedInputDigest, resultDigest, storedResultDigest },
        differs: differs.map(([name]) => name),
      };
    });
  }
}
