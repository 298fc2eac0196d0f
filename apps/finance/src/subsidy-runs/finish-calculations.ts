import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock, Database, isOutage } from '@xibu/platform';
import { CalculateSubsidyRun } from './calculate-subsidy-run.js';

/** Pause before the database is asked again that was away. */
const againAfterMs = 500;

/**
 * Finishes what a process left behind that was killed in the middle of a calculation. Nobody needs to ask again: the
 * inputs are frozen and say in whose name they are computed. Chunks that were committed are left as they are.
 */
@Injectable()
export class FinishCalculations implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(FinishCalculations.name);
  private work: Promise<void> = Promise.resolve();
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calculation: CalculateSubsidyRun,
  ) {}

  /** In the background: however much was left, the service answers meanwhile. */
  onApplicationBootstrap(): void {
    this.work = this.finishAll();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    await this.work;
  }

  /** When everything that was left behind is finished, or has failed. */
  async finished(): Promise<void> {
    await this.work;
  }

  private async finishAll(): Promise<void> {
    while (!this.isStopping) {
      try {
        for (const id of await this.leftBehind()) await this.finish(id);
        return;
      } catch (error) {
        if (!isOutage(error)) throw error;
        this.log.warn(`calculations wait for the database: ${String(error)}`);
        await pause(againAfterMs);
      }
    }
  }

  private async leftBehind(): Promise<string[]> {
    const rows: { id: string }[] = await this.database.asService((tx) =>
      tx.query(
        `select r.id from subsidy_run r join run_snapshot s on s.run_id = r.id
         where r.status = 'attendance-locked' and s.asked_by is not null order by r.number`,
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** A run that cannot be finished keeps its place: whoever asks for it hears why, and no other run waits for it. */
  private async finish(id: string): Promise<void> {
    if (this.isStopping) return;
    try {
      const number = await this.calculation.finishLeft(id, this.clock.now());
      if (number) this.log.log(`run ${number} was cut off and is finished`);
    } catch (error) {
      if (isOutage(error)) throw error;
      this.log.error(error, `run ${id}`);
    }
  }
}
