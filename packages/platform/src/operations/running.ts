import type { FactServer, Relay } from '@xibu/messaging';
import type { Ticker } from '../schedules/ticker.js';

/** The moving parts of a running service, for health and operators. Filled once at the start. */
export class Running {
  private relay: Relay | null = null;
  private server: FactServer | null = null;
  private ticker: Ticker | null = null;
  private ticking: Promise<unknown> = Promise.resolve();

  set(parts: { relay: Relay; server: FactServer; ticker: Ticker }): void {
    this.relay = parts.relay;
    this.server = parts.server;
    this.ticker = parts.ticker;
  }

  /** Facts that are committed and not yet on the bus. */
  async outbox(): Promise<{ rows: number; oldestSeconds: number }> {
    return (await this.relay?.lag()) ?? { rows: 0, oldestSeconds: 0 };
  }

  bus(): ReturnType<FactServer['health']> | { ok: false; reason: string } {
    return this.server?.health() ?? { ok: false, reason: 'not started' };
  }

  /** The same, with the lag counted at this moment. */
  async busNow(): Promise<ReturnType<Running['bus']>> {
    return this.server ? this.server.healthNow() : this.bus();
  }

  /** Runs what is due; one after the other when called twice. */
  tick(): Promise<void> {
    const tick = this.ticking.then(() => this.ticker?.tick());
    // Whoever asked for it hears of a failure; the next tick runs all the same.
    this.ticking = Promise.allSettled([tick]);
    return tick;
  }
}
