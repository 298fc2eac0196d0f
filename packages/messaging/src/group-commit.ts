import { isOutage } from './faults.js';

/** Said by the work of a group: which of its items could not be done, and why. */
export class AtFault extends Error {
  constructor(
    readonly place: number,
    override readonly cause: unknown,
  ) {
    super('one of a group could not be done');
  }
}

export interface GroupLimits {
  /** Groups at work at once, and so the most connections they use. */
  readonly atOnce: number;
  /** Items of one group. A long transaction holds back the relay of its service. */
  readonly most: number;
}

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly isAlone: boolean;
  readonly answer: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Commits together what waits together. Nothing waits for company: when nobody else is there, a group is one item. An
 * item that cannot be done is told so, and the others are done again without it.
 */
export class GroupCommit<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private atWork = 0;

  /** `work` does all or nothing, one after the other, and answers for each; it throws {@link AtFault} for one of them. */
  constructor(
    private readonly work: (items: readonly Item[]) => Promise<readonly Answer[]>,
    private readonly limits: GroupLimits,
  ) {}

  /** Resolves when the effect of the item is committed. Whoever may be at fault is done alone. */
  add(item: Item, isAlone: boolean): Promise<Answer> {
    return new Promise((answer, fail) => {
      this.waiting.push({ item, isAlone, answer, fail });
      this.begin();
    });
  }

  private begin(): void {
    while (this.atWork < this.limits.atOnce && this.waiting.length > 0) void this.doNext();
  }

  private async doNext(): Promise<void> {
    this.atWork += 1;
    await this.settle(this.take());
    this.atWork -= 1;
    this.begin();
  }

  private take(): Waiting<Item, Answer>[] {
    if (this.waiting[0]?.isAlone) return this.waiting.splice(0, 1);
    const ready = this.waiting.slice(0, this.limits.most);
    const alone = ready.findIndex(({ isAlone }) => isAlone);
    return this.waiting.splice(0, alone === -1 ? ready.length : alone);
  }

  /** Never fails: each of the group hears what became of it. */
  private async settle(group: readonly Waiting<Item, Answer>[]): Promise<void> {
    if (group.length === 0) return;
    try {
      const answers = await this.work(group.map(({ item }) => item));
      group.forEach(({ answer }, at) => {
        answer(answers[at] as Answer);
      });
    } catch (error) {
      const cause = error instanceof AtFault ? error.cause : error;
      if (group.length === 1 || isOutage(cause)) {
        for (const { fail } of group) fail(cause);
      } else if (error instanceof AtFault) {
        group[error.place]?.fail(cause);
        // What stood before it is known to be sound, and is not done once more for each that fails after it.
        await this.settle(group.slice(0, error.place));
        await this.settle(group.slice(error.place + 1));
      } else {
        for (const one of group) await this.settle([one]);
      }
    }
  }
}
