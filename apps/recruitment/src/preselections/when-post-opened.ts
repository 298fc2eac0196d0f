import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import { PostOpened } from '@xibu/domain/placement/events';
import { On, type Tx } from '@xibu/platform';

/** Keeps what a confirmation notice says of a post. Both may arrive first: they are joined when something is read. */
@Controller()
export class WhenPostOpened {
  @On(PostOpened)
  async handle({ data }: ReceivedOf<typeof PostOpened>, tx: Tx): Promise<void> {
    await tx.query(
      `insert into post_copy (post_id, season, county, unit, unit_name, code, title, special, project_kind)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (post_id) do update set season = excluded.season, county = excluded.county, unit = excluded.unit,
         unit_name = excluded.unit_name, code = excluded.code, title = excluded.title, special = excluded.special,
         project_kind = excluded.project_kind`,
      [
        ...[data.postId, data.season, data.county, data.unit, data.unitName ?? null, data.code ?? null],
        ...[data.title, data.special, data.projectKind],
      ],
    );
  }
}
