import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, rfc3339 } from '@xibu/domain';
import type { ExemptionView, GrantExemptionRequest } from '@xibu/domain/placement/api';
import { Clock, Database, type ListQuery, newId, type Page, readPage, rulebookOn } from '@xibu/platform';
import { lockCounty, withinScope } from '../counties/find-county.js';

/** A county that cannot meet a rule of structure (a ceiling of 10 % of nine posts is none): documented, by the region. */
@Injectable()
export class GrantExemption {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(request: GrantExemptionRequest, actor: Actor): Promise<ExemptionView> {
    const now = this.clock.now();
    const { season, county, rule, reason, documentNumber } = request;
    return this.database.transaction(async (tx) => {
      await rulebookOn(tx, season, dateOf(now));
      await lockCounty(tx, county, actor);
      const [row]: { id: string }[] = await tx.query(
        `insert into structure_exemption (id, season, county, rule, reason, document_number, granted_by, granted_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (season, county, rule) do update set reason = excluded.reason, granted_at = excluded.granted_at,
           document_number = excluded.document_number, granted_by = excluded.granted_by
         returning id`,
        [newId(now), season, county, rule, reason, documentNumber, actor.name, now],
      );
      const view = { season, county, rule, reason, documentNumber };
      return { ...view, id: row?.id ?? '', grantedBy: actor.name, grantedAt: rfc3339(now) };
    });
  }

  list(query: ListQuery, actor: Actor): Promise<Page<ExemptionView>> {
    return this.database.transaction((tx) =>
      readPage<ExemptionView>(tx, query, {
        select: `id, season, county, rule, reason, document_number "documentNumber", granted_by "grantedBy",
                 granted_at "grantedAt"`,
        from: 'structure_exemption',
        where: withinScope('county', actor),
        sorts: ['county', 'season', 'rule'],
        defaultSort: 'county',
        facets: ['season', 'rule'],
      }),
    );
  }
}
