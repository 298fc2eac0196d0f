/** One field that a service names in its "no". */
export interface FieldProblem {
  /** JSON pointer into the body: `/identityNumber`. */
  readonly pointer: string;
  readonly detail: string;
}

export interface ProblemContent {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** The Refusal code, `fault`, or `offline` when no answer came. */
  readonly code: string;
  /** In the language asked for; empty when no answer came. */
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  readonly clause: string | null;
  readonly trace: string | null;
  readonly retryAfterSeconds: number | null;
  /** The document as it came, for members that only one route has. */
  readonly document: Readonly<Record<string, unknown>>;
}

/** A "no" of a service (RFC 9457), or no answer at all. */
export class ProblemError extends Error {
  constructor(readonly problem: ProblemContent) {
    super(problem.code);
    this.name = 'ProblemError';
  }
}

/** The same request may succeed later without anybody changing anything. */
export function mayPass({ status }: ProblemContent): boolean {
  return status === 0 || status === 429 || status >= 500;
}

/** What there is to say about anything that was thrown; a fault of the page itself has no detail for people. */
export function problemOf(error: unknown): ProblemContent {
  return error instanceof ProblemError ? error.problem : emptyProblem(-1, 'page-fault');
}

export function emptyProblem(status: number, code: string): ProblemContent {
  return { status, code, detail: '', errors: [], clause: null, trace: null, retryAfterSeconds: null, document: {} };
}

/** Reads an answer that is not 2xx; proxies on the way may answer something else than a problem document. */
export async function readProblem(response: Response): Promise<ProblemContent> {
  const document = await documentOf(response);
  const text = (name: string) => (typeof document[name] === 'string' ? document[name] : null);
  const retryAfter = Number(response.headers.get('retry-after'));
  return {
    status: response.status,
    code: text('code') ?? 'fault',
    detail: text('detail') ?? '',
    errors: Array.isArray(document['errors']) ? document['errors'].filter(isFieldProblem) : [],
    clause: text('clause'),
    trace: text('trace') ?? response.headers.get('x-correlation-id'),
    retryAfterSeconds: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
    document,
  };
}

async function documentOf(response: Response): Promise<Record<string, unknown>> {
  if (!response.headers.get('content-type')?.includes('json')) return {};
  const content: unknown = await response.json();
  return typeof content === 'object' && content !== null ? { ...content } : {};
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return typeof value === 'object' && value !== null && 'pointer' in value && 'detail' in value;
}
