import type { Received } from '@xibu/domain';
import { isObservable, lastValueFrom } from 'rxjs';
import { withContext } from './context.js';
import { topicOf } from './record.js';
import type { Tx } from './transactions.js';

/** What Nest registers for a fact: the method, behind guards and interceptors. May answer a stream. */
export type Handler = (fact: Received, tx: Tx) => Promise<unknown>;

/** Everything that one service does when it hears of facts. */
export class Reactions {
  private readonly byType = new Map<string, Handler[]>();

  constructor(private readonly service: string) {}

  add(type: string, handler: Handler): void {
    const known = this.byType.get(type);
    if (known) known.push(handler);
    else this.byType.set(type, [handler]);
  }

  concern(type: string): boolean {
    return this.byType.has(type);
  }

  topics(): string[] {
    return [...new Set([...this.byType.keys()].map(topicOf))].sort();
  }

  /**
   * Does all of it in this transaction, one after the other, so that a service has heard a fact altogether or not at
   * all. What is recorded on the way names this fact as its cause.
   */
  async run(fact: Received, traceparent: string | null, tx: Tx): Promise<void> {
    const context = { actor: this.service, correlation: fact.correlation, causation: fact.id, traceparent };
    await withContext(context, async () => {
      for (const handler of this.byType.get(fact.type) ?? []) {
        const answer = await handler(fact, tx);
        if (isObservable(answer)) await lastValueFrom(answer, { defaultValue: undefined });
      }
    });
  }
}
