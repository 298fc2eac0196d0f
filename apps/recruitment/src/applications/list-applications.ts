import { Injectable } from '@nestjs/common';
import type { SheetColumn } from '@xibu/documents';
import type { Actor } from '@xibu/domain';
import type { ApplicationRow } from '@xibu/domain/recruitment/api';
import { type Condition, Database, type ListDefinition, type Page, readAll, readPage } from '@xibu/platform';
import { universityName } from '@xibu/reference';
import type { ApplicationsQuery } from './applications.dto.js';
import { scopeOf } from './office-scope.js';

/** 报名人员: the register of an office, within its scope. Drafts are their writer's own business. */
@Injectable()
export class ListApplications {
  constructor(private readonly database: Database) {}

  run(query: ApplicationsQuery, actor: Actor): Promise<Page<ApplicationRow>> {
    return this.database.transaction((tx) => readPage<ApplicationRow>(tx, query, definitionOf(query, actor)));
  }

  /** The very same list, whole, for a spreadsheet. */
  all(query: ApplicationsQuery, actor: Actor): Promise<ApplicationRow[]> {
    return this.database.transaction((tx) => readAll<ApplicationRow>(tx, query, definitionOf(query, actor)));
  }
}

export const applicationColumns: readonly SheetColumn[] = [
  { key: 'number', header: '报名编号', kind: 'text', width: 18 },
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'status', header: '状态', kind: 'text', width: 18 },
  { key: 'universityName', header: '学校', kind: 'text', width: 24 },
  { key: 'faculty', header: '院系', kind: 'text', width: 24 },
  { key: 'majorName', header: '专业', kind: 'text', width: 20 },
  { key: 'submittedAt', header: '提交时间', kind: 'text', width: 28 },
];

/** A row as a spreadsheet shows it: the university by its name. */
export function sheetRowOf(row: ApplicationRow) {
  return { ...row, universityName: universityName(row.university) };
}

/** What counts and lists filter by, so that a count always is the length of its list. */
export function filtersOf({ season, status, university, faculty }: ApplicationsQuery, actor: Actor): Condition[] {
  return [
    [`application.status <> 'draft'`],
    ...scopeOf(actor, 'application'),
    ...(season ? [['season = ?', season] as const] : []),
    ...(status ? [['status = any(?)', status.split(',')] as const] : []),
    ...(university ? [['university = ?', university] as const] : []),
    ...(faculty ? [['faculty = ?', faculty] as const] : []),
  ];
}

function definitionOf(query: ApplicationsQuery, actor: Actor): ListDefinition {
  const { q } = query;
  return {
    select: `id, number, person_name "name", status, university, faculty,
             form ->> 'majorName' "majorName", submitted_at "submittedAt"`,
    from: 'application',
    where: [
      ...filtersOf(query, actor),
      ...(q ? [['person_name like ? or number like ?', `%${q}%`, `%${q}%`] as const] : []),
    ],
    sorts: ['submittedAt', 'name', 'number'],
    defaultSort: 'submittedAt',
    facets: ['status', 'faculty'],
    isLarge: true,
    seeksFew: q !== undefined,
  };
}
