import { Injectable } from '@nestjs/common';
import { RealClock } from '@xibu/platform';
import type { FastifyRequest } from 'fastify';
import { GatewayConfig } from '../gateway.config.js';
import { Limits } from '../limits/limits.js';
import { isMachine, requireOwnPage } from './credentials.rules.js';
import { writeCookie } from './session-cookie.js';
import { SessionTokens } from './session-tokens.js';

/** Who may try to come in, and what they carry afterwards. */
@Injectable()
export class DoorKeeper {
  constructor(
    private readonly config: GatewayConfig,
    private readonly limits: Limits,
    private readonly tokens: SessionTokens,
    private readonly clock: RealClock,
  ) {}

  /** Our own page, or a machine that says so; neither too often. */
  admit(request: FastifyRequest): void {
    this.countAddress(request);
    if (isMachine(request)) return;
    const { method, host, headers } = request;
    requireOwnPage({ method, host, headers }, this.config.publicUrl);
  }

  countAddress({ ip }: FastifyRequest): void {
    this.limits.count(`door:${ip}`, this.config.signInsPerMinute);
  }

  cookieFor(session: string, expiresAt: string): string {
    const secondsLeft = Math.max(0, Math.floor((Date.parse(expiresAt) - this.clock.now().getTime()) / 1000));
    return writeCookie(session, secondsLeft, this.config.isSecure);
  }

  forget(secret: string): void {
    this.tokens.forget(secret);
  }
}
