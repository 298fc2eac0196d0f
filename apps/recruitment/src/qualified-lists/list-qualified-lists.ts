import { Injectable } from '@nestjs/common';
import type { SheetColumn, SheetFile } from '@xibu/documents';
import { type Actor, Refusal } from '@xibu/domain';
import type { QualifiedEntryRow, QualifiedListView } from '@xibu/domain/recruitment/api';
import { Database, type ListDefinition, type Page, readPage, type SheetFormat, type Tx } from '@xibu/platform';
import { isInScope, scopeOf } from '../applications/office-scope.js';
import { exportList } from '../spreadsheets/export-list.js';
import type { QualifiedList } from './qualified-list.js';
import { QualifiedListTable } from './qualified-list.table.js';
import { outcomesOf, viewOf } from './qualified-list-view.js';
import type { EntriesQuery } from './qualified-lists.dto.js';

/** 入围名单, and who is on each. */
@Injectable()
export class ListQualifiedLists {
  constructor(private readonly database: Database) {}

  async run(season: string | undefined, actor: Actor): Promise<{ rows: QualifiedListView[] }> {
    return this.database.transaction(async (tx) => {
      const all = await tx.find(QualifiedListTable, {
        where: season ? { season } : {},
        order: { preparedAt: 'DESC', id: 'DESC' },
      });
      const lists = all.filter((list) => isInScope({ ...list, university: null }, actor));
      const outcomes = await outcomesOf(
        tx,
        lists.map(({ id }) => id),
      );
      return { rows: lists.map((list) => viewOf(list, outcomes.get(list.id))) };
    });
  }

  async one(id: string, actor: Actor): Promise<QualifiedListView> {
    return this.database.transaction(async (tx) =>
      viewOf(await find(tx, id, actor), (await outcomesOf(tx, [id])).get(id)),
    );
  }

  entries(id: string, query: EntriesQuery, actor: Actor): Promise<Page<QualifiedEntryRow>> {
    return this.database.transaction(async (tx) => {
      await find(tx, id, actor);
      return readPage<QualifiedEntryRow>(tx, query, definitionOf(id, query, actor));
    });
  }

  /** The very same list, whole, with scores as people write them. */
  async exportEntries(id: string, query: EntriesQuery, format: SheetFormat, actor: Actor): Promise<SheetFile> {
    await this.database.transaction((tx) => find(tx, id, actor));
    const list = definitionOf(id, query, actor);
    const select = `${list.select}, (e.score_hundredths / 100.0::float8)::text score`;
    return exportList(this.database, query, format, { title: '入围名单', columns, list: { ...list, select } });
  }
}

const columns: readonly SheetColumn[] = [
  { key: 'number', header: '报名编号', kind: 'text', width: 18 },
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'code', header: '匿名编码', kind: 'text', width: 16 },
  { key: 'score', header: '成绩', kind: 'text' },
  { key: 'outcome', header: '结果', kind: 'text', width: 16 },
];

async function find(tx: Tx, id: string, actor: Actor): Promise<QualifiedList> {
  const list = await tx.findOne(QualifiedListTable, { where: { id } });
  if (!list || !isInScope({ ...list, university: null }, actor)) throw new Refusal('record.unknown');
  return list;
}

function definitionOf(id: string, { outcome, q }: EntriesQuery, actor: Actor): ListDefinition {
  return {
    select: `e.application_id "id", a.number, a.form ->> 'name' "name", a.university, e.outcome, e.reasons,
             e.score_hundredths "scoreHundredths", e.code, e.classes, e.met`,
    from: 'qualified_entry e join application a on a.id = e.application_id',
    where: [
      ['e.list_id = ?', id],
      ...scopeOf(actor, 'a'),
      ...(outcome ? [['e.outcome = ?', outcome] as const] : []),
      ...(q ? [[`a.form ->> 'name' like ? or a.number like ? or e.code = ?`, `%${q}%`, `%${q}%`, q] as const] : []),
    ],
    sorts: ['scoreHundredths', 'number', 'code'],
    defaultSort: '-scoreHundredths',
    facets: ['outcome'],
  };
}
