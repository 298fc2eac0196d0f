import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { Clock, Database, requireOpen } from '@xibu/platform';
import { inServiceOn } from '../volunteers/on-post.js';

/** Opens the yearly assessment of everybody in service in the region on this day; who joins later is added by calling it again. */
@Injectable()
export class OpenAssessments {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(season: string, actor: Actor): Promise<{ opened: number }> {
    const now = this.clock.now();
    const { from = -1, to = -1 } = actor.divisions ?? {};
    return this.database.transaction(async (tx) => {
      await requireOpen(tx, season, 'assessment', now);
      const opened: unknown[] = await tx.query(
        `insert into assessment (id, season, volunteer_id, account, number, name, county, unit, university, status)
         select gen_random_uuid(), $1, v.volunteer_id, v.account, coalesce(v.number, v.volunteer_id), p.name, v.county, v.unit, v.university, 'open'
         from volunteer v join person p using (account)
         where v.county between $3 and $4 and ${inServiceOn('$2::date')}
         on conflict (season, volunteer_id) do nothing returning 1`,
        [season, this.clock.today(), from, to],
      );
      return { opened: opened.length };
    });
  }
}
