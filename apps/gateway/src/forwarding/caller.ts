import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import { currentRequest } from '@xibu/platform';
import type { FastifyRequest } from 'fastify';
import { GatewayConfig } from '../gateway.config.js';
import { Limits } from '../limits/limits.js';
import { type Credential, credentialOf, refuseForeign } from '../sessions/credentials.rules.js';
import { clearCookie } from '../sessions/session-cookie.js';
import { SessionTokens } from '../sessions/session-tokens.js';
import { traceOf, upwardHeaders } from './headers.rules.js';

/** Who asks, as the services will be told. */
export interface Caller {
  readonly credential: Credential;
  /** Headers of the request as they go on. */
  readonly headers: Record<string, string | string[]>;
  /** Clears the cookie of a session that is over: its owner is a visitor again, and is not asked about it each time. */
  readonly farewell: string | null;
}

/** Turns whatever a request came with into the token that services understand; refuses what a foreign page sent. */
@Injectable()
export class Callers {
  constructor(
    private readonly tokens: SessionTokens,
    private readonly config: GatewayConfig,
    private readonly limits: Limits,
  ) {}

  async of(request: FastifyRequest): Promise<Caller> {
    const credential = credentialOf(request, this.config.isSecure);
    const asked = { method: request.method, host: request.host, headers: request.headers };
    refuseForeign(asked, credential, this.config.publicUrl);
    const isSession = credential.kind === 'cookie' || credential.kind === 'session';
    const held = isSession ? await this.tokens.of(credential.secret) : null;
    if (credential.kind === 'session' && !held) throw new Refusal('session.expired');
    this.limits.count(held ? `session:${held.sessionId}` : `address:${request.ip}`, this.config.requestsPerMinute);
    return {
      credential,
      farewell: credential.kind === 'cookie' && !held ? clearCookie(this.config.isSecure) : null,
      headers: upwardHeaders(request.headers, {
        ...ours(request),
        authorization: held
          ? `Bearer ${held.token}`
          : credential.kind === 'bearer'
            ? credential.authorization
            : undefined,
        'x-xibu-session-id': held?.sessionId,
      }),
    };
  }

  /** Nobody in particular, whatever the request came with: for signing in. */
  unknown(request: FastifyRequest): Record<string, string | string[]> {
    return upwardHeaders(request.headers, { ...ours(request), 'x-xibu-gateway-key': this.config.internalKey });
  }
}

function ours(request: FastifyRequest): Record<string, string | undefined> {
  const context = currentRequest();
  return {
    'x-forwarded-for': request.ip,
    'x-forwarded-proto': request.protocol,
    'x-forwarded-host': request.host,
    'x-correlation-id': context?.correlation,
    traceparent: traceOf(context?.traceparent ?? null, randomUUID),
  };
}
