import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import type { ExchangeAnswer } from '@xibu/domain/programme/api';
import { currentRequest, RealClock } from '@xibu/platform';
import { GatewayConfig } from '../gateway.config.js';
import { Upstreams } from '../upstreams/upstreams.js';

/** A token is not handed on in its last seconds: it would end on the way. */
const wayMs = 20_000;
/** Nor would it be good with a service whose clock is ahead of ours, so far as clocks may differ. */
const clocksDifferMs = 120_000;
const keptMax = 50_000;

export interface HeldToken {
  readonly token: string;
  readonly sessionId: string;
  readonly account: string;
  /** By the clock of the gateway. */
  readonly usedUntilMs: number;
}

/**
 * Sessions exchanged for tokens, kept until shortly before they end. Kept by the hash of the secret; the oldest go first
 * when there are too many.
 */
@Injectable()
export class SessionTokens {
  private readonly held = new Map<string, HeldToken>();
  private readonly asking = new Map<string, Promise<HeldToken | null>>();

  constructor(
    private readonly upstreams: Upstreams,
    private readonly config: GatewayConfig,
    private readonly clock: RealClock,
  ) {}

  /** Null for a session that is over. Requests at the same time ask once. */
  async of(secret: string): Promise<HeldToken | null> {
    const key = hash(secret);
    const held = this.held.get(key);
    if (held && held.usedUntilMs > this.clock.now().getTime()) return held;
    const asked = this.asking.get(key) ?? this.exchange(key, secret).finally(() => this.asking.delete(key));
    this.asking.set(key, asked);
    return asked;
  }

  /** After a sign-out. */
  forget(secret: string): void {
    this.held.delete(hash(secret));
  }

  private async exchange(key: string, secret: string): Promise<HeldToken | null> {
    const { status, body } = await this.upstreams.ask('programme', {
      method: 'POST',
      path: '/api/programme/sessions/exchange',
      headers: {
        ...{ 'content-type': 'application/json', 'x-xibu-gateway-key': this.config.internalKey },
        'x-correlation-id': currentRequest()?.correlation,
      },
      body: JSON.stringify({ session: secret }),
    });
    this.held.delete(key);
    if (status === 401) return null;
    if (status !== 200) throw new Refusal('service.unavailable', { what: `exchange answered ${status}` });
    const { token, sessionId, actor, expiresAt } = body as ExchangeAnswer;
    const now = this.clock.now().getTime();
    const life = Date.parse(expiresAt) - now;
    // Where tokens live so short that nothing would be left, clocks must agree.
    const margin = life > 2 * clocksDifferMs ? wayMs + clocksDifferMs : wayMs;
    const held = { token, sessionId, account: actor.account, usedUntilMs: now + life - margin };
    this.held.set(key, held);
    const [oldest] = this.held.keys();
    if (this.held.size > keptMax && oldest) this.held.delete(oldest);
    return held;
  }
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
