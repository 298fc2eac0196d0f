const keptMax = 200_000;

/** Tickets that have become a pass here, with its end: a ticket is worth one pass, however often it is shown. */
export class UsedTickets {
  private readonly ends = new Map<string, number>();

  /** The end of the pass that this ticket has become; undefined when it has not. */
  endOf(id: string): number | undefined {
    return this.ends.get(id);
  }

  use(id: string, endsAtSecond: number): void {
    this.ends.set(id, endsAtSecond);
    const [oldest] = this.ends.keys();
    if (this.ends.size > keptMax && oldest !== undefined) this.ends.delete(oldest);
  }
}
