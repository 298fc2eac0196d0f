import { Injectable } from '@nestjs/common';
import { Database, RealClock, type Schedule, Scheduled } from '@xibu/platform';

const keptDays = 90;

/** Sessions that are long over and wrong tries that no longer count are nobody’s business any more. */
@Injectable()
@Scheduled('forget-sessions', { every: 'day', at: '03:20', missed: 'latest' })
export class EveryDayForgetSessions implements Schedule {
  constructor(
    private readonly database: Database,
    private readonly realClock: RealClock,
  ) {}

  async run(): Promise<void> {
    const before = new Date(this.realClock.now().getTime() - keptDays * 86_400_000);
    await this.database.asService(async (tx) => {
      await tx.query('delete from session where expires_at < $1', [before]);
      await tx.query('delete from sign_in_lock where last_failure_at < $1', [before]);
    }, 'schedule forget-sessions');
  }
}
