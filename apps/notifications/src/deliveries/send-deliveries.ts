import { Injectable } from '@nestjs/common';
import { DeliveryFailed } from '@xibu/domain/notifications/events';
import { Clock, Database, record, type Tx } from '@xibu/platform';
import { attempt, type Outcome } from './delivery.rules.js';
import { MailChannel } from './mail-channel.js';

const batch = 50;
/** Longer than the mail server may take, and short enough that a killed postman is not missed. */
const leaseSeconds = 15;

interface Queued {
  readonly id: string;
  readonly message_id: string;
  readonly account: string;
  readonly template: string;
  readonly attempts: number;
  readonly email: string | null;
  readonly subject: string;
  readonly text: string;
}

/**
 * Sends what is queued: claims and commits, calls the mail server outside of any transaction, then keeps the outcome. A
 * crash in between sends again after the lease, under the same Message-ID.
 */
@Injectable()
export class SendDeliveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mail: MailChannel,
  ) {}

  /** Sends one batch; returns how many were tried. */
  async run(): Promise<number> {
    const queued = await this.database.asService((tx) => claim(tx), 'send deliveries');
    await Promise.all(queued.map((delivery) => this.send(delivery)));
    return queued.length;
  }

  private async send(delivery: Queued): Promise<void> {
    const { id, email, subject, text, message_id } = delivery;
    const outcome: Outcome = email
      ? await this.mail.send({ to: email, subject, text, id: message_id })
      : { arrived: false, reason: 'no e-mail address' };
    await this.database.asService((tx) => this.keep(tx, delivery, outcome), `delivery ${id}`);
  }

  private async keep(tx: Tx, delivery: Queued, outcome: Outcome): Promise<void> {
    const now = this.clock.now();
    const { status, attempts, reason, waitSeconds } = attempt(delivery.attempts, outcome);
    await tx.query(
      `update delivery set status = $2, attempts = $3, reason = $4, arrived_at = $5,
         next_try = now() + make_interval(secs => $6) where id = $1`,
      [delivery.id, status, attempts, reason, status === 'delivered' ? now : null, waitSeconds],
    );
    if (status !== 'failed') return;
    const { message_id: messageId, account: accountId, template } = delivery;
    await record(tx, now, DeliveryFailed(messageId, { messageId, accountId, template, reason: reason ?? '' }));
  }
}

async function claim(tx: Tx): Promise<Queued[]> {
  const [taken]: [{ id: string }[], number] = await tx.query(
    `update delivery set next_try = now() + make_interval(secs => $1)
     where id in (select id from delivery where status = 'queued' and next_try <= now()
                  order by next_try limit $2 for update skip locked) returning id`,
    [leaseSeconds, batch],
  );
  return tx.query(
    `select d.id, d.message_id, d.account, d.attempts, m.template, m.subject, m.text, c.email
     from delivery d join message m on m.id = d.message_id left join contact c on c.account = d.account
     where d.id = any($1) order by d.id`,
    [taken.map(({ id }) => id)],
  );
}
