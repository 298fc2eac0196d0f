import { Injectable } from '@nestjs/common';
import { type Fact, Refusal } from '@xibu/domain';
import {
  type FoundationAnswer,
  type FoundationRequest,
  type FoundingPost,
  foundingPosts,
} from '@xibu/domain/programme/api';
import { Clock, Database, newId, record } from '@xibu/platform';
import type { Account } from '../accounts/account.js';
import { openForOffice } from '../accounts/account.rules.js';
import { insertAccounts } from '../accounts/insert-accounts.js';
import { onBehalfOfAVisitor } from '../accounts/on-behalf-of-a-visitor.js';
import { PrepareAccounts, type PreparedAccount } from '../accounts/prepare-accounts.js';
import { knownPlaceOf } from '../offices/known-places.js';
import type { Office } from '../offices/office.js';
import { OfficeTable } from '../offices/office.table.js';
import { insertOffices } from '../offices/open-offices.js';
import { found, foundingDuties } from './foundation.rules.js';

/** Any number that no other lock of this database uses. */
const lockId = 7_201_411;

type Prepared = Readonly<Record<FoundingPost, PreparedAccount>>;

/** The first start: two offices and six accounts. Everything else goes through the API as one of them. */
@Injectable()
export class FoundSystem {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly preparations: PrepareAccounts,
  ) {}

  async run(request: FoundationRequest): Promise<FoundationAnswer> {
    const now = this.clock.now();
    const prepared = await this.prepare(request);
    return onBehalfOfAVisitor(this.database, async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [lockId]);
      const known = knownPlaceOf({ tier: 'region', division: request.region });
      const making = { nationalId: newId(now), regionId: newId(now), now };
      const { national, region, facts } = found(request.region, known, await tx.count(OfficeTable), making);
      await insertOffices(tx, [national, region]);
      const { accounts, factsOfAccounts } = this.appoint(request, prepared, { national, region }, now);
      const credentials = new Map(foundingPosts.map((post) => [accounts[post].id, prepared[post].credential]));
      const stored = await insertAccounts(tx, Object.values(accounts), credentials, now);
      if (stored.size < foundingPosts.length) throw new Refusal('account.login-taken');
      await record(tx, now, ...facts, ...factsOfAccounts);
      const ids = foundingPosts.map((post) => [post, accounts[post].id] as const);
      return {
        ...{ nationalOfficeId: national.id, regionOfficeId: region.id },
        accounts: Object.fromEntries(ids) as FoundationAnswer['accounts'],
      };
    });
  }

  private async prepare(request: FoundationRequest): Promise<Prepared> {
    const ready = await this.preparations.many(foundingPosts.map((post) => request[post]));
    const refused = ready.find((one) => one instanceof Refusal);
    if (refused) throw refused;
    return Object.fromEntries(foundingPosts.map((post, index) => [post, ready[index]])) as Prepared;
  }

  private appoint(
    request: FoundationRequest,
    prepared: Prepared,
    offices: { readonly national: Office; readonly region: Office },
    now: Date,
  ): { accounts: Record<FoundingPost, Account>; factsOfAccounts: Fact[] } {
    const { demoIsOn } = this.preparations;
    const by = { office: offices.national, roles: ['national.approver' as const] };
    const opened = foundingPosts.map((post) => {
      const { office, role } = foundingDuties[post];
      const { details, sealed } = prepared[post];
      const making = { id: newId(now), now, language: 'zh' as const, isDemo: request[post].isDemo ?? false, demoIsOn };
      const [account, ...facts] = openForOffice({ ...details, roles: [role] }, sealed, offices[office], by, making);
      return { post, account, facts };
    });
    return {
      accounts: Object.fromEntries(opened.map(({ post, account }) => [post, account])) as Record<FoundingPost, Account>,
      factsOfAccounts: opened.flatMap(({ facts }) => facts),
    };
  }
}
