import { Injectable } from '@nestjs/common';
import { Database } from '../database.js';
import { type Schedule, Scheduled } from '../schedules/schedule.js';
import { sealAudit } from './audit-chain.js';

@Injectable()
@Scheduled('seal-audit', { every: 'minute' })
export class EveryMinuteSealAudit implements Schedule {
  constructor(private readonly database: Database) {}

  async run(): Promise<void> {
    while ((await this.database.asService(sealAudit, 'schedule seal-audit')) > 0) continue;
  }
}
