import { Injectable } from '@nestjs/common';
import { Database } from '../database.js';
import { type Schedule, Scheduled } from './schedule.js';

/** An Idempotency-Key is remembered for thirty days; no client repeats a request later than that. */
@Injectable()
@Scheduled('forget-idempotency-keys', { every: 'day', at: '03:10', missed: 'latest' })
export class EveryDayForgetKeys implements Schedule {
  constructor(private readonly database: Database) {}

  async run(): Promise<void> {
    await this.database.asService(
      (tx) => tx.query(`delete from idempotency_key where at < now() - interval '30 days'`),
      'schedule forget-idempotency-keys',
    );
  }
}
