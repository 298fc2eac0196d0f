import type { Tx } from '@xibu/platform';
import type { Account, Credential } from './account.js';

type Value = (account: Account) => unknown;
const accountColumns: readonly (readonly [column: string, type: string, value: Value])[] = [
  ['id', 'uuid', ({ id }) => id],
  ['name', 'text', ({ name }) => name],
  ['office_id', 'uuid', ({ officeId }) => officeId],
  ['login_sealed', 'text', ({ loginSealed }) => loginSealed],
  ['login_index', 'text', ({ loginIndex }) => loginIndex],
  ['email_sealed', 'text', ({ emailSealed }) => emailSealed],
  ['email_index', 'text', ({ emailIndex }) => emailIndex],
  ['mobile_sealed', 'text', ({ mobileSealed }) => mobileSealed],
  ['division', 'int', ({ division }) => division],
  ['university', 'text', ({ university }) => university],
  ['faculty', 'text', ({ faculty }) => faculty],
  ['unit', 'text', ({ unit }) => unit],
  ['language', 'text', ({ language }) => language],
  ['is_demo', 'boolean', ({ isDemo }) => isDemo],
  ['opened_at', 'timestamptz', ({ openedAt }) => openedAt],
];

/**
 * One statement for all accounts and one for their credentials. A login name or an address that is taken leaves its
 * account out; the ids that were stored are returned.
 */
export async function insertAccounts(
  tx: Tx,
  accounts: readonly Account[],
  credentials: ReadonlyMap<string, Pick<Credential, 'passwordHash' | 'isTemporary' | 'demoPasswordSealed'>>,
  now: Date,
): Promise<Set<string>> {
  const names = accountColumns.map(([column]) => column).join(', ');
  const lists = accountColumns.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ');
  const roles = `$${accountColumns.length + 1}::text[]`;
  const stored: { id: string }[] = await tx.query(
    `insert into account (${names}, roles, status, version)
     select ${names}, string_to_array(roles, ','), 'open', 1 from unnest(${lists}, ${roles}) as u (${names}, roles)
     on conflict do nothing returning id`,
    [
      ...accountColumns.map(([, , value]) => accounts.map(value)),
      // Arrays of arrays must be of one length in PostgreSQL; a role has no comma.
      accounts.map((account) => account.roles.join(',')),
    ],
  );
  const ids = new Set(stored.map(({ id }) => id));
  await insertCredentials(
    tx,
    accounts.filter(({ id }) => ids.has(id)),
    credentials,
    now,
  );
  return ids;
}

async function insertCredentials(
  tx: Tx,
  accounts: readonly Account[],
  credentials: Parameters<typeof insertAccounts>[2],
  now: Date,
): Promise<void> {
  const of = ({ id }: Account) => credentials.get(id);
  await tx.query(
    `insert into credential (account_id, division, university, faculty, unit, password_hash, is_temporary,
                             demo_password_sealed, totp_confirmed, changed_at)
     select *, false, $9 from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[],
                                     $7::boolean[], $8::text[])`,
    [
      ...(['id', 'division', 'university', 'faculty', 'unit'] as const).map((column) =>
        accounts.map((account) => account[column]),
      ),
      accounts.map((account) => of(account)?.passwordHash),
      accounts.map((account) => of(account)?.isTemporary),
      accounts.map((account) => of(account)?.demoPasswordSealed ?? null),
      now,
    ],
  );
}
