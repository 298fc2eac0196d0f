import type { Role } from '@xibu/domain';
import type { Tx } from '@xibu/platform';

export interface Contact {
  readonly account: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: 'zh' | 'en';
}

const columns = 'c.account, c.name, c.email, c.language';

export async function contactOf(tx: Tx, account: string): Promise<Contact | null> {
  const [contact]: Contact[] = await tx.query(`select ${columns} from contact c where account = $1 and not closed`, [
    account,
  ]);
  return contact ?? null;
}

/** The people of the offices of these divisions who hold one of these roles. */
export async function contactsOfOffices(
  tx: Tx,
  divisions: readonly number[],
  roles: readonly Role[],
): Promise<Contact[]> {
  return tx.query(
    `select ${columns} from contact c join office_copy o using (office_id)
     where o.division = any($1) and c.roles && $2 and not c.closed and not o.closed order by c.account`,
    [divisions, roles],
  );
}
