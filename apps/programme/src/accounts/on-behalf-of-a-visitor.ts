import { currentRequest, type Database, inRequest, serviceActor, type Tx } from '@xibu/platform';

/**
 * Somebody who has no account yet has no scope to write in: the service does it for them. The Idempotency-Key of the
 * request stays in force, and so does its correlation.
 */
export function onBehalfOfAVisitor<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const request = currentRequest();
  if (!request) throw new Error('a visitor comes with a request');
  return inRequest({ ...request, actor: serviceActor('programme') }, () => database.transaction(work));
}
