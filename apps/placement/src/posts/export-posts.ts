import { Injectable } from '@nestjs/common';
import { type SheetFile, type SheetRow, sheetFile } from '@xibu/documents';
import type { Actor } from '@xibu/domain';
import type { PostRow } from '@xibu/domain/placement/api';
import { Database } from '@xibu/platform';
import { divisionName } from '@xibu/reference';
import { ListPosts } from './list-posts.js';
import { PostTable } from './post.table.js';
import { exportColumns, sheetRowOf } from './post-sheet.js';
import { viewOfPost } from './post-view.js';
import type { ExportPostsQuery } from './posts.dto.js';

const pageRows = 200;

/** The very rows of the list, with everything that an import asks for. */
@Injectable()
export class ExportPosts {
  constructor(
    private readonly database: Database,
    private readonly list: ListPosts,
  ) {}

  run(query: ExportPostsQuery, actor: Actor): Promise<SheetFile> {
    const sheet = { title: `岗位 ${query.season}`, columns: exportColumns, rows: this.rows(query, actor) };
    return sheetFile(sheet, query.format, `posts-${query.season}`);
  }

  private async *rows(query: ExportPostsQuery, actor: Actor): AsyncGenerator<SheetRow> {
    for (let after: string | null | undefined; after !== null; ) {
      const page = await this.list.run({ ...query, limit: pageRows, ...(after ? { after } : {}) }, actor);
      yield* await this.whole(page.rows);
      after = page.next;
    }
  }

  private async whole(rows: readonly PostRow[]): Promise<SheetRow[]> {
    if (rows.length === 0) return [];
    const posts = await this.database.transaction((tx) =>
      tx
        .createQueryBuilder(PostTable, 'post')
        .whereInIds(rows.map(({ id }) => id))
        .getMany(),
    );
    const byId = new Map(posts.map((post) => [post.id, post]));
    return rows.flatMap(({ id, taken }) => {
      const post = byId.get(id);
      return post ? [sheetRowOf(viewOfPost(post, taken), divisionName(String(post.county)) ?? '')] : [];
    });
  }
}
