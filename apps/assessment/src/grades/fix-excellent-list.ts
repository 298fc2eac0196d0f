import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, Refusal } from '@xibu/domain';
import type { ExcellentPool } from '@xibu/domain/assessment/api';
import { GradeDecided } from '@xibu/domain/assessment/events';
import { Clock, Database, record, rulebookOn, type Tx } from '@xibu/platform';
import { countOnPost } from '../volunteers/on-post.js';
import { excellentMax, requireFixable } from './assessment.rules.js';

/** 优秀等次由自治区级项目办统筹审定: prepared by one, approved by another; then every grade is final and told. */
@Injectable()
export class FixExcellentList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  pool(season: string, actor: Actor): Promise<ExcellentPool> {
    return this.database.transaction((tx) => this.poolIn(tx, season, actor));
  }

  async prepare(season: string, actor: Actor): Promise<ExcellentPool> {
    return this.database.transaction(async (tx) => {
      const pool = await this.poolIn(tx, season, actor);
      requireFixable({ ...pool, percentMax: await this.percent(tx, season), ...(await openPoints(tx, season)) });
      await tx.query(
        `insert into excellent_list (season, on_post, max, prepared_by, prepared_at) values ($1, $2, $3, $4, $5)
         on conflict (season) do update set on_post = excluded.on_post, max = excluded.max,
           prepared_by = excluded.prepared_by, prepared_at = excluded.prepared_at where excellent_list.approved_by is null`,
        [season, pool.onPost, pool.max, actor.account, this.clock.now()],
      );
      return pool;
    });
  }

  async approve(season: string, actor: Actor): Promise<{ decided: number }> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const [list]: { prepared_by: string; approved_by: string | null; on_post: number }[] = await tx.query(
        'select prepared_by, approved_by, on_post from excellent_list where season = $1 for update',
        [season],
      );
      if (!list || list.approved_by !== null)
        throw new Refusal('grade.wrong-step', { status: list ? 'final' : 'not-prepared' });
      if (list.prepared_by === actor.account) throw new Refusal('four-eyes.same-person');
      const pool = await this.poolIn(tx, season, actor);
      // Checked against what was prepared: nothing may have slipped in between.
      requireFixable({
        ...pool,
        onPost: list.on_post,
        percentMax: await this.percent(tx, season),
        ...(await openPoints(tx, season)),
      });
      const book = await rulebookOn(tx, season, dateOf(now));
      const [decided]: [Decided[], number] = await tx.query(
        `update assessment set status = 'final', decided_by = $2 where season = $1 and status = 'graded'
         returning volunteer_id "volunteerId", account "accountId", season, county, grade, number`,
        [season, book.version],
      );
      await tx.query('update excellent_list set approved_by = $2, approved_at = $3 where season = $1', [
        season,
        actor.account,
        now,
      ]);
      const facts = decided
        .sort((left, right) => (left.number < right.number ? -1 : 1))
        .map(({ number: _, ...data }) => GradeDecided(data.volunteerId, data));
      await record(tx, now, ...facts);
      return { decided: facts.length };
    });
  }

  private async poolIn(tx: Tx, season: string, { divisions }: Actor): Promise<ExcellentPool> {
    const range = divisions ?? { from: -1, to: -1 };
    const onPost = await countOnPost(tx, this.clock.today(), range);
    const [row]: { n: number }[] = await tx.query(
      `select count(*)::int n from assessment where season = $1 and grade = 'excellent' and county between $2 and $3`,
      [season, range.from, range.to],
    );
    const book = await rulebookOn(tx, season, this.clock.today());
    const max = excellentMax(onPost, book.values.excellentSharePercentMax);
    return { season, onPost, max, excellent: row?.n ?? 0, clause: book.clauses.excellentSharePercentMax };
  }

  private async percent(tx: Tx, season: string): Promise<number> {
    return (await rulebookOn(tx, season, this.clock.today())).values.excellentSharePercentMax;
  }
}

interface Decided {
  readonly volunteerId: string;
  readonly accountId: string;
  readonly season: string;
  readonly county: number;
  readonly grade: Parameters<typeof GradeDecided>[1]['grade'];
  readonly number: string;
}

/** People without a grade who still serve, and objections that nobody has answered. */
async function openPoints(tx: Tx, season: string): Promise<{ ungraded: number; openObjections: number }> {
  const [row]: { ungraded: number; open: number }[] = await tx.query(
    `select count(*) filter (where a.grade is null and v.left_on is null)::int ungraded,
            count(*) filter (where a.objection is not null and a.objection_answer is null)::int open
     from assessment a join volunteer v on v.volunteer_id = a.volunteer_id where a.season = $1`,
    [season],
  );
  return { ungraded: row?.ungraded ?? 0, openObjections: row?.open ?? 0 };
}
