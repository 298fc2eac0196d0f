import { Injectable } from '@nestjs/common';
import type { SheetColumn } from '@xibu/documents';
import { type Actor, specialNames } from '@xibu/domain';
import type { VolunteerCounts, VolunteerRow } from '@xibu/domain/placement/api';
import { type Condition, Database, type ListDefinition, type Page, readAll, readPage, whereOf } from '@xibu/platform';
import { universityName } from '@xibu/reference';
import { scopeOf } from './volunteer-scope.js';
import { countyName } from './volunteer-view.js';
import type { CountsQuery, VolunteersQuery } from './volunteers.dto.js';

type Stored = Omit<VolunteerRow, 'countyName'>;

/** 志愿者名册: the register of an office, a unit or a university, within its scope. */
@Injectable()
export class ListVolunteers {
  constructor(private readonly database: Database) {}

  async run(query: VolunteersQuery, actor: Actor): Promise<Page<VolunteerRow>> {
    const page = await this.database.transaction((tx) => readPage<Stored>(tx, query, definitionOf(query, actor)));
    return { ...page, rows: page.rows.map(named) };
  }

  /** The very same list, whole, for a spreadsheet. */
  async all(query: VolunteersQuery, actor: Actor): Promise<VolunteerRow[]> {
    const rows = await this.database.transaction((tx) => readAll<Stored>(tx, query, definitionOf(query, actor)));
    return rows.map(named);
  }

  /** How many stand where; each number opens as the list with its filters. */
  async counts({ by, ...query }: CountsQuery, actor: Actor): Promise<VolunteerCounts> {
    const column = by === 'special' ? `post ->> 'special'` : by;
    const { text, values } = whereOf(filtersOf(query, actor));
    const cells: { key: string; name: string; status: string; n: number }[] = await this.database.transaction((tx) =>
      tx.query(
        `select (${column})::text "key", max(post ->> 'unitName') "name", status, count(*)::int n
           from volunteer where ${text} group by 1, 3 order by 1, 3`,
        values,
      ),
    );
    const rows = new Map<string, { name: string; byStatus: Record<string, number> }>();
    for (const { key, name, status, n } of cells) {
      const row = rows.get(key) ?? { name: nameOf(by, key, name), byStatus: {} };
      row.byStatus[status] = n;
      rows.set(key, row);
    }
    return {
      by,
      total: cells.reduce((sum, { n }) => sum + n, 0),
      rows: [...rows].map(([key, row]) => {
        return { key, ...row, total: Object.values(row.byStatus).reduce((sum, n) => sum + n, 0) };
      }),
    };
  }
}

function named(row: Stored): VolunteerRow {
  return { ...row, countyName: countyName(row.county) };
}

function nameOf(by: VolunteerCounts['by'], key: string, unitName: string): string {
  if (by === 'county') return countyName(Number(key));
  if (by === 'university') return universityName(key);
  return by === 'unit' ? unitName : key;
}

/** What counts and lists filter by, so that a count always is the length of its list. */
function filtersOf(query: Omit<VolunteersQuery, 'limit'>, actor: Actor): Condition[] {
  const { season, status, county, unit, university, special, q } = query;
  return [
    ...scopeOf(actor),
    // Whoever was extended belongs to every season that they serve in.
    ...(season ? [['season <= ? and last_season >= ?', season, season] as const] : []),
    ...(status ? [['status = any(?)', status.split(',')] as const] : []),
    ...(county ? [['county = ?', county] as const] : []),
    ...(unit ? [['unit = ?', unit] as const] : []),
    ...(university ? [['university = ?', university] as const] : []),
    ...(special ? [[`post ->> 'special' = ?`, special] as const] : []),
    ...(q ? [['name like ? or number like ?', `%${q}%`, `%${q}%`] as const] : []),
  ];
}

function definitionOf(query: VolunteersQuery, actor: Actor): ListDefinition {
  return {
    select: `id, number, name, sex, status, season, county, unit, post ->> 'unitName' "unitName",
             post ->> 'code' "postCode", post ->> 'title' "postTitle", post ->> 'special' "special",
             post ->> 'projectKind' "projectKind", university, checked_in_on "checkedInOn", on_post_on "onPostOn",
             term_to "termTo", left_on "leftOn"`,
    from: 'volunteer',
    where: filtersOf(query, actor),
    sorts: ['number', 'name', 'county', 'unit', 'status', 'postCode', 'onPostOn'],
    defaultSort: 'number',
    facets: ['status', 'county', 'special', 'projectKind'],
  };
}

export const volunteerColumns: readonly SheetColumn[] = [
  { key: 'number', header: '报名编号', kind: 'text', width: 18 },
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'sex', header: '性别', kind: 'text' },
  { key: 'status', header: '状态', kind: 'text', width: 16 },
  { key: 'countyName', header: '服务旗县', kind: 'text', width: 20 },
  { key: 'unitName', header: '服务单位', kind: 'text', width: 28 },
  { key: 'postCode', header: '岗位编号', kind: 'text', width: 18 },
  { key: 'postTitle', header: '服务岗位', kind: 'text', width: 20 },
  { key: 'specialName', header: '专项', kind: 'text', width: 16 },
  { key: 'universityName', header: '学校', kind: 'text', width: 24 },
  { key: 'checkedInOn', header: '报到日期', kind: 'date', width: 12 },
  { key: 'onPostOn', header: '到岗日期', kind: 'date', width: 12 },
  { key: 'termTo', header: '协议期满', kind: 'date', width: 12 },
  { key: 'leftOn', header: '离岗日期', kind: 'date', width: 12 },
];

/** A row as a spreadsheet shows it: codes by their names. */
export function sheetRowOf(row: VolunteerRow) {
  return { ...row, specialName: specialNames[row.special].zh, universityName: universityName(row.university) };
}
