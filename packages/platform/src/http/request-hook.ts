import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { inRequest, type RequestContext } from '../request-context.js';

/** Puts every HTTP request into a context of its own before anything else looks at it. */
export function followRequests(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    const given = request.headers['x-correlation-id'];
    const trace = request.headers['traceparent'];
    const context: RequestContext = {
      actor: null,
      correlation: typeof given === 'string' && /^[\w-]{8,100}$/.test(given) ? given : randomUUID(),
      traceparent: typeof trace === 'string' ? trace : null,
      language: languageOf(request.headers['accept-language']),
      action: `${request.method} ${request.url}`,
      idempotency: null,
    };
    void reply.header('x-correlation-id', context.correlation);
    inRequest(context, done);
  });
}

/** Chinese first; English when the reader asks for it before Chinese. */
function languageOf(accepted: string | undefined): 'zh' | 'en' {
  const first = accepted?.match(/\b(zh|en)\b/i)?.[1];
  return first?.toLowerCase() === 'en' ? 'en' : 'zh';
}
