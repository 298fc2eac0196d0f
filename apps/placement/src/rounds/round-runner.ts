import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { RoundPhase } from '@xibu/domain/placement/api';
import { Clock, Database, isOutage, rewrite, type Tx } from '@xibu/platform';
import { checkInSql } from './check-in-sql.js';
import { breakOff, conclude } from './round.rules.js';
import { RoundTable } from './round.table.js';
import { inputFilesOf, readFiles, storeFiles } from './round-files.js';
import type { SolvedRound } from './round-task.js';
import { runInWorker, type Work } from './run-in-worker.js';
import { storePlacements } from './store-placements.js';

/** Pause before a run goes on that the database was taken away from. */
const againAfterMs = 500;

/**
 * Carries runs to their end, outside the request that began them. What is done before a process dies is only progress:
 * the result is stored in one transaction, and running again gives the same bytes.
 */
@Injectable()
export class RoundRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly jobs = new Map<string, Promise<void>>();
  private readonly works = new Set<Work<unknown>>();
  private readonly log = new Logger(RoundRunner.name);
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Begins unless this process is at it already. */
  begin(roundId: string): void {
    if (this.jobs.has(roundId) || this.isStopping) return;
    const job = this.carryOut(roundId)
      // Not even the failure could be stored: the round stays `running`, and is run again by the next process.
      .catch((error: unknown) => this.log.error(error, `round ${roundId}`))
      .finally(() => this.jobs.delete(roundId));
    this.jobs.set(roundId, job);
  }

  /** When the run at work in this process is over, one way or the other. */
  async finished(roundId: string): Promise<void> {
    await this.jobs.get(roundId);
  }

  /** Takes up again what a process left behind that was stopped or killed. */
  async onApplicationBootstrap(): Promise<void> {
    const left = await this.database.asService((tx) => tx.find(RoundTable, { where: { status: 'running' } }));
    for (const { id } of left) this.begin(id);
  }

  /** Threads end with the process; their rounds stay `running` until a process takes them up. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    for (const work of this.works) await work.stop();
    await Promise.all(this.jobs.values());
  }

  /** That the database goes away says nothing of the round: it is run again, as often as it takes. */
  private async carryOut(roundId: string): Promise<void> {
    while (!this.isStopping) {
      try {
        return await this.attempt(roundId);
      } catch (error) {
        if (!isOutage(error)) throw error;
        this.log.warn(`round ${roundId} waits for the database: ${String(error)}`);
        await pause(againAfterMs);
      }
    }
  }

  private async attempt(roundId: string): Promise<void> {
    try {
      const solved = await this.solve(roundId);
      if (!solved) return;
      await this.note(roundId, 'storing');
      await this.store(roundId, solved);
    } catch (error) {
      if (this.isStopping) return;
      if (isOutage(error)) throw error;
      // The one place where a run's fault ends: kept beside the round, for whoever looks at its progress.
      this.log.error(error, `round ${roundId}`);
      await this.fail(roundId, [error instanceof Error ? error.message : String(error)]);
    }
  }

  /** Null for a round that is not to be run, or no longer. */
  private async solve(roundId: string): Promise<SolvedRound | null> {
    const round = await this.database.asService((tx) => tx.findOne(RoundTable, { where: { id: roundId } }));
    if (round?.status !== 'running' || this.isStopping) return null;
    const files = inputFilesOf(await this.database.asService((tx) => readFiles(tx, roundId)));
    const work = runInWorker({ kind: 'solve', files, seed: round.seed ?? '' }, (phase) => this.note(roundId, phase));
    this.works.add(work);
    try {
      return await work.answer;
    } finally {
      this.works.delete(work);
    }
  }

  /** Result, rows, both verifications and the new state, together or not at all. */
  private async store(roundId: string, solved: SolvedRound): Promise<void> {
    const now = this.clock.now();
    await this.database.asService(async (tx) => {
      const round = await tx.findOne(RoundTable, { where: { id: roundId }, lock: { mode: 'pessimistic_write' } });
      if (round?.status !== 'running' || !round.counts) return;
      await storeFiles(tx, round, solved.files);
      await storePlacements(tx, round, solved.files);
      const failures = [...solved.violations, ...(await checkInSql(tx, round))];
      const { resultDigest, placedFirst, placedSecond, unplaced } = solved;
      const counts = { ...round.counts, placedFirst, placedSecond, unplaced };
      await rewrite(tx, RoundTable, conclude(round, { resultDigest, counts, isVerified: failures.length === 0 }, now));
      await writeProgress(tx, roundId, 'done', failures);
    });
  }

  private async fail(roundId: string, failures: readonly string[]): Promise<void> {
    await this.database.asService(async (tx) => {
      const round = await tx.findOne(RoundTable, { where: { id: roundId }, lock: { mode: 'pessimistic_write' } });
      if (round?.status !== 'running') return;
      await rewrite(tx, RoundTable, breakOff(round, this.clock.now()));
      await writeProgress(tx, roundId, null, failures);
    });
  }

  private async note(roundId: string, phase: RoundPhase): Promise<void> {
    await this.database.asService((tx) => writeProgress(tx, roundId, phase, []));
  }
}

/** A failed run keeps the phase in which it failed. */
export async function writeProgress(
  tx: Tx,
  roundId: string,
  phase: RoundPhase | null,
  failures: readonly string[],
): Promise<void> {
  await tx.query(
    `insert into round_progress (round_id, division, phase, failures)
     select id, division, coalesce($2, 'queued'), $3::jsonb from round where id = $1
     on conflict (round_id) do update set phase = coalesce($2, round_progress.phase), failures = excluded.failures`,
    [roundId, phase, JSON.stringify(failures)],
  );
}
