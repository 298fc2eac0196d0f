import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { StructureView } from '@xibu/domain/placement/api';
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

export const structureHolds: Invariant = {
  name: 'the structure of posts holds in every county',
  async check({ world }) {
    const region = await world.as('region.officer');
    const broken: string[] = [];
    for (const county of world.counties) {
      const { declared } = await region.get<StructureView>(
        `/api/placement/posts/structure?season=${season}&county=${county}`,
      );
      for (const share of declared.shares.filter(({ isMet, exemption }) => !isMet && exemption === null)) {
        broken.push(`${county}: ${share.rule} ${share.seats} of ${share.of}, limit ${share.limitPercent} %`);
      }
    }
    return broken;
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
