import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import {
  ApplicationAdmitted,
  ApplicationLost,
  ApplicationRejected,
  ApplicationReturned,
  ApplicationSubmitted,
  ApplicationUniversityPassed,
  ExamScored,
  ExamTicketIssued,
  HealthExamDecided,
} from '@xibu/domain/recruitment/events';
import { On, type Tx } from '@xibu/platform';
import { QueueMessage } from './queue-message.js';

/** Tells applicants what became of their application, at once and with the reason. */
@Controller()
export class WhenRecruitmentDecided {
  constructor(private readonly queue: QueueMessage) {}

  @On(ApplicationSubmitted)
  submitted(fact: ReceivedOf<typeof ApplicationSubmitted>, tx: Tx): Promise<void> {
    return this.queue.toPerson(tx, fact, 'application-submitted', { number: fact.data.number });
  }

  @On(ApplicationReturned)
  returned(fact: ReceivedOf<typeof ApplicationReturned>, tx: Tx): Promise<void> {
    return this.queue.toPerson(tx, fact, 'application-returned', fact.data);
  }

  @On(ApplicationRejected)
  rejected(fact: ReceivedOf<typeof ApplicationRejected>, tx: Tx): Promise<void> {
    return this.queue.toPerson(tx, fact, 'application-rejected', fact.data);
  }

  @On(ApplicationUniversityPassed)
  universityPassed(fact: ReceivedOf<typeof ApplicationUniversityPassed>, tx: Tx): Promise<void> {
    return this.queue.toPerson(tx, fact, 'university-passed', {});
  }

  @On(ExamTicketIssued)
  ticketIssued(fact: ReceivedOf<typeof ExamTicketIssued>, tx: Tx): Promise<void> {
    return this.queue.toPerson(tx, fact, 'ticket-issued', fact.data);
  }

  @On(ExamScored)
  scored(fact: ReceivedOf<typeof ExamScored>, tx: Tx): Promise<void> {
    return this.queue.toPerson(tx, fact, 'scored', { score: (fact.data.scoreHundredths / 100).toFixed(2) });
  }

  @On(HealthExamDecided)
  healthDecided(fact: ReceivedOf<typeof HealthExamDecided>, tx: Tx): Promise<void> {
    return this.queue.toPerson(tx, fact, 'health-decided', fact.data);
  }

  @On(ApplicationAdmitted)
  admitted(fact: ReceivedOf<typeof ApplicationAdmitted>, tx: Tx): Promise<void> {
    return this.queue.toPerson(tx, fact, 'admitted', { number: fact.data.confirmationNumber });
  }

  @On(ApplicationLost)
  lost(fact: ReceivedOf<typeof ApplicationLost>, tx: Tx): Promise<void> {
    return this.queue.toPerson(tx, fact, 'lost', { reason: fact.data.reason });
  }
}
