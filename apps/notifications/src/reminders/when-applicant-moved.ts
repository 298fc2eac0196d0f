import { Controller } from '@nestjs/common';
import type { Received, ReceivedOf } from '@xibu/domain';
import {
  ApplicationConfirmed,
  ApplicationRejected,
  ApplicationReturned,
  ApplicationSubmitted,
  ApplicationUniversityPassed,
  ApplicationWithdrawn,
} from '@xibu/domain/recruitment/events';
import { On, type Tx } from '@xibu/platform';

type OfApplicant = Received<{ readonly accountId: string; readonly season: string }>;

/** Where each applicant stands, as far as a reminder must know. */
@Controller()
export class WhenApplicantMoved {
  @On(ApplicationSubmitted)
  submitted(fact: ReceivedOf<typeof ApplicationSubmitted>, tx: Tx): Promise<void> {
    return this.note(tx, fact, 'submitted');
  }

  @On(ApplicationReturned)
  returned(fact: ReceivedOf<typeof ApplicationReturned>, tx: Tx): Promise<void> {
    return this.note(tx, fact, 'returned');
  }

  @On(ApplicationUniversityPassed)
  passed(fact: ReceivedOf<typeof ApplicationUniversityPassed>, tx: Tx): Promise<void> {
    return this.note(tx, fact, 'university-passed');
  }

  @On(ApplicationConfirmed)
  confirmed(fact: ReceivedOf<typeof ApplicationConfirmed>, tx: Tx): Promise<void> {
    return this.note(tx, fact, 'done');
  }

  @On(ApplicationRejected)
  rejected(fact: ReceivedOf<typeof ApplicationRejected>, tx: Tx): Promise<void> {
    return this.note(tx, fact, 'done');
  }

  @On(ApplicationWithdrawn)
  withdrawn(fact: ReceivedOf<typeof ApplicationWithdrawn>, tx: Tx): Promise<void> {
    return this.note(tx, fact, 'done');
  }

  private async note(tx: Tx, { data }: OfApplicant, step: string): Promise<void> {
    await tx.query(
      `insert into applicant_step (account, season, step) values ($1, $2, $3)
       on conflict (account, season) do update set step = excluded.step`,
      [data.accountId, data.season, step],
    );
  }
}
