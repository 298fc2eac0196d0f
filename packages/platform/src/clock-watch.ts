import type { Logger } from '@xibu/messaging';
import { Gauge } from 'prom-client';
import type { DataSource } from 'typeorm';
import type { RealClock } from './clock.js';

const lookEveryMs = 30_000;
/** A look that took longer says too little. */
const slowMs = 1_000;
/** Clocks of one room differ by less; a smaller difference is left alone. */
const toleratedMs = 500;
/** From here on somebody should put the clock of the machine right. */
const alarmingMs = 5_000;

/**
 * 校时: a window closes at the same instant on every replica of a service, whatever the clock of its machine says,
 * because all of them go by the clock of their database.
 */
export class ClockWatch {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly clock: RealClock,
    private readonly source: Pick<DataSource, 'query'>,
    private readonly logger: Logger,
  ) {}

  /** Resolves when the clock goes by the database. A database that is away leaves it as it is. */
  async start(): Promise<void> {
    const ahead = new Gauge({
      name: 'xibu_clock_ahead_seconds',
      help: 'How far the clock of this machine is ahead of the clock of the database',
    });
    const look = async (): Promise<void> => {
      try {
        ahead.set((await this.look()) / 1000);
      } catch (error) {
        this.logger.warn({ err: error }, 'the clock could not be compared; the next look tries again');
      }
    };
    await look();
    this.timer = setInterval(() => void look(), lookEveryMs);
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Compares once, corrects where that is due, and answers by how many milliseconds the machine is ahead. */
  async look(): Promise<number> {
    const began = Date.now();
    const [row]: { at: Date }[] = await this.source.query('select clock_timestamp() at');
    const ended = Date.now();
    if (!row || ended - began > slowMs || ended < began) return this.clock.aheadMs;
    const ahead = Math.round((began + ended) / 2) - row.at.getTime();
    if (Math.abs(ahead - this.clock.aheadMs) <= toleratedMs) return ahead;
    if (Math.abs(ahead) > alarmingMs) {
      this.logger.warn({ aheadMs: ahead }, 'the clock of this machine is wrong; the clock of the database counts');
    }
    this.clock.aheadMs = Math.abs(ahead) > toleratedMs ? ahead : 0;
    return ahead;
  }
}
