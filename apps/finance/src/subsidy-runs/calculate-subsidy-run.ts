import { Injectable } from '@nestjs/common';
import { digestOfFiles } from '@xibu/documents';
import { type Actor, dateOf, type Month } from '@xibu/domain';
import type { RunView } from '@xibu/domain/finance/api';
import { Clock, Database, rulebookOn, type Tx } from '@xibu/platform';
import { clearResult } from './clear-result.js';
import { computeChunk } from './compute-chunk.js';
import { lockRun } from './find-run.js';
import { freezeRun, gatherRun } from './freeze-run.js';
import { viewOfRun } from './get-subsidy-run.js';
import { frameOf, storedInputs, storedResult } from './stored-run.js';
import type { RunFigures, SubsidyRun } from './subsidy-run.js';
import { finishCalculation, requireCalculable, restart, settingsOf } from './subsidy-run.rules.js';
import { SubsidyRunTable } from './subsidy-run.table.js';
import { inputBytes, resultBytes } from './write-run-folder.js';

/** Small enough to hold locks for moments only, large enough that a county is one. */
export const chunkOfPeople = 500;

/**
 * Freezes the inputs, computes them chunk by chunk, and sums up. Each part commits by itself: a calculation that was cut
 * off is finished by asking for it again, on the inputs that were frozen at first, and comes out the same.
 */
@Injectable()
export class CalculateSubsidyRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, actor: Actor, chunkSize = chunkOfPeople): Promise<RunView> {
    const now = this.clock.now();
    const chunks = await this.database.beyondScope((tx) => this.freeze(tx, id, actor, chunkSize));
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      await this.database.asService((tx) => computeChunk(tx, id, chunk, now), 'calculate subsidy run');
    }
    return this.database.beyondScope(async (tx) => {
      const run = finishCalculation(await lockRun(tx, id, actor), await figuresOf(tx, id), actor, now);
      await tx.save(SubsidyRunTable, run);
      return viewOfRun(tx, run);
    });
  }

  /** Returns into how many chunks the inputs were frozen, now or by the calculation that was cut off. */
  private async freeze(tx: Tx, id: string, actor: Actor, chunkSize: number): Promise<number> {
    const run = await lockRun(tx, id, actor);
    requireCalculable(run, await earlierOpen(tx, run));
    const begun = run.status === 'attendance-locked' ? await frameOf(tx, id) : null;
    if (begun) return begun.chunks;
    await clearResult(tx, id);
    const book = await rulebookOn(tx, run.season, dateOf(this.clock.now()));
    await freezeRun(tx, run, await gatherRun(tx, run, settingsOf(run, book)), chunkSize);
    await tx.save(SubsidyRunTable, { ...restart(run), decidedBy: book.version });
    return (await frameOf(tx, id))?.chunks ?? 0;
  }
}

/** Months are released in their order, so that differences are taken off what was posted before. */
async function earlierOpen(tx: Tx, { division, month }: SubsidyRun): Promise<Month | null> {
  const [row]: { month: Month }[] = await tx.query(
    `select month from subsidy_run where division = $1 and month < $2 and release_seq is null order by month limit 1`,
    [division, month],
  );
  return row?.month ?? null;
}

async function figuresOf(tx: Tx, id: string): Promise<RunFigures> {
  const [inputs, result] = [await storedInputs(tx, id), await storedResult(tx, id)];
  const sum = (fenOf: (row: (typeof result.pay)[number]) => number) =>
    result.pay.reduce((all, row) => all + fenOf(row), 0);
  return {
    people: result.pay.length,
    payable: result.pay.filter(({ payable }) => payable).length,
    exceptions: result.exceptions.length,
    grossFen: sum(({ grossFen }) => grossFen),
    personalFen: sum(({ personalFen }) => personalFen),
    employerFen: sum(({ employerFen }) => employerFen),
    netFen: sum(({ netFen }) => netFen),
    inputDigest: digestOfFiles(inputBytes(inputs)),
    resultDigest: digestOfFiles(resultBytes(result)),
  };
}
