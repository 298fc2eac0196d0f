import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { TeachingGroupListRow } from '@xibu/domain/recruitment/api';
import { Database, whereOf } from '@xibu/platform';
import { scopeOf } from '../applications/office-scope.js';

/** Lists that were taken in; the people of one are in the register of admissions, by their track. */
@Injectable()
export class ListTeachingGroups {
  constructor(private readonly database: Database) {}

  async run(season: string | undefined, actor: Actor): Promise<{ rows: TeachingGroupListRow[] }> {
    const { text, values } = whereOf([
      [`a.track = 'teaching-group'`],
      ...scopeOf(actor, 'a'),
      ...(season ? [['a.season = ?', season] as const] : []),
    ]);
    const rows: TeachingGroupListRow[] = await this.database.transaction((tx) =>
      tx.query(
        `select a.list_number "id", a.season, count(*)::int people,
                (count(*) filter (where a.status = 'lost'))::int lost,
                to_jsonb(min(a.submitted_at)) #>> '{}' "importedAt"
         from application a where ${text} group by 1, 2 order by 2 desc, 1`,
        values,
      ),
    );
    return { rows };
  }
}
