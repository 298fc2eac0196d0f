import { Refusal, type Special } from '@xibu/domain';
import type { TeachingGroupRow } from '@xibu/domain/recruitment/api';
import type { Tx } from '@xibu/platform';
import type { Application } from '../applications/application.js';
import type { Identity } from '../applications/application.rules.js';

export interface PostOfList {
  readonly id: string;
  readonly season: string;
  readonly county: number;
  readonly title: string;
  readonly special: Special;
  readonly projectKind: 'national' | 'local';
}

/** What the tables know of a whole list, read at once. */
export interface KnownOfList {
  readonly posts: ReadonlyMap<string, PostOfList>;
  readonly accounts: ReadonlySet<string>;
  readonly identities: ReadonlySet<string>;
}

export async function knownOf(
  tx: Tx,
  season: string,
  lines: readonly { readonly row: { readonly row: TeachingGroupRow; readonly identity: Identity | Refusal } }[],
): Promise<KnownOfList> {
  const rows = lines.map(({ row }) => row.row);
  const identities = lines.map(({ row }) => row.identity);
  const posts: PostOfList[] = await tx.query(
    `select post_id id, season, county, title, special, project_kind "projectKind" from post_copy
     where post_id = any($1)`,
    [rows.map(({ postId }) => postId)],
  );
  const taken: { account: string; identity: string | null }[] = await tx.query(
    `select account_id account, case when status in ('draft', 'returned', 'expired') then null else identity_index end
       identity
     from application where season = $1 and status <> 'withdrawn' and (account_id = any($2) or identity_index = any($3))`,
    [
      season,
      rows.map(({ accountId }) => accountId),
      identities.flatMap((identity) => (identity instanceof Refusal ? [] : [identity.index])),
    ],
  );
  return {
    posts: new Map(posts.map((post) => [post.id, post])),
    accounts: new Set(taken.map(({ account }) => account)),
    identities: new Set(taken.flatMap(({ identity }) => identity ?? [])),
  };
}

export async function insertMembers(tx: Tx, members: readonly Application[]): Promise<void> {
  await tx.query(
    `insert into application (id, season, account_id, status, division, university, faculty, number, form,
       identity_sealed, identity_index, checks, reviews, submitted_at, updated_at, version, track, list_number)
     select m.id, m.season, m.account, m.status, m.division, m.university, m.faculty, m.number, m.form, m.sealed, m.index,
            '[]', '[]', m.at, m.at, 1, 'teaching-group', m.list
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[],
                 $9::jsonb[], $10::text[], $11::text[], $12::timestamptz[], $13::text[])
          as m (id, season, account, status, division, university, faculty, number, form, sealed, index, at, list)`,
    [
      members.map(({ id }) => id),
      members.map(({ season }) => season),
      members.map(({ accountId }) => accountId),
      members.map(({ status }) => status),
      members.map(({ division }) => division),
      members.map(({ university }) => university),
      members.map(({ faculty }) => faculty),
      members.map(({ number }) => number),
      members.map(({ form }) => JSON.stringify(form)),
      members.map(({ identitySealed }) => identitySealed),
      members.map(({ identityIndex }) => identityIndex),
      members.map(({ submittedAt }) => submittedAt),
      members.map(({ listNumber }) => listNumber),
    ],
  );
}
