import type { Rulebook } from '@xibu/domain';
import type { PostStatus, StructureGauge, StructureRule } from '@xibu/domain/placement/api';
import type { Tx } from '@xibu/platform';
import { ServiceCountyTable } from '../counties/county.table.js';
import { type StructurePost, structureOf } from './structure.rules.js';

export interface StructureScope {
  readonly season: string;
  readonly county: number;
  /** Posts of the season that count with all their seats. */
  readonly statuses: readonly PostStatus[];
}

/**
 * The structure of a county in a season: posts of these statuses, what is still held on closed ones, and old posts that
 * renewing volunteers keep (notice 2.1.3: all posts on which volunteers are).
 */
export async function readStructure(tx: Tx, scope: StructureScope, book: Rulebook): Promise<StructureGauge> {
  const { season, county, statuses } = scope;
  const posts: StructurePost[] = await tx.query(
    `select special, level, project_kind "projectKind", seats from post
      where season = $1 and county = $2 and status = any($3)
     union all
     select p.special, p.level, p.project_kind, count(*)::int from post p join seat s on s.post_id = p.id
      where p.county = $2 and s.season = $1 and s.released_at is null
        and (p.season < $1 or (p.season = $1 and p.status = 'closed'))
      group by p.id`,
    [season, county, statuses],
  );
  const known = await tx.findOne(ServiceCountyTable, { where: { code: county } });
  const exemptions = await exemptionsOf(tx, season, county);
  return structureOf(posts, { season, county, isNewCounty: known?.newIn === season, exemptions }, book);
}

async function exemptionsOf(tx: Tx, season: string, county: number): Promise<Partial<Record<StructureRule, string>>> {
  const rows: { rule: StructureRule; document: string }[] = await tx.query(
    'select rule, document_number "document" from structure_exemption where season = $1 and county = $2',
    [season, county],
  );
  return Object.fromEntries(rows.map(({ rule, document }) => [rule, document]));
}
