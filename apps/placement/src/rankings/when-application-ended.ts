import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import { ApplicationExpired, ApplicationLost, ApplicationWithdrawn } from '@xibu/domain/recruitment/events';
import { On, type Tx } from '@xibu/platform';
import { LoseCandidate } from './lose-candidate.js';

/** The three ways in which an application ends before dispatch. Most of those withdrawn were never candidates. */
@Controller()
export class WhenApplicationEnded {
  constructor(private readonly lose: LoseCandidate) {}

  @On(ApplicationWithdrawn)
  async withdrawn({ data }: ReceivedOf<typeof ApplicationWithdrawn>, tx: Tx): Promise<void> {
    await this.lose.run(tx, data, 'withdrawn');
  }

  @On(ApplicationLost)
  async lost({ data }: ReceivedOf<typeof ApplicationLost>, tx: Tx): Promise<void> {
    await this.lose.run(tx, data, 'lost');
  }

  @On(ApplicationExpired)
  async expired({ data }: ReceivedOf<typeof ApplicationExpired>, tx: Tx): Promise<void> {
    await this.lose.run(tx, data, 'lost');
  }
}
