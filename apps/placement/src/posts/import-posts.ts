import { Injectable } from '@nestjs/common';
import { type CellError, cellError, type ReadSheet, readSheet, withErrorColumn } from '@xibu/documents';
import { type Actor, Refusal, refusals, sayRefusal } from '@xibu/domain';
import type { ImportPostsRequest, PostsImported } from '@xibu/domain/placement/api';
import { currentRequest, Database } from '@xibu/platform';
import { DraftPosts } from './draft-posts.js';
import type { Post } from './post.js';
import { PostTable } from './post.table.js';
import { fieldsOf, postColumns } from './post-sheet.js';

const mostRows = 500;

/** A spreadsheet of posts: all of it, or nothing and the file back with what is wrong in each row. */
@Injectable()
export class ImportPosts {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftPosts,
  ) {}

  async run({ season, file }: ImportPostsRequest, actor: Actor): Promise<PostsImported> {
    const bytes = Buffer.from(file, 'base64');
    const sheet = await readSheet(bytes, postColumns, { mostRows });
    const { posts, errors } = await this.database.transaction(async (tx) => {
      const write = await this.drafts.writer(tx, season, actor);
      const read = postsOf(sheet, write);
      if (read.errors.length === 0 && read.posts.length > 0) await tx.insert(PostTable, read.posts);
      return read;
    });
    const language = currentRequest()?.language ?? 'zh';
    if (errors.length === 0) return { drafted: posts.length, errors: [], file: null };
    const marked = await withErrorColumn(bytes, errors, language);
    return {
      drafted: 0,
      errors: errors.map((error) => ({ cell: error.cell, header: error.header, detail: error[language] })),
      file: marked.toString('base64'),
    };
  }
}

function postsOf(sheet: ReadSheet, write: (fields: ReturnType<typeof fieldsOf>) => Post) {
  const posts: Post[] = [];
  const errors: CellError[] = [...sheet.errors];
  for (const { line, values } of sheet.rows) {
    try {
      posts.push(write(fieldsOf(values)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors.push(errorOf(sheet, line, error));
    }
  }
  return { posts, errors: errors.sort((left, right) => left.line - right.line) };
}

/** The refusal of a rule, at the cell that it points at. */
function errorOf(sheet: ReadSheet, line: number, refusal: Refusal): CellError {
  const key = refusal.details.pointer?.slice(1);
  const column = postColumns.find((each) => each.key === key) ?? postColumns[0];
  if (!column || !(refusal.code in refusals)) throw refusal;
  return cellError(sheet, line, column, { zh: sayRefusal(refusal, 'zh'), en: sayRefusal(refusal, 'en') });
}
