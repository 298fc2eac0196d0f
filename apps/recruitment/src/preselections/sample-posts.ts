import type { TestDatabase } from '@xibu/platform/testing';
import type { Application } from '../applications/application.js';

/** Gives sample people a post each, `post-1`, `post-2` …, as a published round would have. */
export async function samplePosts(test: Pick<TestDatabase, 'query'>, people: readonly Application[]): Promise<void> {
  await test.query(
    `insert into preselection (application_id, season, account_id, division, university, faculty, round_id, outcome,
                               post_id, post_title, county, decided_at)
     select id, '2023-2024', account, 150000, university, faculty, 'r1', 'placed', 'post-' || at, '小学教师', 152221, now()
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) with ordinality as p (id, account, university, faculty, at)`,
    [
      people.map(({ id }) => id),
      people.map(({ accountId }) => accountId),
      people.map(({ university }) => university),
      people.map(({ faculty }) => faculty),
    ],
  );
}
