import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import { CertificateIssued, CertificateRevoked, GradeDecided, TicketAnswered } from '@xibu/domain/assessment/events';
import { PaymentAccepted, PaymentReturned } from '@xibu/domain/finance/events';
import { AgreementSigned, LeaveDecided, LeaveOverdue, PlacementDecided } from '@xibu/domain/placement/events';
import { On, type Tx } from '@xibu/platform';
import { QueueMessage } from './queue-message.js';

/** Tells volunteers what concerns their service, their pay and their papers. */
@Controller()
export class WhenServiceChanged {
  constructor(private readonly queue: QueueMessage) {}

  @On(PlacementDecided)
  placed(fact: ReceivedOf<typeof PlacementDecided>, tx: Tx): Promise<void> {
    const { outcome, postTitle } = fact.data;
    if (outcome === 'unplaced') return this.queue.toPerson(tx, fact, 'unplaced', {});
    return this.queue.toPerson(tx, fact, 'placed', { post: postTitle ?? '' });
  }

  @On(AgreementSigned)
  agreementSigned(fact: ReceivedOf<typeof AgreementSigned>, tx: Tx): Promise<void> {
    return this.queue.toPerson(tx, fact, 'agreement-signed', fact.data);
  }

  @On(LeaveDecided)
  leaveDecided(fact: ReceivedOf<typeof LeaveDecided>, tx: Tx): Promise<void> {
    return this.queue.toPerson(tx, fact, 'leave-decided', fact.data);
  }

  @On(LeaveOverdue)
  leaveOverdue(fact: ReceivedOf<typeof LeaveOverdue>, tx: Tx): Promise<void> {
    return this.queue.toPerson(tx, fact, 'leave-overdue', fact.data);
  }

  @On(PaymentAccepted)
  paid(fact: ReceivedOf<typeof PaymentAccepted>, tx: Tx): Promise<void> {
    return this.queue.toPerson(tx, fact, 'payment-accepted', fact.data);
  }

  @On(PaymentReturned)
  paymentReturned(fact: ReceivedOf<typeof PaymentReturned>, tx: Tx): Promise<void> {
    return this.queue.toPerson(tx, fact, 'payment-returned', fact.data);
  }

  @On(GradeDecided)
  graded(fact: ReceivedOf<typeof GradeDecided>, tx: Tx): Promise<void> {
    return this.queue.toPerson(tx, fact, 'grade-decided', fact.data);
  }

  @On(CertificateIssued)
  certified(fact: ReceivedOf<typeof CertificateIssued>, tx: Tx): Promise<void> {
    return this.queue.toPerson(tx, fact, 'certificate-issued', fact.data);
  }

  @On(CertificateRevoked)
  revoked(fact: ReceivedOf<typeof CertificateRevoked>, tx: Tx): Promise<void> {
    return this.queue.toPerson(tx, fact, 'certificate-revoked', fact.data);
  }

  @On(TicketAnswered)
  answered(fact: ReceivedOf<typeof TicketAnswered>, tx: Tx): Promise<void> {
    return this.queue.toPerson(tx, fact, 'ticket-answered', {});
  }
}
