import { record, type Tx } from '@xibu/platform';
import { moveApplications } from '../applications/applications-in-bulk.js';
import { registerDocuments } from '../documents/register-documents.js';
import type { Admitted } from './admission.rules.js';
import { confirmationDocument } from './confirmation-document.js';

/** Writes many admissions: where the applications stand, the admissions, the register of notices, and the facts. */
export async function storeAdmissions(tx: Tx, admitted: readonly Admitted[], now: Date): Promise<void> {
  if (admitted.length === 0) return;
  const admissions = admitted.map(([, admission]) => admission);
  await moveApplications(
    tx,
    admitted.map(([application]) => application),
  );
  await tx.query(
    `insert into admission (application_id, season, account_id, division, university, faculty, confirmation_number,
                            post_id, post_title, county, admitted_by, admitted_at)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[],
                          $9::text[], $10::int[], $11::text[], $12::timestamptz[])`,
    [
      admissions.map(({ applicationId }) => applicationId),
      admissions.map(({ season }) => season),
      admissions.map(({ accountId }) => accountId),
      admissions.map(({ division }) => division),
      admissions.map(({ university }) => university),
      admissions.map(({ faculty }) => faculty),
      admissions.map(({ confirmationNumber }) => confirmationNumber),
      admissions.map(({ postId }) => postId),
      admissions.map(({ postTitle }) => postTitle),
      admissions.map(({ county }) => county),
      admissions.map(({ admittedBy }) => admittedBy),
      admissions.map(({ admittedAt }) => admittedAt),
    ],
  );
  await registerDocuments(
    tx,
    admitted.map(([application, admission]) => confirmationDocument(application, admission)),
  );
  await record(tx, now, ...admitted.flatMap(([, , ...facts]) => facts));
}
