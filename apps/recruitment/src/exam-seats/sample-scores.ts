import type { TestDatabase } from '@xibu/platform/testing';
import type { Application } from '../applications/application.js';
import { samplePlan, sampleSession } from '../exam-sessions/sample-session.js';

/** Gives sample people a seat each in a session that is over, with tickets `T1`, `T2` … and a score. */
export async function sampleScores(
  test: Pick<TestDatabase, 'query'>,
  people: readonly Application[],
  scoreOf: (at: number) => number,
): Promise<void> {
  const { id } = sampleSession();
  await test.query(
    `insert into exam_session (id, season, division, ordinal, name, starts_at, ends_at, sites, status, updated_at, version)
     values ($1, '2023-2024', 150000, 1, $2, $3, $4, $5, 'seated', now(), 1)`,
    [id, samplePlan.name, samplePlan.startsAt, samplePlan.endsAt, JSON.stringify(samplePlan.sites)],
  );
  await test.query(
    `insert into exam_seat (application_id, session_id, account_id, division, university, faculty, ticket, site, room,
                            seat, score_hundredths, is_absent, updated_at)
     select id, $1, account, 150000, university, faculty, 'T' || at, '内蒙古师范大学', '第1考场', at, score, false, now()
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::int[])
          with ordinality as p (id, account, university, faculty, score, at)`,
    [
      id,
      people.map((person) => person.id),
      people.map(({ accountId }) => accountId),
      people.map(({ university }) => university),
      people.map(({ faculty }) => faculty),
      people.map((_, at) => scoreOf(at)),
    ],
  );
}
