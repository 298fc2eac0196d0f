import { Injectable } from '@nestjs/common';
import { digestOfFiles } from '@xibu/documents';
import { type Actor, dateOf, type Month } from '@xibu/domain';
import type { RunView } from '@xibu/domain/finance/api';
import { Clock, Database, rulebookOn, type Tx } from '@xibu/platform';
import { clearResult } from './clear-result.js';
import { computeChunk } from './compute-chunk.js';
import { lockRun, writeRun } from './find-run.js';
import { freezeRun, gatherRun } from './freeze-run.js';
import { viewOfRun } from './get-subsidy-run.js';
import { RunSum } from './run-sum.js';
import {
  type Asker,
  frameOf,
  heldFrame,
  inputsWithin,
  type StoredFrame,
  storedFrame,
  storedResult,
} from './stored-run.js';
import type { RunFigures, SubsidyRun } from './subsidy-run.js';
import { finishCalculation, requireCalculable, restart, settingsOf } from './subsidy-run.rules.js';
import { SubsidyRunTable } from './subsidy-run.table.js';
import { inputBytes } from './write-run-folder.js';

/** Small enough to hold locks for moments only, large enough that a county is one. */
export const chunkOfPeople = 500;

/** The name under which the audit trail knows this work. */
const calculation = 'calculate subsidy run';

/**
 * Freezes the inputs, computes them chunk by chunk, and sums up. A county of one chunk is done in one transaction. Of a
 * larger one each part commits by itself: a calculation that was cut off is finished by the next process, or by asking for
 * it again, on the inputs that were frozen at first, and comes out the same.
 */
@Injectable()
export class CalculateSubsidyRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, actor: Actor, chunkSize = chunkOfPeople): Promise<RunView> {
    const now = this.clock.now();
    const begun = await this.database.beyondScope(async (tx) => {
      const [run, frame] = await this.freeze(tx, id, actor, chunkSize);
      if (frame.chunks > 1) return frame.chunks;
      const sum = new RunSum();
      sum.take(frame, await computeChunk(tx, frame, 0, now));
      return finish(tx, run, await figuresOf(tx, frame, sum), { by: actor, now });
    });
    if (typeof begun === 'object') return begun;
    return this.computeToTheEnd(id, begun, now, (sum) =>
      this.database.beyondScope(async (tx) => {
        const run = await lockRun(tx, id, actor);
        // Another hand has finished it: a second request for the same, or the service after a crash.
        if (run.status === 'calculated') return viewOfRun(tx, run);
        return conclude(tx, run, { frame: await storedFrame(tx, id), sum }, { by: actor, now });
      }),
    );
  }

  /**
   * Carries a calculation that was cut off to its end, in the name of whoever asked for it. Answers the number of the
   * run, or null when there was nothing left to do.
   */
  async finishLeft(id: string, now: Date): Promise<string | null> {
    const begun = await this.database.asService((tx) => frameOf(tx, id));
    if (!begun?.askedBy) return null;
    return this.computeToTheEnd(id, begun.chunks, now, (sum) =>
      this.database.asService(async (tx) => {
        const run = await tx.findOne(SubsidyRunTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
        const frame = run?.status === 'attendance-locked' ? await frameOf(tx, id) : null;
        if (!run || !frame?.askedBy) return null;
        const ended = await conclude(tx, run, { frame, sum }, { by: frame.askedBy, now });
        return typeof ended === 'number' ? ended : ended.number;
      }, calculation),
    );
  }

  /** `end` answers with a number of chunks when there is more to compute, and with what it came to otherwise. */
  private async computeToTheEnd<Ended>(
    id: string,
    chunks: number,
    now: Date,
    end: (sum: RunSum) => Promise<Ended | number>,
  ): Promise<Ended> {
    const ended = await end(await this.computeAll(id, chunks, now));
    return typeof ended === 'number' ? this.computeToTheEnd(id, ended, now, end) : ended;
  }

  private async computeAll(id: string, chunks: number, now: Date): Promise<RunSum> {
    const sum = new RunSum();
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const [frame, people] = await this.database.asService(async (tx) => {
        const frozen = await heldFrame(tx, id);
        return [frozen, await computeChunk(tx, frozen, chunk, now)] as const;
      }, calculation);
      sum.take(frame, people);
    }
    return sum;
  }

  /** The run and what it is computed from, frozen now or by the calculation that was cut off. */
  private async freeze(
    tx: Tx,
    id: string,
    actor: Actor,
    chunkSize: number,
  ): Promise<readonly [SubsidyRun, StoredFrame]> {
    const run = await lockRun(tx, id, actor);
    const { releaseSeq, earlierOpen } = await releasesUpTo(tx, run);
    requireCalculable(run, earlierOpen);
    const begun = run.status === 'attendance-locked' ? await frameOf(tx, id) : null;
    if (begun) return [run, begun];
    await clearResult(tx, id);
    const book = await rulebookOn(tx, run.season, dateOf(this.clock.now()));
    const gathered = await gatherRun(tx, run, settingsOf(run, book));
    const frame = await freezeRun(tx, run, gathered, { chunkSize, releaseSeq, askedBy: actor });
    const restarted = { ...restart(run), decidedBy: book.version };
    if (frame.chunks > 1) await writeRun(tx, restarted);
    return [restarted, frame];
  }
}

/**
 * Ends the run; or answers with the number of its chunks when somebody has asked again and frozen it anew, while a hand
 * that was at work on it before came to its end: to finish then would be to sum up what is only half there.
 */
async function conclude(
  tx: Tx,
  run: SubsidyRun,
  { frame, sum }: { readonly frame: StoredFrame; readonly sum: RunSum },
  asked: { readonly by: Asker; readonly now: Date },
): Promise<RunView | number> {
  const [{ isLeft }]: [{ isLeft: boolean }] = await tx.query(
    'select exists (select from run_person where run_id = $1 and not computed) "isLeft"',
    [run.id],
  );
  if (isLeft) return frame.chunks;
  return finish(tx, run, await figuresOf(tx, frame, sum), asked);
}

async function finish(
  tx: Tx,
  before: SubsidyRun,
  figures: RunFigures,
  { by, now }: { readonly by: Asker; readonly now: Date },
): Promise<RunView> {
  const run = finishCalculation(before, figures, by, now);
  await writeRun(tx, run);
  return viewOfRun(tx, run);
}

/**
 * The last release there is, asked before anything else is read; and the first month of the county that is still open.
 * Months are released in their order, so that differences are taken off what was posted before.
 */
async function releasesUpTo(
  tx: Tx,
  { division, month }: SubsidyRun,
): Promise<{ readonly releaseSeq: number; readonly earlierOpen: Month | null }> {
  const [row]: [{ releaseSeq: number; earlierOpen: Month | null }] = await tx.query(
    `select (select coalesce(max(release_seq), 0)::float8 from subsidy_run) "releaseSeq",
            (select min(month) from subsidy_run where division = $1 and month < $2 and release_seq is null) "earlierOpen"`,
    [division, month],
  );
  return row;
}

/** What is stored is read only when another hand has computed a part of it, or had frozen it before. */
async function figuresOf(tx: Tx, frame: StoredFrame, computed: RunSum): Promise<RunFigures> {
  const inputDigest = frame.inputDigest ?? digestOfFiles(inputBytes(await inputsWithin(tx, frame)));
  if (computed.isWholeOf(frame)) return computed.figures(inputDigest);
  const stored = new RunSum();
  stored.add(await storedResult(tx, frame.runId));
  return stored.figures(inputDigest);
}
