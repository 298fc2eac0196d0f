import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { Refusal, type RefusalText, refusals, sayRefusal } from '@xibu/domain';
import { isOutage, type Logger } from '@xibu/messaging';
import type { FastifyReply } from 'fastify';
import { sqlState } from '../database.js';
import { currentRequest } from '../request-context.js';
import { type ShapeError, ShapeRefusal } from './shape.js';

/** RFC 9457 problem document, with what xibu adds. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly clause?: string;
  readonly errors?: readonly ShapeError[];
  readonly trace: string;
}

/** Turns a Refusal into its answer and a fault into a 500 or 503 that tells nothing of the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    // Reactions have their own keeper: the bus parks or retries.
    if (host.getType() !== 'http') throw error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    // Being away for a moment is an answer; only what nobody foresaw carries its stack.
    if (problem.status === 503)
      this.logger.warn({ reason: String(error), correlation: problem.trace }, 'not available');
    else if (hasLeft(reply, error)) this.logger.debug({ correlation: problem.trace }, 'whoever asked has left');
    else if (problem.status >= 500) this.logger.error({ err: error, correlation: problem.trace }, 'request failed');
    const seconds = retryAfter(error, problem.status);
    if (seconds) void reply.header('retry-after', String(seconds));
    // Whoever comes again with this was in time if they were now.
    const arrival = problem.status === 503 ? currentRequest()?.arrival : undefined;
    if (arrival) void reply.header('arrival-note', arrival.note());
    void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
  }
}

/** Nobody waits for the answer any more, so that it was not fetched to its end. */
function hasLeft(reply: FastifyReply, error: unknown): boolean {
  return reply.raw.destroyed && error instanceof Error && error.name === 'AbortError';
}

/** When it is worth trying again: what the Refusal says, or shortly. */
function retryAfter(error: unknown, status: number): number | null {
  if (status !== 429 && status !== 503) return null;
  const seconds = error instanceof Refusal ? error.details['seconds'] : undefined;
  return typeof seconds === 'number' ? seconds : 5;
}

export function problemOf(error: unknown): Problem {
  const request = currentRequest();
  const language = request?.language ?? 'zh';
  const trace = request?.correlation ?? '';
  const refusal = asRefusal(error);
  if (refusal) {
    const { status }: RefusalText = refusals[refusal.code];
    const { pointer, clause } = refusal.details;
    const detail = sayRefusal(refusal, language);
    const errors = error instanceof ShapeRefusal ? error.errors : pointer ? [{ pointer, detail }] : undefined;
    return {
      type: `urn:xibu:refusal:${refusal.code}`,
      title: detail,
      status,
      code: refusal.code,
      detail,
      clause,
      errors,
      trace,
    };
  }
  const detail =
    language === 'en' ? 'Something went wrong on our side; nothing was changed' : '系统内部出错，您的数据没有改变';
  return { type: 'urn:xibu:fault', title: detail, status: 500, code: 'fault', detail, trace };
}

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (isUnavailable(error)) return new Refusal('service.unavailable');
  if (!(error instanceof HttpException)) {
    const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 0;
    if (status === 413) return new Refusal('request.too-large');
    return status === 400 || status === 415
      ? new Refusal('request.malformed', { what: (error as Error).message })
      : null;
  }
  if (error.getStatus() === 404) return new Refusal('request.unknown-route');
  if (error.getStatus() === 413) return new Refusal('request.too-large');
  return error.getStatus() < 500 ? new Refusal('request.malformed', { what: error.message }) : null;
}

/** The database is away, full of connections, stopping, or too slow to wait for: the caller may try again. */
export function isUnavailable(error: unknown): boolean {
  const statementTimedOut = '57014';
  return isOutage(error) || sqlState(error) === statementTimedOut;
}
