import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import { AccountClosed, ContactChanged } from '@xibu/domain/programme/events';
import { On, type Tx } from '@xibu/platform';

/** Keeps who can be reached how; the only service that hears of addresses. */
@Controller()
export class WhenAccountChanged {
  @On(ContactChanged)
  async contactChanged({ data }: ReceivedOf<typeof ContactChanged>, tx: Tx): Promise<void> {
    await tx.query(
      `insert into contact (account, office_id, roles, name, email, mobile, language) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (account) do update set office_id = excluded.office_id, roles = excluded.roles, name = excluded.name,
         email = excluded.email, mobile = excluded.mobile, language = excluded.language`,
      [data.accountId, data.officeId, [...data.roles], data.name, data.email, data.mobile, data.language],
    );
  }

  /** Travels on another topic than the addresses, and may come before them. */
  @On(AccountClosed)
  async accountClosed({ data }: ReceivedOf<typeof AccountClosed>, tx: Tx): Promise<void> {
    await tx.query(
      `insert into contact (account, roles, name, language, closed) values ($1, '{}', '', 'zh', true)
       on conflict (account) do update set closed = true`,
      [data.accountId],
    );
  }
}
