import type { Tx } from '@xibu/platform';
import { confirmationNumberOf } from '../admissions/admission.js';
import { voidDocuments } from '../documents/register-documents.js';
import type { Loss } from './loss.js';

/** Notes losses in one statement; a confirmation notice that was issued loses its force. */
export async function recordLosses(tx: Tx, losses: readonly Loss[], now: Date): Promise<void> {
  if (losses.length === 0) return;
  await tx.query(
    `insert into loss (application_id, season, account_id, division, university, faculty, reason, post_id, post_title,
                       county, lost_at)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[],
                          $9::text[], $10::int[], $11::timestamptz[])
     on conflict (application_id) do nothing`,
    [
      losses.map(({ applicationId }) => applicationId),
      losses.map(({ season }) => season),
      losses.map(({ accountId }) => accountId),
      losses.map(({ division }) => division),
      losses.map(({ university }) => university),
      losses.map(({ faculty }) => faculty),
      losses.map(({ reason }) => reason),
      losses.map(({ postId }) => postId),
      losses.map(({ postTitle }) => postTitle),
      losses.map(({ county }) => county),
      losses.map(({ lostAt }) => lostAt),
    ],
  );
  const rows: { number: string }[] = await tx.query(
    'select number from application where id = any($1) and number is not null',
    [losses.map(({ applicationId }) => applicationId)],
  );
  const numbers = rows.map(({ number }) => confirmationNumberOf(number));
  await voidDocuments(tx, 'confirmation-notice', numbers, now);
}

/** A reserve has taken a seat of this post: the loss of it that is oldest is made good. */
export async function fillLoss(tx: Tx, postId: string, applicationId: string, now: Date): Promise<void> {
  await tx.query(
    `update loss set filled_by = $2, filled_at = $3 where application_id = (
       select l.application_id from loss l join application a on a.id = l.application_id
       where l.post_id = $1 and l.filled_by is null order by l.lost_at, a.number limit 1)`,
    [postId, applicationId, now],
  );
}
