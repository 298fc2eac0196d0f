import type { Tx } from '@xibu/platform';
import type { DocumentKind, IssuedDocument } from './issued-document.js';

/** Notes what was issued, in one statement; a form that is submitted again replaces what it said before. */
export async function registerDocuments(tx: Tx, documents: readonly IssuedDocument[]): Promise<void> {
  if (documents.length === 0) return;
  await tx.query(
    `insert into issued_document (kind, number, account_id, division, university, holder, digest, issued_on)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::date[])
     on conflict (kind, number) do update set holder = excluded.holder, digest = excluded.digest,
       university = excluded.university, issued_on = excluded.issued_on, void_since = null`,
    [
      documents.map(({ kind }) => kind),
      documents.map(({ number }) => number),
      documents.map(({ accountId }) => accountId),
      documents.map(({ division }) => division),
      documents.map(({ university }) => university),
      documents.map(({ holder }) => holder),
      documents.map(({ digest }) => digest),
      documents.map(({ issuedOn }) => issuedOn),
    ],
  );
}

/** The paper stays in somebody's hand; from now on a check says that it has no force. */
export async function voidDocuments(tx: Tx, kind: DocumentKind, numbers: readonly string[], now: Date): Promise<void> {
  if (numbers.length === 0) return;
  await tx.query('update issued_document set void_since = $3 where kind = $1 and number = any($2)', [
    kind,
    [...numbers],
    now,
  ]);
}
