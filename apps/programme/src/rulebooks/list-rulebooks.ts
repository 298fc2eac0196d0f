import { Injectable } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import type { RulebookRow, RulebookView } from '@xibu/domain/programme/api';
import { Database, type Page, readPage } from '@xibu/platform';
import { RulebookTable } from './rulebook.table.js';
import { viewOf } from './rulebook-draft.js';
import type { RulebooksQuery } from './rulebooks.dto.js';

@Injectable()
export class ListRulebooks {
  constructor(private readonly database: Database) {}

  list(query: RulebooksQuery): Promise<Page<RulebookRow>> {
    const { season, status } = query;
    return this.database.transaction((tx) =>
      readPage<RulebookRow>(tx, query, {
        select: `id, season, book_version "bookVersion", status, valid_from "validFrom", prepared_by_name "preparedBy",
                 published_by_name "publishedBy", published_at "publishedAt", version`,
        from: 'rulebook',
        where: [
          ...(season ? [['season = ?', season] as const] : []),
          ...(status ? [['status = ?', status] as const] : []),
        ],
        sorts: ['validFrom', 'bookVersion'],
        defaultSort: '-validFrom',
        facets: ['status'],
      }),
    );
  }

  /** With every number and its clause. */
  async one(id: string): Promise<RulebookView> {
    const book = await this.database.transaction((tx) => tx.findOne(RulebookTable, { where: { id } }));
    if (!book) throw new Refusal('record.unknown');
    return viewOf(book);
  }
}
