import { Injectable } from '@nestjs/common';
import { type Schedule, Scheduled, type Tick } from '@xibu/platform';
import { EndDueServices } from './end-due-services.js';

/** Last days end at 24:00; soon after, the service of that day's people is over. */
@Injectable()
@Scheduled('end-services', { every: 'day', at: '00:40' })
export class EveryDayEndServices implements Schedule {
  constructor(private readonly services: EndDueServices) {}

  async run({ day }: Tick): Promise<void> {
    await this.services.run(day);
  }
}
