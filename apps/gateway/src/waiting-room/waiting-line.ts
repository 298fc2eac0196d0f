const minuteMs = 60_000;
/** What may be let in at once after a pause, in seconds of the pace. */
const burstSeconds = 2;
/** People look again within about this time after they have been called. */
const roundMs = 20_000;
/** Of those who are called at least so many are counted on, lest a moment without any opens the door for all. */
const leastShow = 0.1;
const weightOfLatest = 0.7;

/**
 * The line of one gateway, without a list of those who stand in it. A place is an instant in minutes: whoever comes
 * within one minute draws a place in it, and nobody of that minute is called before it is over: seconds and fast
 * connections give no advantage. The front moves over the places as fast as people can be let in; it knows how many
 * tickets lie in each minute, not whose they are.
 */
export class WaitingLine {
  /** Places up to here have been called. */
  private front: number;
  /** Tickets of this gateway beyond the front, by the minute in which their place lies. */
  private readonly left = new Map<number, number>();
  /** People who can be let in now. */
  private credit: number;
  /** Of those who are called, how many come. */
  private showing = 1;
  private round = { atMs: 0, called: 0, calledBefore: 0, came: 0 };

  constructor(
    private perSecond: number,
    private atMs: number,
  ) {
    this.credit = burstSeconds * perSecond;
    this.front = Math.floor(atMs / minuteMs);
    this.round.atMs = atMs;
  }

  setPace(perSecond: number, nowMs: number): void {
    this.advance(nowMs);
    this.perSecond = perSecond;
  }

  /** A place for somebody who comes now; `draw` is their lot from 0 to 1. Null when nobody waits and there is room. */
  come(draw: number, nowMs: number): number | null {
    this.advance(nowMs);
    if (this.waiting() < 1 && this.credit >= 1) {
      this.credit -= 1;
      return null;
    }
    const minute = Math.floor(nowMs / minuteMs);
    this.left.set(minute, (this.left.get(minute) ?? 0) + 1);
    return minute + draw;
  }

  /**
   * Whether this place has been called; to be asked once for each ticket that is let in. A ticket of another gateway, or
   * from before a restart, was not counted here and takes its room now.
   */
  letsIn(place: number, isOurs: boolean, nowMs: number): boolean {
    this.advance(nowMs);
    if (place > this.front) return false;
    if (isOurs) {
      this.round.came += 1;
      return true;
    }
    if (this.credit < 1) return false;
    this.credit -= 1;
    return true;
  }

  /** Tickets that are called before this place. */
  ahead(place: number, nowMs: number): number {
    this.advance(nowMs);
    let sum = 0;
    for (const [minute, left] of this.left) {
      const from = Math.max(this.front, minute);
      if (place >= minute + 1) sum += left;
      else if (place > from) sum += (left * (place - from)) / (minute + 1 - from);
    }
    return Math.floor(sum);
  }

  /** Until this place is called, at the pace of now. */
  expectedSeconds(place: number, nowMs: number): number {
    const untilOver = Math.max(0, (Math.floor(place) + 1) * minuteMs - nowMs) / 1000;
    return Math.ceil(untilOver + ((this.ahead(place, nowMs) + 1) * this.showing) / this.perSecond);
  }

  waiting(): number {
    let sum = 0;
    for (const left of this.left.values()) sum += left;
    return Math.round(sum);
  }

  private advance(nowMs: number): void {
    const seconds = Math.max(0, nowMs - this.atMs) / 1000;
    this.atMs = Math.max(nowMs, this.atMs);
    this.credit += seconds * this.perSecond;
    this.countRound();
    const openMinute = Math.floor(this.atMs / minuteMs);
    while (this.front < openMinute && this.credit > 0) {
      const minute = Math.floor(this.front);
      const left = this.left.get(minute) ?? 0;
      const called = Math.min(left, this.credit / this.showing);
      this.credit -= called * this.showing;
      this.round.called += called;
      if (called < left) {
        this.left.set(minute, left - called);
        this.front += (called / left) * (minute + 1 - this.front);
      } else {
        this.left.delete(minute);
        this.front = minute + 1;
      }
    }
    this.credit = Math.min(this.credit, Math.max(1, burstSeconds * this.perSecond));
  }

  /** Who took a ticket and went away again must not keep a place empty: the front moves on faster for it. */
  private countRound(): void {
    if (this.atMs - this.round.atMs < roundMs) return;
    const { called, calledBefore, came } = this.round;
    if (calledBefore >= 1) {
      const seen = Math.min(1, Math.max(leastShow, came / calledBefore));
      this.showing += weightOfLatest * (seen - this.showing);
    }
    this.round = { atMs: this.atMs, called: 0, calledBefore: called, came: 0 };
  }
}
