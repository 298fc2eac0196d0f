import { AnswersInHand } from './answers-in-hand.js';
import { ArrivalNotes } from './arrival-notes.js';
import { EarlyAnswers } from './early-answers.js';
import { emptyProblem, type ProblemContent, ProblemError, readProblem } from './problem.js';

/** Filters and paging of a question; what is undefined or empty is left out of the address. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly version?: number;
  readonly signal?: AbortSignal;
}

/** A phone on a bus: longer than a slow network, shorter than patience. */
const patienceMs = 30_000;

/** One has to wait before the door. */
export const waitingCode = 'waiting-room.wait';

/** A wrong password is a 401 as well, and loses nothing. */
const sessionCodes = new Set(['session.missing', 'session.expired']);

const listeners = new Set<() => void>();
const waiters = new Set<(problem: ProblemContent) => void>();
const inHand = new AnswersInHand();
const arrivalNotes = new ArrivalNotes();
const early = new EarlyAnswers();

/** Tells when a service no longer knows who is asking; returns how to stop listening. */
export function onSessionLost(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells when one has to wait before the door; returns how to stop listening. */
export function onWaiting(listener: (problem: ProblemContent) => void): () => void {
  waiters.add(listener);
  return () => waiters.delete(listener);
}

/** Somebody else may sit here next: nothing that was answered stays in hand. */
export function forgetAnswers(): void {
  inHand.clear();
}

/** A question. Throws a ProblemError for every answer but 2xx. */
export function get<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return call<Answer>({ method: 'GET', path, signal });
}

/** A step. `key` comes from an ActionKey, so that a repeated click or a retry does it once. */
export function post<Answer>(path: string, body: unknown, key: string): Promise<Answer> {
  return call<Answer>({ method: 'POST', path, body, key });
}

/** A change of a record of which `version` was seen; 412 when somebody else was faster. */
export function put<Answer>(path: string, body: unknown, version?: number): Promise<Answer> {
  return call<Answer>({ method: 'PUT', path, body, version });
}

export function addressOf(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

async function call<Answer>(request: Call): Promise<Answer> {
  // After a change nothing counts that was asked before it.
  if (request.method !== 'GET') early.clear();
  const held = request.method === 'GET' ? inHand.of(request.path) : undefined;
  const response = await send(request, held?.etag);
  arrivalNotes.take(request.key, response);
  if (response.status === 304 && held) return held.answer as Answer;
  if (response.ok) {
    const answer: unknown = response.status === 204 ? null : await response.json();
    if (request.method === 'GET') inHand.take(request.path, response.headers, answer);
    return answer as Answer;
  }
  const problem = await readProblem(response);
  if (problem.code === waitingCode) for (const waiter of waiters) waiter(problem);
  if (sessionCodes.has(problem.code)) for (const listener of listeners) listener();
  throw new ProblemError(problem);
}

async function send(request: Call, etag?: string): Promise<Response> {
  const { method, path, signal } = request;
  try {
    return await (early.take(method, path) ?? fetch(path, requestOf(request, etag)));
  } catch (error) {
    // Whoever cancelled the question does not want to hear that it failed.
    if (signal?.aborted) throw error;
    throw new ProblemError(emptyProblem(0, 'offline'));
  }
}

function requestOf({ method, body, key, version, signal }: Call, etag: string | undefined): RequestInit {
  const patience = AbortSignal.timeout(patienceMs);
  return {
    method,
    credentials: 'same-origin',
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
    headers: {
      accept: 'application/json',
      'accept-language': document.documentElement.lang,
      ...(method !== 'GET' && { 'x-xibu': 'portal' }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key, ...arrivalNotes.headersFor(key) }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...(etag !== undefined && { 'if-none-match': etag }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}
