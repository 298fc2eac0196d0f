import type { Consumer } from './consumer.js';
import type { Subscription } from './subscription.js';

export interface Health {
  readonly ok: boolean;
  readonly reason?: string;
  /** Messages not settled yet, as of the last look. */
  readonly lagByTopic: Readonly<Record<string, number>>;
}

/**
 * Tells whether a consumer gets on. A process that is alive and a group that is joined prove nothing: it is well when
 * nothing waits, or when something was settled lately.
 */
export class ProgressWatch {
  private lagByTopic: Record<string, number> = {};
  private askedAt = performance.now();
  private behindSince: number | null = null;
  private timer: NodeJS.Timeout | null = null;
  private looking = false;
  /** Why the last look brought nothing. */
  private fault = '';

  constructor(
    private readonly consumer: Consumer,
    private readonly subscription: Subscription,
    private readonly stalledAfterMs: number,
  ) {}

  start(): void {
    this.askedAt = performance.now();
    this.timer = setInterval(() => void this.look(), Math.max(this.stalledAfterMs / 6, 50));
    this.timer.unref();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  health(): Health {
    const reason = this.subscription.trouble() ?? this.stall();
    return reason ? { ok: false, reason, lagByTopic: this.lagByTopic } : { ok: true, lagByTopic: this.lagByTopic };
  }

  /**
   * The same, with what waits counted now instead of at the last look. The bus is not asked while there is work at hand:
   * whoever waits for the end of it asks many times, and each count costs a broker as much as many facts.
   */
  async healthNow(): Promise<Health> {
    const atHand = this.consumer.atHand();
    if (Object.keys(atHand).length === 0) await this.look();
    const health = this.health();
    return { ...health, lagByTopic: { ...health.lagByTopic, ...atHand } };
  }

  private stall(): string | null {
    const now = performance.now();
    const seconds = (since: number): number => Math.round((now - since) / 1000);
    if (this.consumer.idleMs() > this.stalledAfterMs) {
      return `facts are being worked on and none was settled for ${Math.round(this.consumer.idleMs() / 1000)} s`;
    }
    if (now - this.askedAt > this.stalledAfterMs) {
      return `the bus has not answered for ${seconds(this.askedAt)} s${this.fault && `: ${this.fault}`}`;
    }
    const since = this.behindSince === null ? null : Math.max(this.behindSince, this.consumer.lastProgressAt());
    if (since !== null && now - since > this.stalledAfterMs) {
      return `facts are waiting and none was settled for ${seconds(since)} s`;
    }
    return null;
  }

  /** A bus that does not answer is what `askedAt` is there to notice; why it did not is told with it. */
  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      this.take(await this.subscription.lag());
      this.fault = '';
    } catch (error) {
      this.fault = error instanceof Error ? error.message : String(error);
    } finally {
      this.looking = false;
    }
  }

  private take(lag: Record<string, number>): void {
    this.lagByTopic = lag;
    this.askedAt = performance.now();
    const behind = Object.values(lag).some((count) => count > 0);
    if (!behind) this.behindSince = null;
    else this.behindSince ??= performance.now();
  }
}
