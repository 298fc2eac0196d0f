import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { season } from '../calendar.js';
import type { Invariant } from './invariant.js';

const run = promisify(execFile);
const checker = join(import.meta.dirname, '..', '..', '..', '..', 'placement', 'checker', 'check-round.mjs');

export const nobodyTwice: Invariant = {
  name: 'nobody is placed twice',
  async check({ databases }) {
    const seats = await databases.rows<{ account_id: string; n: number }>(
      'placement',
      `select account_id, count(*)::int n from seat where season = $1 and released_at is null
       group by 1 having count(*) > 1`,
      [season],
    );
    const rounds = await databases.rows<{ account_id: string; n: number }>(
      'placement',
      `select account_id, count(*)::int n from placement where season = $1 and post_id is not null
       group by 1 having count(*) > 1`,
      [season],
    );
    return [...seats, ...rounds].map(({ account_id, n }) => `account ${account_id} has ${n} places`);
  },
};

export const quotasHold: Invariant = {
  name: 'no post and no quota holds more than its maximum',
  async check({ databases }) {
    const posts = await databases.rows<{ code: string; n: number; seats: number }>(
      'placement',
      `select p.code, count(*)::int n, p.seats from seat s join post p on p.id = s.post_id
       where s.season = $1 and s.released_at is null group by p.id having count(*) > p.seats`,
      [season],
    );
    const quotas = await databases.rows<{ quota_id: string; n: number; max: number }>(
      'placement',
      `select q.quota_id, count(*)::int n, q.max from quota_line q
       join post p on (p.county = q.division or (q.division % 100 = 0 and p.county between q.division and q.division + 99))
         and (q.project_kind is null or p.project_kind = q.project_kind) and (q.special is null or p.special = q.special)
       join seat s on s.post_id = p.id and s.season = q.season and s.released_at is null
       where q.season = $1 and q.in_force group by q.quota_id, q.max having count(*) > q.max`,
      [season],
    );
    return [
      ...posts.map(({ code, n, seats }) => `post ${code} holds ${n} of ${seats}`),
      ...quotas.map(({ quota_id, n, max }) => `quota ${quota_id} holds ${n} of ${max}`),
    ];
  },
};

interface Shares {
  readonly county: number;
  readonly seats: number;
  readonly below: number;
  readonly education: number;
  readonly youth: number;
  readonly is_new: boolean;
}

/** Over all posts that were ever opened in the season, whatever became of them (notice 2.1.3). */
export const structureHolds: Invariant = {
  name: 'the structure of posts holds in every county',
  async check({ databases }) {
    const rows = await databases.rows<Shares>(
      'placement',
      `select p.county, sum(p.seats)::int seats,
              coalesce(sum(p.seats) filter (where p.level <> 'county'), 0)::int below,
              coalesce(sum(p.seats) filter (where p.special = 'rural-education'), 0)::int education,
              coalesce(sum(p.seats) filter (where p.special = 'youth-work'), 0)::int youth,
              bool_or(c.new_in = p.season) is_new
       from post p join service_county c on c.code = p.county
       where p.season = $1 and p.status in ('open', 'closed', 'grandfathered')
         and not exists (select from structure_exemption e where e.county = p.county and e.season = p.season)
       group by 1 order by 1`,
      [season],
    );
    return rows.flatMap(({ county, seats, below, education, youth, is_new }) => [
      ...(below * 100 < seats * (is_new ? 95 : 90) ? [`${county}: ${below} of ${seats} at township or below`] : []),
      ...(education * 100 < seats * 25 ? [`${county}: ${education} of ${seats} in rural education`] : []),
      ...(youth * 100 > seats * 10 ? [`${county}: ${youth} of ${seats} in youth work`] : []),
    ]);
  },
};

/** By the stand-alone checker, which shares no line with the solver. */
export const nobodyPassedOver: Invariant = {
  name: 'no better-ranked applicant was passed over',
  async check({ world, folder }) {
    const wrong: string[] = [];
    for (const round of world.rounds) {
      try {
        await run(process.execPath, [checker, join(folder, round.name)], { maxBuffer: 1 << 26 });
      } catch (error) {
        const said = error as { stdout?: string; stderr?: string };
        wrong.push(`${round.name}: ${(said.stdout || said.stderr || String(error)).split('\n').slice(0, 3).join(' ')}`);
      }
    }
    return wrong;
  },
};
