import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { DirectoryRow, OfficeRow, OfficeView } from '@xibu/domain/programme/api';
import { type Condition, Database, type Page, readPage } from '@xibu/platform';
import { officeScope, viewOf } from './office.js';
import { OfficeTable } from './office.table.js';
import type { DirectoryQuery, OfficesQuery, SearchQuery } from './offices.dto.js';
import { escaped } from './search-text.js';

/** Accounts that are not closed; only those that the asking office may see count, and it sees all of its offices’. */
const officers = `(select count(*)::int from account a where a.office_id = o.id and a.status = 'open')`;
const from = 'office o left join office p on p.id = o.parent_id';
/** A register is looked at by name, and by code as it is on paper. */
const named = (q: string): Condition => [
  'o.name ilike ? or o.division::text like ? or o.university like ? or o.unit like ?',
  ...[`%${escaped(q)}%`, `${escaped(q)}%`, `${escaped(q)}%`, `${escaped(q)}%`],
];
const publicColumns = `o.id, o.tier, o.name, o.duty_phone "dutyPhone", o.division, o.university, o.faculty, o.unit,
                       o.parent_id "parentId", p.name "parentName"`;

/** Offices as those above them see them, and as everybody may. */
@Injectable()
export class ListOffices {
  constructor(private readonly database: Database) {}

  /** The register of one’s own scope. `vacant` keeps offices that must have a named officer and have none. */
  register(query: OfficesQuery, actor: Actor): Promise<Page<OfficeRow>> {
    const { tier, status, q, parentId, vacant } = query;
    return this.database.transaction((tx) =>
      readPage<OfficeRow>(tx, query, {
        select: `o.id, o.tier, o.name, o.parent_id "parentId", p.name "parentName", o.division, o.university, o.status,
                 ${officers} "officers", o.version`,
        from,
        where: [
          ...officeScope(actor),
          ...(tier ? [['o.tier = ?', tier] as const] : []),
          ...(status ? [['o.status = ?', status] as const] : []),
          ...(parentId ? [['o.parent_id = ?', parentId] as const] : []),
          ...(vacant ? [vacancy] : []),
          ...(q ? [named(q)] : []),
        ],
        sorts: ['name', 'division', 'university', 'officers', 'tier'],
        defaultSort: 'name',
        facets: ['tier', 'status'],
      }),
    );
  }

  async one(id: string): Promise<OfficeView> {
    const office = await this.database.transaction((tx) => tx.findOne(OfficeTable, { where: { id } }));
    if (!office) throw new Refusal('record.unknown');
    return viewOf(office);
  }

  /** 通讯录 for everybody: name and duty telephone (notice: 项目办联系人). */
  directory(query: DirectoryQuery): Promise<Page<DirectoryRow>> {
    const { tier, q, within } = query;
    return this.database.transaction((tx) =>
      readPage<DirectoryRow>(tx, query, {
        select: publicColumns,
        from,
        where: [
          [`o.status = 'open'`],
          ...(tier ? [['o.tier = ?', tier] as const] : []),
          ...(within ? [withinDivision(within)] : []),
          ...(q ? [named(q)] : []),
        ],
        sorts: ['name', 'division'],
        defaultSort: 'name',
        facets: ['tier'],
      }),
    );
  }

  /** For pickers: the best few that begin with or hold what was typed, or stand right below one. Never the tree. */
  search({ q, tier, within, parentId, limit }: SearchQuery): Promise<DirectoryRow[]> {
    return this.database.transaction((tx) =>
      tx.query(
        `select ${publicColumns} from ${from}
         where o.status = 'open' and ($1::text is null or o.tier = $1) and ($2::uuid is null or o.parent_id = $2)
           and ($3::int is null or o.scope_division between $3 and $4)
           and (o.name ilike $5 or o.division::text like $6 or o.university like $6 or o.unit like $6)
         order by (o.name ilike $6) desc, o.division nulls last, o.name, o.id limit $7`,
        [
          ...[tier ?? null, parentId ?? null, within ?? null, within ? withinDivision(within)[2] : null],
          ...[`%${escaped(q ?? '')}%`, `${escaped(q ?? '')}%`, limit],
        ],
      ),
    );
  }
}

const vacancy = [
  `o.status = 'open' and o.tier in ('county', 'university') and not exists
     (select from account a where a.office_id = o.id and a.status = 'open')`,
] as const;

function withinDivision(division: number): readonly [string, number, number] {
  const width = division % 10000 === 0 ? 9999 : division % 100 === 0 ? 99 : 0;
  return ['o.scope_division between ? and ?', division, division === 0 ? 999999 : division + width];
}
