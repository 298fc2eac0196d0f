import { Controller, Get, Header } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import { figures, RealClock } from '@xibu/platform';
import { type Service, services } from '../upstreams/services.js';
import { Upstreams } from '../upstreams/upstreams.js';

const patienceMs = 2000;
/** Everybody may ask; the services are not asked more often than this. */
const keptMs = 2000;

interface Status {
  readonly services: readonly { readonly name: Service; readonly isUp: boolean }[];
}

/** Whether it works: for people, for whoever keeps the processes, and for Prometheus. */
@Controller()
export class StatusController {
  private kept: { readonly atMs: number; readonly status: Promise<Status> } | null = null;

  constructor(
    private readonly upstreams: Upstreams,
    private readonly clock: RealClock,
  ) {}

  @Get('api/status')
  status(): Promise<Status> {
    const now = this.clock.now().getTime();
    if (!this.kept || now - this.kept.atMs > keptMs) this.kept = { atMs: now, status: this.ask() };
    return this.kept.status;
  }

  @Get('health/live')
  live() {
    return { live: true };
  }

  /** Without the programme service nobody can come in: then another replica, or nobody, should be asked. */
  @Get('health/ready')
  async ready() {
    if (!(await this.isUp('programme'))) throw new Refusal('service.unavailable');
    return { ready: true };
  }

  @Get('metrics')
  @Header('content-type', figures().type)
  metrics() {
    return figures().text();
  }

  private async ask(): Promise<Status> {
    return { services: await Promise.all(services.map(async (name) => ({ name, isUp: await this.isUp(name) }))) };
  }

  private async isUp(service: Service): Promise<boolean> {
    try {
      const { status } = await this.upstreams.ask(service, {
        method: 'GET',
        path: '/health/ready',
        headers: {},
        patienceMs,
      });
      return status === 200;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }
}
