import type { LegalDate } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import type { PersonCopy } from './volunteer.js';

const columns = `name, sex, university, major, identity_masked "identityMasked", card_last_four "cardLastFour", covers`;

/**
 * What has been heard of a person so far; empty words for what has not. Until the transaction ends nothing more is heard
 * of them: whoever writes it down after that finds the volunteer that is made with this, and shows it there.
 */
export async function copyOf(tx: Tx, accountId: string): Promise<PersonCopy> {
  await hold(tx, accountId);
  const [row]: PersonCopy[] = await tx.query(`select ${columns} from person_copy where account_id = $1`, [accountId]);
  const nothing = { name: '', sex: '', university: '', major: '', identityMasked: '', cardLastFour: null, covers: {} };
  return row ?? nothing;
}

export async function keepPerson(
  tx: Tx,
  accountId: string,
  person: Omit<PersonCopy, 'cardLastFour' | 'covers'>,
): Promise<void> {
  const { name, sex, university, major, identityMasked } = person;
  await hold(tx, accountId);
  await tx.query(
    `insert into person_copy (account_id, name, sex, university, major, identity_masked) values ($1, $2, $3, $4, $5, $6)
     on conflict (account_id) do update set name = excluded.name, sex = excluded.sex, university = excluded.university,
       major = excluded.major, identity_masked = excluded.identity_masked`,
    [accountId, name, sex, university, major, identityMasked],
  );
  await showOnVolunteers(tx, accountId);
}

export async function keepCard(tx: Tx, accountId: string, lastFour: string): Promise<void> {
  await hold(tx, accountId);
  await tx.query(
    `insert into person_copy (account_id, card_last_four) values ($1, $2)
     on conflict (account_id) do update set card_last_four = excluded.card_last_four`,
    [accountId, lastFour],
  );
  await showOnVolunteers(tx, accountId);
}

export interface Cover {
  readonly accountId: string;
  readonly policyId: string;
  readonly from: LegalDate;
  readonly to: LegalDate | null;
}

/** Cover by policy: what a later fact says of the same policy replaces what was said before. */
export async function keepCover(tx: Tx, { accountId, policyId, from, to }: Cover): Promise<void> {
  await hold(tx, accountId);
  await tx.query(
    `insert into person_copy (account_id, covers) values ($1, jsonb_build_object($2::text, $3::jsonb))
     on conflict (account_id) do update set covers = person_copy.covers || excluded.covers`,
    [accountId, policyId, JSON.stringify({ from, to })],
  );
  await showOnVolunteers(tx, accountId);
}

/** An admission and what is heard of the same person travel on different topics, and arrive at the same moment. */
async function hold(tx: Tx, accountId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('person ' || $1, 0))`, [accountId]);
}

/** Offices see the copy on the volunteer's own row, within their scope. */
async function showOnVolunteers(tx: Tx, accountId: string): Promise<void> {
  await tx.query(
    `update volunteer v set name = p.name, sex = p.sex, major = p.major, identity_masked = p.identity_masked,
       university = case when p.university = '' then v.university else p.university end,
       card_last_four = p.card_last_four, covers = p.covers
     from person_copy p where p.account_id = v.account_id and v.account_id = $1`,
    [accountId],
  );
}
