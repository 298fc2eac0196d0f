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
      `insert into post_copy (post_id, season, county, unit, title, special, project_kind)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (post_id) do update set season = excluded.season, county = excluded.county, unit = excluded.unit,
         title = excluded.title, special = excluded.special, project_kind = excluded.project_kind`,
      [data.postId, data.season, data.county, data.unit, data.title, data.special, data.projectKind],
    );
  }
}
