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

type OfApplicant = Received<{ readonly applicationId: string; readonly accountId: string; readonly season: string }>;

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

  /**
   * Whoever withdraws may apply again within the season, and the facts of the two applications come in no order. What
   * was noted before it was known of which application is replaced.
   */
  private async note(tx: Tx, { data }: OfApplicant, step: string): Promise<void> {
    await tx.query(
      `with replaced as (delete from applicant_step where account = $1 and season = $2 and application = '')
       insert into applicant_step (account, season, application, step) values ($1, $2, $3, $4)
       on conflict (account, season, application) do update set step = excluded.step`,
      [data.accountId, data.season, data.applicationId, step],
    );
  }
}
