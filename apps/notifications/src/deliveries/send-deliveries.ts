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

interface Tried {
  readonly delivery: Queued;
  readonly outcome: Outcome;
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
    if (queued.length === 0) return 0;
    const tried = await Promise.all(queued.map(async (delivery) => ({ delivery, outcome: await this.send(delivery) })));
    await this.database.asService((tx) => this.keep(tx, tried), 'keep deliveries');
    return queued.length;
  }

  private async send({ email, subject, text, message_id }: Queued): Promise<Outcome> {
    if (!email) return { arrived: false, reason: 'no e-mail address' };
    return this.mail.send({ to: email, subject, text, id: message_id });
  }

  private async keep(tx: Tx, tried: readonly Tried[]): Promise<void> {
    const now = this.clock.now();
    const kept = tried.map(({ delivery, outcome }) => ({ delivery, ...attempt(delivery.attempts, outcome) }));
    await tx.query(
      `update delivery d set status = k.status, attempts = k.attempts, reason = k.reason,
         arrived_at = case when k.status = 'delivered' then $5::timestamptz end,
         next_try = now() + make_interval(secs => k.wait)
       from unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $6::int[]) as k (id, status, attempts, reason, wait)
       where d.id = k.id`,
      [
        ...[kept.map(({ delivery }) => delivery.id), kept.map(({ status }) => status)],
        ...[kept.map(({ attempts }) => attempts), kept.map(({ reason }) => reason), now],
        kept.map(({ waitSeconds }) => waitSeconds),
      ],
    );
    await record(tx, now, ...kept.filter(({ status }) => status === 'failed').map(failureOf));
  }
}

function failureOf({ delivery, reason }: { readonly delivery: Queued; readonly reason: string | null }) {
  const { message_id: messageId, account: accountId, template } = delivery;
  return DeliveryFailed(messageId, { messageId, accountId, template, reason: reason ?? '' });
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
