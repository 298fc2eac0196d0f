import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import { register } from 'prom-client';
import { Database } from '../database.js';
import { Open } from '../http/access.guard.js';
import { Running } from './running.js';

/** For whoever keeps the processes: alive, ready, and figures for Prometheus. Not behind `/api`. */
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    @Inject(Running) private readonly running: Running,
  ) {}

  @Get('health/live')
  @Open()
  live() {
    return { live: true };
  }

  /** Ready when the database answers and facts are moving; a consumer that stands still with work waiting is not. */
  @Get('health/ready')
  @Open()
  async ready() {
    await this.database.transaction((tx) => tx.query('select 1'));
    const bus = this.running.bus();
    if (!bus.ok) throw new Refusal('service.unavailable', { what: bus.reason ?? '' });
    return { ready: true, bus };
  }

  @Get('metrics')
  @Header('content-type', register.contentType)
  @Open()
  metrics() {
    return register.metrics();
  }
}
