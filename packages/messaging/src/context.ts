import { AsyncLocalStorage } from 'node:async_hooks';

/** On whose behalf something is done, and in which chain of events. Every recorded fact carries it. */
export interface WorkContext {
  /** An account id, or the name of the service for the clock and for reactions. */
  readonly actor: string;
  /** One id for everything that follows from one request. */
  readonly correlation: string;
  /** The id of the fact that is being reacted to, if one is. */
  readonly causation: string | null;
  /** W3C trace context of the request or fact that started this work. */
  readonly traceparent: string | null;
}

const storage = new AsyncLocalStorage<WorkContext>();

/** Runs the work, and everything it awaits, on behalf of this context. */
export function withContext<T>(context: WorkContext, work: () => Promise<T>): Promise<T> {
  return storage.run(context, work);
}

/** The context of the work at hand. Without one nobody could say who did it, so that is an error of the programmer. */
export function currentContext(): WorkContext {
  const context = storage.getStore();
  if (!context) throw new Error('no work context: wrap the request, the tick or the reaction in withContext');
  return context;
}
