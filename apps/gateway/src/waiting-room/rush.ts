const windowSeconds = 10;
const quietMs = 60_000;

export interface RushLimits {
  /** Refusals of people at work within ten seconds that make a rush. */
  readonly at: number;
  readonly perSecondMax: number;
}

/**
 * Watches how many people at work are refused: opens the waiting room in a rush, closes it when it is over, and finds
 * the pace at which more can come in: half of it when somebody at work was refused, a little more after each second
 * without.
 */
export class Rush {
  isOpen = false;
  perSecond: number;
  private readonly refusals = new Map<number, number>();
  private counted = 0;
  private second: number;
  private lastRefusedMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly limits: RushLimits,
    nowMs: number,
  ) {
    this.perSecond = limits.perSecondMax;
    this.second = Math.floor(nowMs / 1000);
  }

  /** Looks once a second; true when it did. `refused` counts since the start. */
  look(refused: () => number, waiting: () => number, nowMs: number): boolean {
    const second = Math.floor(nowMs / 1000);
    if (second <= this.second) return false;
    this.second = second;
    const now = refused();
    const fresh = now - this.counted;
    this.counted = now;
    this.refusals.set(second, fresh);
    for (const past of this.refusals.keys()) if (past <= second - windowSeconds) this.refusals.delete(past);
    if (fresh > 0) this.lastRefusedMs = nowMs;
    const { perSecondMax, at } = this.limits;
    this.perSecond =
      fresh > 0 ? Math.max(1, this.perSecond / 2) : Math.min(perSecondMax, this.perSecond + perSecondMax / 20);
    let sum = 0;
    for (const count of this.refusals.values()) sum += count;
    if (sum >= at) this.isOpen = true;
    else if (this.isOpen && waiting() === 0 && nowMs - this.lastRefusedMs > quietMs) this.isOpen = false;
    return true;
  }
}
