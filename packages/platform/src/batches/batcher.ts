import { Refusal } from '@xibu/domain';

/** How much is taken together, and how much may wait for it. */
export interface BatchLimits {
  /** Items of one batch. */
  readonly most: number;
  /** Batches at work at once. */
  readonly writers: number;
  /** Items that wait; beyond that, and beyond the time, the answer is "busy". */
  readonly waitingMost: number;
  /** Milliseconds that a newcomer may be expected to wait. */
  readonly waitMost: number;
}

/** Two writers keep a disk busy; five hundred rows are where a larger batch gains nothing more. */
export const usualLimits: BatchLimits = { most: 500, writers: 2, waitingMost: 5000, waitMost: 8000 };

/** How a batch is done. */
export interface BatchWork<Item, Answer> {
  /** Does all or nothing, and says of each item, in the same order, what it answers or why not. */
  run(items: readonly Item[]): Promise<readonly (Answer | Refusal)[]>;
  /** Items with the same name are never in one batch: the later one is to see what the earlier one did. */
  nameOf(item: Item): string;
  /** Whether the fault may lie in one of the items; of a database that is away, all hear at once. */
  mayBeOfOne(fault: unknown): boolean;
}

/**
 * Said of an item whose record somebody else holds: its batch goes on without it, and it is tried again alone, where it
 * may wait.
 */
export class Held extends Refusal {
  constructor() {
    super('service.busy', { seconds: 1 });
  }
}

/** The first batches of a process, and one that a disk held up, say little about the next: nobody is sent away for them. */
const weightOfLatest = 0.03;

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly answer: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Group commit: what comes while all writers are at work waits and is taken together. Nothing waits for a clock: when
 * nobody else is there, a batch is one item. A batch that fails is tried again in halves until the item at fault stands
 * alone with its own answer, so that it does not hurt its neighbours.
 */
export class Batcher<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  /** The batches at work, and when each began, in milliseconds of the process. */
  private readonly begun = new Set<{ readonly at: number }>();
  /** Since when all writers are at work and none of them was done, in milliseconds of the process. */
  private since = 0;
  /** Milliseconds from one batch that was done to the next, of late. A disk that paused for all writers counts once. */
  private pace = 0;

  constructor(
    private readonly work: BatchWork<Item, Answer>,
    private readonly limits: BatchLimits = usualLimits,
  ) {}

  /** The answer to this item, once its batch is done. Refuses at once when too many wait. */
  add(item: Item): Promise<Answer> {
    const wait = this.expectedWait();
    if (this.waiting.length >= this.limits.waitingMost || wait > this.limits.waitMost) {
      return Promise.reject(new Refusal('service.busy', { seconds: laterThan(wait) }));
    }
    return new Promise((answer, fail) => {
      this.waiting.push({ item, answer, fail });
      this.begin();
    });
  }

  /** Milliseconds until a newcomer is answered: the batches before it at the pace of late, or longer while one hangs. */
  private expectedWait(): number {
    if (!this.isFull) return 0;
    const before = Math.ceil((this.waiting.length + 1) / this.limits.most);
    const oldest = performance.now() - Math.min(...[...this.begun].map(({ at }) => at));
    return Math.max(before * this.pace, oldest);
  }

  private begin(): void {
    while (this.begun.size < this.limits.writers && this.waiting.length > 0) void this.doNext();
  }

  private async doNext(): Promise<void> {
    const start = { at: performance.now() };
    this.begun.add(start);
    if (this.isFull) this.since = start.at;
    await this.settle(this.take());
    if (this.isFull) this.keepPace();
    this.begun.delete(start);
    this.begin();
  }

  private get isFull(): boolean {
    return this.begun.size === this.limits.writers;
  }

  private keepPace(): void {
    this.pace += weightOfLatest * (performance.now() - this.since - this.pace);
  }

  /** The oldest, none of the same name. */
  private take(): Waiting<Item, Answer>[] {
    const batch = new Map<string, Waiting<Item, Answer>>();
    const later: Waiting<Item, Answer>[] = [];
    for (const one of this.waiting) {
      const name = this.work.nameOf(one.item);
      if (batch.size < this.limits.most && !batch.has(name)) batch.set(name, one);
      else later.push(one);
    }
    this.waiting = later;
    return [...batch.values()];
  }

  /** Never fails: each of the batch hears its own answer. */
  private async settle(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.work.run(batch.map(({ item }) => item));
      const held = batch.filter((one, at) => !tell(one, answers[at], batch.length === 1));
      for (const one of held) await this.settle([one]);
    } catch (error) {
      if (batch.length === 1 || !this.work.mayBeOfOne(error)) {
        for (const { fail } of batch) fail(error);
        return;
      }
      const middle = Math.ceil(batch.length / 2);
      await this.settle(batch.slice(0, middle));
      await this.settle(batch.slice(middle));
    }
  }
}

/** Whether there was something to tell: an item that is held is told nothing before it was tried alone. */
function tell<Answer>(
  { answer, fail }: Waiting<unknown, Answer>,
  given: Answer | Refusal | undefined,
  isAlone: boolean,
): boolean {
  if (given instanceof Held && !isAlone) return false;
  if (given === undefined) fail(new Error('a batch left one of its items without an answer'));
  else if (given instanceof Refusal) fail(given);
  else answer(given);
  return true;
}

/** Whole seconds to come back after; not the same for everybody, or all would come back at once. */
function laterThan(wait: number): number {
  const seconds = Math.max(1, Math.ceil(wait / 1000));
  return seconds + Math.floor(Math.random() * (seconds + 1));
}
