import { type Priority, priorities } from './priority.rules.js';

export interface DoorwayLimits {
  /** Requests at the service at a time. */
  readonly inFlightMax: number;
  /** Submissions that may wait for their turn; of the lower priorities fewer. */
  readonly queueMax: number;
}

/** A request that waits: it is told once, either way. */
export interface Turn {
  go(): void;
  giveUp(): void;
}

export type Entry = 'in' | 'waits' | 'refused';

/** How much of the service each priority may fill: a service that grows full refuses the lowest first. */
const shareOf: Readonly<Record<Priority, number>> = { submit: 1, save: 0.9, own: 0.8, search: 0.65, export: 0.4 };
const queueShareOf: Readonly<Record<Priority, number>> = { submit: 1, save: 0.5, own: 0.3, search: 0.1, export: 0.02 };

/** Whoever would wait longer is refused at once. With the patience for a silent service it stays below 15 seconds. */
const patienceMs: Readonly<Record<Priority, number>> = {
  submit: 3000,
  save: 2500,
  own: 2000,
  search: 1000,
  export: 300,
};

/** A step that takes minutes says little about the others. */
const longestCountedMs = 2000;
const weightOfLatest = 0.1;
const lookEveryMs = 100;
/** A rush that is over does not send anybody away for longer. */
const bookedMostMs = 60_000;

interface Waiter {
  readonly turn: Turn;
  readonly sinceMs: number;
}

/**
 * Counts what one service has to do at the same time, lets in what it can carry, and makes a bounded number wait, each
 * priority for itself. A limit on work under way, not on requests a minute: a fast service is never held back.
 */
export class Doorway {
  readonly refused: Record<Priority, number> = { submit: 0, save: 0, own: 0, search: 0, export: 0 };
  private readonly queues: Readonly<Record<Priority, Set<Waiter>>> = {
    ...{ submit: new Set(), save: new Set(), own: new Set(), search: new Set(), export: new Set() },
  };
  private count = 0;
  /** How long a request stays in, smoothed. */
  private heldMs = 20;
  private looking: NodeJS.Timeout | null = null;
  /** When the last of those who were sent away has been told to come again. */
  private bookedMs = 0;

  constructor(
    private readonly limits: DoorwayLimits,
    private readonly stopwatch: () => number = () => performance.now(),
  ) {}

  get inFlight(): number {
    return this.count;
  }

  waiting(priority: Priority): number {
    return this.queues[priority].size;
  }

  /** Who is `in` calls `leave` once. Who `waits` hears of it through the turn. */
  enter(priority: Priority, turnOf: () => Turn): Entry {
    const queue = this.queues[priority];
    if (queue.size === 0 && this.count < this.placesOf(priority)) {
      this.count += 1;
      return 'in';
    }
    const isFull = queue.size >= this.limits.queueMax * queueShareOf[priority];
    if (isFull || this.waitMs(priority) > patienceMs[priority]) {
      this.refused[priority] += 1;
      return 'refused';
    }
    queue.add({ turn: turnOf(), sinceMs: this.stopwatch() });
    this.looking ??= setInterval(() => this.look(), lookEveryMs);
    return 'waits';
  }

  /** `heldMs` says how long the service had the request; null when it never got it. */
  leave(heldMs: number | null): void {
    this.count -= 1;
    if (heldMs !== null) this.heldMs += weightOfLatest * (Math.min(heldMs, longestCountedMs) - this.heldMs);
    this.callNext();
  }

  /** How long a request that came now would wait: those before it, at the pace at which the service lets go. */
  waitMs(priority: Priority): number {
    const before = priorities.slice(0, priorities.indexOf(priority) + 1).map((one) => this.queues[one].size);
    const over = Math.max(0, this.count - this.placesOf(priority));
    const ahead = before.reduce((sum, size) => sum + size, over + 1);
    return (ahead * this.heldMs) / Math.max(1, this.count);
  }

  /**
   * How long somebody who is sent away should stay away: each is given the turn after the one before, at the pace at
   * which the service lets go. Were all told the same, those who come back would soon be more than those who come.
   */
  comeAgainMs(priority: Priority): number {
    const now = this.stopwatch();
    const booked = Math.max(this.bookedMs, now) + this.heldMs / Math.max(1, this.count);
    this.bookedMs = Math.min(booked, now + bookedMostMs);
    return Math.max(this.waitMs(priority), this.bookedMs - now);
  }

  stop(): void {
    if (this.looking) clearInterval(this.looking);
    this.looking = null;
  }

  private placesOf(priority: Priority): number {
    return Math.max(1, Math.floor(this.limits.inFlightMax * shareOf[priority]));
  }

  private callNext(): void {
    for (const priority of priorities) {
      for (const waiter of this.queues[priority]) {
        if (this.count >= this.placesOf(priority)) break;
        this.queues[priority].delete(waiter);
        this.count += 1;
        waiter.turn.go();
      }
    }
  }

  /** The prediction may have been wrong: nobody waits beyond their patience. */
  private look(): void {
    const now = this.stopwatch();
    let isEmpty = true;
    for (const priority of priorities) {
      for (const waiter of this.queues[priority]) {
        if (now - waiter.sinceMs < patienceMs[priority]) break;
        this.queues[priority].delete(waiter);
        this.refused[priority] += 1;
        waiter.turn.giveUp();
      }
      isEmpty &&= this.queues[priority].size === 0;
    }
    if (isEmpty) this.stop();
  }
}
