import { Injectable } from '@nestjs/common';
import { GatewayConfig } from '../gateway.config.js';
import { type Service, services } from '../upstreams/services.js';
import { Upstreams } from '../upstreams/upstreams.js';

type Headers = Readonly<Record<string, string | string[]>>;

export interface ClockAnswer {
  readonly status: number;
  /** `{now, services}`, or the problem of the service that refused. */
  readonly body: object;
}

/**
 * Moves the clocks of all services in one fixed order, each when the one before has done what fell due on the way: a day
 * then always happens in the same order. A service that refuses or is away stops the move; moving again to the same
 * instant goes on from there.
 */
@Injectable()
export class Clocks {
  constructor(
    private readonly upstreams: Upstreams,
    private readonly config: GatewayConfig,
  ) {}

  async move(now: string, headers: Headers): Promise<ClockAnswer> {
    const moved: Partial<Record<Service, string>> = {};
    for (const service of services) {
      const { status, body } = await this.upstreams.ask(service, {
        ...{ method: 'PUT', path: `/api/${service}/operations/clock`, patienceMs: this.config.clockPatienceMs },
        headers: { ...plain(headers), 'content-type': 'application/json' },
        body: JSON.stringify({ now }),
      });
      if (status !== 200) return { status, body: { ...asObject(body), service, moved: Object.keys(moved) } };
      moved[service] = nowOf(body);
    }
    return { status: 200, body: { now: nowOf({ now: moved.notifications }), services: moved } };
  }

  async read(headers: Headers): Promise<ClockAnswer> {
    const answers = await Promise.all(
      services.map(async (service) => {
        const path = `/api/${service}/operations/state`;
        return { service, ...(await this.upstreams.ask(service, { method: 'GET', path, headers: plain(headers) })) };
      }),
    );
    const refused = answers.find(({ status }) => status !== 200);
    if (refused) return { status: refused.status, body: { ...asObject(refused.body), service: refused.service } };
    const instants = answers.map(({ service, body }) => [service, nowOf(body)] as const);
    const [earliest] = instants.map(([, now]) => now).sort();
    return { status: 200, body: { now: earliest, services: Object.fromEntries(instants) } };
  }
}

/** The body of the caller’s request is not sent on as it is. */
function plain(headers: Headers): Headers {
  const { 'content-length': _, 'content-type': __, ...rest } = headers;
  return rest;
}

function asObject(body: unknown): object {
  return typeof body === 'object' && body !== null ? body : {};
}

function nowOf(body: unknown): string {
  const now = 'now' in asObject(body) ? (body as { now: unknown }).now : '';
  return typeof now === 'string' ? now : '';
}
