import { dateOf, rangeOf } from '@xibu/domain';
import type { QuotaLine } from '@xibu/domain/placement/api';
import { rulebookOn, seasonOf, type Tx } from '@xibu/platform';
import { BlockTable } from '../counties/block.table.js';
import { ServiceCountyTable } from '../counties/county.table.js';
import { standingOf } from '../counties/standing.rules.js';
import { quotaIdOf, type Usage } from './quota.js';
import type { Ground } from './quota-forest.rules.js';

/** The region of a season, its counties that serve in it, and the rules of the day. */
export async function readGround(tx: Tx, season: string, now: Date): Promise<Ground> {
  const { region } = await seasonOf(tx, season);
  const book = await rulebookOn(tx, season, dateOf(now));
  const { from, to } = rangeOf(region);
  const counties = await tx.find(ServiceCountyTable, { order: { code: 'ASC' } });
  const blocks = await tx.find(BlockTable, { where: { season } });
  const serving = counties.filter((county) => {
    if (county.code < from || county.code > to) return false;
    const own = blocks.filter((block) => block.county === county.code);
    return standingOf(county, own, season) === 'in-service';
  });
  return { region, book, counties: serving.map(({ code }) => code) };
}

/** The lines of a plan, or those in force in a season. */
export async function readLines(
  tx: Tx,
  of: { readonly planId: string } | { readonly season: string },
): Promise<QuotaLine[]> {
  const [condition, value] = 'planId' in of ? ['plan_id = $1', of.planId] : ['season = $1 and in_force', of.season];
  return tx.query(
    `select division, project_kind "projectKind", special, max from quota_line where ${condition} order by quota_id`,
    [value],
  );
}

/** Replaces the lines of a plan that is still a draft, or changes some of one in force. Set-based. */
export async function writeLines(
  tx: Tx,
  plan: { readonly id: string; readonly season: string },
  lines: readonly QuotaLine[],
  how: 'replace' | 'change',
): Promise<void> {
  if (how === 'replace') await tx.query('delete from quota_line where plan_id = $1', [plan.id]);
  await tx.query(
    `insert into quota_line (plan_id, quota_id, season, division, project_kind, special, max, in_force)
     select $1, l.quota_id, $2, l.division, l.project_kind, l.special, l.max, $8
       from unnest($3::text[], $4::int[], $5::text[], $6::text[], $7::int[])
            as l (quota_id, division, project_kind, special, max)
     on conflict (plan_id, quota_id) do update set max = excluded.max`,
    [
      ...[plan.id, plan.season],
      lines.map(quotaIdOf),
      lines.map(({ division }) => division),
      lines.map(({ projectKind }) => projectKind),
      lines.map(({ special }) => special),
      lines.map(({ max }) => max),
      how === 'change',
    ],
  );
}

/** Who sits where in a season, by sort of post; what quotas are measured by. */
export async function readUsage(tx: Tx, season: string): Promise<Usage[]> {
  return tx.query(
    `select p.county, p.project_kind "projectKind", p.special, s.kind, count(*)::int people
       from seat s join post p on p.id = s.post_id
      where s.season = $1 and s.released_at is null group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    [season],
  );
}
