import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { type Actor, everywhere } from '@xibu/domain';
import { type WorkContext, withContext } from '@xibu/messaging';
import type { Arrival } from './http/arrivals.js';

/** What the platform knows about the work under way; one object a request, filled as guards learn more. */
export interface RequestContext {
  actor: Actor | null;
  readonly correlation: string;
  readonly traceparent: string | null;
  readonly language: 'zh' | 'en';
  /** The route or reaction at work, for the audit trail: `POST /applications/:id/submit`. */
  action: string;
  idempotency: { readonly key: string; readonly digest: string; step: number } | null;
  /** When a request with an Idempotency-Key was first seen. */
  arrival?: Arrival;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` as this request; what it records on the bus carries the request's actor and correlation. */
export function inRequest<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

export function currentRequest(): RequestContext | undefined {
  return storage.getStore();
}

/** The rights of a service itself: reactions, schedules, migrations of data. */
export function serviceActor(service: string): Actor {
  return {
    ...{ account: `service:${service}`, roles: [], office: null, officeName: null, name: service },
    ...{ divisions: everywhere, university: null, faculty: null, unit: null },
  };
}

/** Somebody who has not signed in: no right and no scope. */
export const visitor: Actor = {
  ...{ account: 'visitor', roles: [], office: null, officeName: null, name: 'visitor' },
  ...{ divisions: null, university: null, faculty: null, unit: null },
};

/** Runs `work` with the bus context that belongs to a request. */
export function withWorkOf<T>(request: RequestContext, work: () => Promise<T>): Promise<T> {
  return withContext(workOf(request), work);
}

/** The bus context that belongs to a request: on whose behalf its facts are told. */
export function workOf(request: RequestContext): WorkContext {
  const { correlation, traceparent } = request;
  return { actor: (request.actor ?? visitor).account, correlation, causation: null, traceparent };
}

/** Runs work that nobody asked for (a schedule, a round of a postman) as the service itself, traceable as one piece. */
export function asWorkOf<T>(service: string, action: string, work: () => Promise<T>): Promise<T> {
  const request: RequestContext = {
    ...{ actor: serviceActor(service), correlation: randomUUID(), traceparent: null },
    ...{ language: 'zh', action, idempotency: null },
  };
  return inRequest(request, () => withWorkOf(request, work));
}
