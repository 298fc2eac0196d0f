import { type ArgumentsHost, Catch, type RpcExceptionFilter, UseFilters } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { FactDefinition, Received } from '@xibu/domain';
import 'reflect-metadata';
import { type Observable, throwError } from 'rxjs';
import type { Tx } from './transactions.js';

/** A reaction: what a service does when it hears of a fact, in the transaction that also remembers having heard it. */
export type Reaction<Data> = (fact: Received<Data>, tx: Tx) => Promise<void>;

/**
 * Lets what a reaction throws reach the consumer as it is. Nest's own filter turns every error into "Internal server
 * error", and the consumer could no longer tell a Refusal from a fault.
 */
@Catch()
class PassOn implements RpcExceptionFilter {
  catch(error: unknown, _host: ArgumentsHost): Observable<never> {
    return throwError(() => error);
  }
}

const marked = 'xibu:reactions';

interface Marked {
  readonly type: string;
  readonly method: string | symbol;
}

/** What `On` has marked on this class, oldest first; made when it is asked for the first time. */
function reactionsOf(target: object): Marked[] {
  const known = Reflect.getOwnMetadata(marked, target) as Marked[] | undefined;
  if (known) return known;
  const none: Marked[] = [];
  Reflect.defineMetadata(marked, none, target);
  return none;
}

/** A reaction that can be called by itself, without the server that Nest hands it to. */
export interface BoundReaction {
  readonly type: string;
  readonly react: Reaction<unknown>;
}

/** The reactions of a controller, for whoever lets it hear facts again. */
export function boundReactions(controller: object): BoundReaction[] {
  const methods = controller as Readonly<Record<string | symbol, Reaction<unknown>>>;
  return reactionsOf(Object.getPrototypeOf(controller) as object).map(({ type, method }) => ({
    type,
    react: async (fact, tx) => methods[method]?.call(controller, fact, tx),
  }));
}

/**
 * Marks the method of a controller as the reaction to one fact: `@On(ApplicationSubmitted) async handle(fact, tx)`.
 * Nest passes only the payload by itself, so both parameters are declared here.
 */
export function On<Data>(fact: FactDefinition<Data>) {
  return <Method extends Reaction<Data>>(
    target: object,
    name: string | symbol,
    method: TypedPropertyDescriptor<Method>,
  ): void => {
    reactionsOf(target).push({ type: fact.type, method: name });
    EventPattern<string>(fact.type)(target, name, method);
    Payload()(target, name, 0);
    Ctx()(target, name, 1);
    UseFilters(new PassOn())(target, name, method);
  };
}
