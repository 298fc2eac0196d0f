import type { LoggerService } from '@nestjs/common';
import { trace } from '@opentelemetry/api';
import { type Logger as Pino, pino } from 'pino';
import { currentRequest } from './request-context.js';

/** One JSON line an event, with the correlation of the request and the trace it belongs to. */
export function openLog(service: string, level: string): Pino {
  return pino({
    level,
    base: { service },
    redact: { paths: ['*.password', '*.identityNumber', '*.cardNumber', 'req.headers.authorization'], censor: '***' },
    mixin() {
      const span = trace.getActiveSpan()?.spanContext();
      const correlation = currentRequest()?.correlation;
      return {
        ...(correlation ? { correlation } : {}),
        ...(span ? { trace_id: span.traceId, span_id: span.spanId } : {}),
      };
    },
  });
}

/** Nest's own lines, in the same form; its chatter at the start is for debugging. */
export function nestLog(log: Pino): LoggerService {
  return {
    log: (message: unknown) => log.debug({}, String(message)),
    error: (message: unknown, stack?: unknown) => log.error({ stack }, String(message)),
    warn: (message: unknown) => log.warn({}, String(message)),
    debug: (message: unknown) => log.debug({}, String(message)),
    verbose: (message: unknown) => log.trace({}, String(message)),
    fatal: (message: unknown) => log.fatal({}, String(message)),
  };
}
