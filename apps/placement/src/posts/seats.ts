import { newId, rewrite, type Tx } from '@xibu/platform';
import { grandfather } from './post.rules.js';
import { PostTable } from './post.table.js';

/**
 * Who sits where: one row of `seat` for each person on each post and season, released and never deleted. Everything that
 * fills or frees a post goes through these functions, so that rounds, quotas and the structure gauge count the same.
 */
export interface SeatHolder {
  readonly season: string;
  readonly postId: string;
  readonly accountId: string;
  readonly applicationId: string | null;
}

/**
 * `placed`: new recruits of the season, by a round or by the list of the teaching group. `renewing`: volunteers who stay
 * for another season, on a post of that season or on their old one, which is grandfathered by it.
 */
export type SeatKind = 'placed' | 'renewing';

/** Gives people their seats, set-based. A person holds one seat a season: a second one is a fault of the caller. */
export async function takeSeats(
  tx: Tx,
  kind: SeatKind,
  holders: readonly SeatHolder[],
  now: Date,
  roundId: string | null = null,
): Promise<void> {
  if (holders.length === 0) return;
  await tx.query(
    `insert into seat (id, season, post_id, county, unit, account_id, application_id, kind, round_id, taken_at)
     select h.id, h.season, h.post_id, p.county, p.unit, h.account_id, h.application_id, $6, $7, $8
       from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[])
            as h (id, season, post_id, account_id, application_id)
       join post p on p.id = h.post_id`,
    [
      holders.map(() => newId(now)),
      holders.map(({ season }) => season),
      holders.map(({ postId }) => postId),
      holders.map(({ accountId }) => accountId),
      holders.map(({ applicationId }) => applicationId),
      ...[kind, roundId, now],
    ],
  );
  if (kind === 'renewing') await grandfatherOld(tx, holders, now);
}

/** Posts of an earlier season that somebody renews on. */
async function grandfatherOld(tx: Tx, holders: readonly SeatHolder[], now: Date): Promise<void> {
  for (const { postId, season } of holders) {
    const post = await tx.findOne(PostTable, { where: { id: postId }, lock: { mode: 'pessimistic_write' } });
    if (!post) throw new Error(`no post ${postId}`);
    const kept = grandfather(post, season, now);
    if (kept !== post) await rewrite(tx, PostTable, kept);
  }
}

export interface ReleasedSeat {
  readonly seatId: string;
  readonly postId: string;
  readonly season: string;
}

/** Whose seat: the one that an application was given, which goes before, or a person's in a season. */
export type Seated =
  | { readonly season: string; readonly accountId: string }
  | { readonly season: string; readonly applicationId: string };

/**
 * Frees a seat. `lost` (before dispatch) opens an equal backfill (notice 2.3.2); `left` (after it) does not. Null when
 * there is none: releasing twice changes nothing.
 */
export async function releaseSeat(
  tx: Tx,
  seated: Seated,
  release: 'lost' | 'left',
  now: Date,
): Promise<ReleasedSeat | null> {
  const [column, holder] =
    'applicationId' in seated ? ['application_id', seated.applicationId] : ['account_id', seated.accountId];
  const [released]: [{ id: string; post_id: string }[], number] = await tx.query(
    `update seat set released_at = $4, release = $3
      where season = $1 and ${column} = $2 and released_at is null returning id, post_id`,
    [seated.season, holder, release, now],
  );
  const [seat] = released;
  return seat ? { seatId: seat.id, postId: seat.post_id, season: seated.season } : null;
}

/** 调岗: from the present seat to another post; the person counts against the same kind of quota as before. */
export async function moveSeat(
  tx: Tx,
  holder: { readonly season: string; readonly accountId: string; readonly toPostId: string },
  now: Date,
): Promise<void> {
  const { season, accountId, toPostId } = holder;
  const [released]: [{ kind: SeatKind; application_id: string | null }[], number] = await tx.query(
    `update seat set released_at = $3, release = 'moved'
      where season = $1 and account_id = $2 and released_at is null returning kind, application_id`,
    [season, accountId, now],
  );
  const [seat] = released;
  if (!seat) throw new Error(`account ${accountId} holds no seat in ${season}`);
  await takeSeats(tx, seat.kind, [{ season, postId: toPostId, accountId, applicationId: seat.application_id }], now);
}

/** People on a post now; somebody who renews on it counts once. */
export async function takenSeats(tx: Tx, postId: string): Promise<number> {
  const [row]: { taken: number }[] = await tx.query(
    'select count(distinct account_id)::int taken from seat where post_id = $1 and released_at is null',
    [postId],
  );
  return row?.taken ?? 0;
}
