import { Injectable } from '@nestjs/common';
import type { Received } from '@xibu/domain';
import { Clock, newId, type Tx } from '@xibu/platform';
import { type Contact, contactOf } from '../contacts/contacts-of.js';
import { type TemplateName, templates, type ValuesOf } from './templates.js';

/**
 * Tells people something: a message in the portal at once, and an e-mail to who has an address. The same cause tells the
 * same person the same thing once, however often the fact arrives.
 */
@Injectable()
export class QueueMessage {
  constructor(private readonly clock: Clock) {}

  async run<Name extends TemplateName>(
    tx: Tx,
    to: readonly Contact[],
    what: { template: Name; values: ValuesOf<Name>; cause: string },
  ): Promise<void> {
    if (to.length === 0) return;
    const now = this.clock.now();
    const texts = (templates[what.template] as (values: ValuesOf<Name>) => ReturnType<(typeof templates)[Name]>)(
      what.values,
    );
    const rows = to.map(({ account, language, email }) => ({ id: newId(now), account, email, ...texts[language] }));
    await tx.query(
      `with told as (
         insert into message (id, account, cause, template, subject, text, at)
         select id, account, $5, $6, subject, text, $7
         from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as m (id, account, subject, text)
         on conflict (account, template, cause) do nothing returning id, account)
       insert into delivery (id, message_id, account, channel, status, at, arrived_at)
       select gen_random_uuid(), told.id, told.account, 'in-app', 'delivered', $7, $7 from told
       union all
       select gen_random_uuid(), told.id, told.account, 'email', 'queued', $7, null from told
       join unnest($2::text[], $8::text[]) as to_whom (account, email) using (account) where email is not null`,
      [
        ...[rows.map(({ id }) => id), rows.map(({ account }) => account), rows.map(({ subject }) => subject)],
        ...[rows.map(({ text }) => text), what.cause, what.template, now, rows.map(({ email }) => email)],
      ],
    );
  }

  /** Tells the person whom a fact concerns. Their address travels on another topic and may come later: then tried again. */
  async toPerson<Name extends TemplateName>(
    tx: Tx,
    fact: Received<{ readonly accountId: string }>,
    template: Name,
    values: ValuesOf<Name>,
  ): Promise<void> {
    const contact = await contactOf(tx, fact.data.accountId);
    if (!contact) throw new Error(`no contact yet for ${fact.data.accountId}`);
    await this.run(tx, [contact], { template, values, cause: fact.id });
  }
}
