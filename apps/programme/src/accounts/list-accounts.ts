import { Injectable } from '@nestjs/common';
import { type Actor, maskMobilePhone } from '@xibu/domain';
import type { AccountRow } from '@xibu/domain/programme/api';
import { Database, type Page, readPage, Sealing } from '@xibu/platform';
import { officeScope } from '../offices/office.js';
import { escaped } from '../offices/search-text.js';
import type { AccountsQuery } from './accounts.dto.js';
import { maskEmail, openDetails } from './sealed-details.js';

type StoredRow = Omit<AccountRow, 'loginName' | 'email' | 'mobile'> & {
  readonly loginSealed: string;
  readonly emailSealed: string | null;
  readonly mobileSealed: string | null;
};

/** Who acts for the offices of one’s scope. People’s own accounts are nobody else’s business. */
@Injectable()
export class ListAccounts {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
  ) {}

  async run(query: AccountsQuery, actor: Actor): Promise<Page<AccountRow>> {
    const { officeId, role, status, q } = query;
    const page = await this.database.transaction((tx) =>
      readPage<StoredRow>(tx, query, {
        select: `a.id, a.name, a.office_id "officeId", o.name "officeName", a.roles, a.login_sealed "loginSealed",
                 a.email_sealed "emailSealed", a.mobile_sealed "mobileSealed", a.status, a.opened_at "openedAt"`,
        from: 'account a join office o on o.id = a.office_id',
        where: [
          ...officeScope(actor),
          ...(officeId ? [['a.office_id = ?', officeId] as const] : []),
          ...(role ? [['? = any(a.roles)', role] as const] : []),
          ...(status ? [['a.status = ?', status] as const] : []),
          ...(q ? [['a.name like ? or o.name like ?', `%${escaped(q)}%`, `%${escaped(q)}%`] as const] : []),
        ],
        sorts: ['name', 'officeName', 'openedAt'],
        defaultSort: 'officeName',
        facets: ['status'],
      }),
    );
    return { ...page, rows: page.rows.map((row) => this.masked(row)) };
  }

  private masked({ loginSealed, emailSealed, mobileSealed, ...row }: StoredRow): AccountRow {
    const { loginName, email, mobile } = openDetails(this.sealing, { ...row, loginSealed, emailSealed, mobileSealed });
    return {
      ...{ ...row, loginName },
      email: email ? maskEmail(email) : null,
      mobile: mobile ? maskMobilePhone(mobile) : null,
    };
  }
}
