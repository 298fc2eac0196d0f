import { Injectable, type StreamableFile } from '@nestjs/common';
import { type SheetColumn, sheetFile } from '@xibu/documents';
import { type Actor, addMonths, type Month } from '@xibu/domain';
import type { InsuredMonth, InsuredRow } from '@xibu/domain/finance/api';
import { Database, fileAnswer, type ListDefinition, type Page, readAll, readPage, Sealing } from '@xibu/platform';
import { scopeOf } from '../offices/office-scope.js';
import type { InsuredQuery } from './social-insurance.dto.js';

/**
 * 参保名单和代扣清单 of a month: who is insured in which scheme, and who joined or left since the month before. Whoever has
 * moved on belongs to another county by now, and is taken off by the one that insured them: so names and numbers are read
 * wherever the person is, and the list itself is bounded by the county of its lines.
 */
@Injectable()
export class ListInsured {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
  ) {}

  run(query: InsuredQuery, actor: Actor): Promise<Page<InsuredRow>> {
    return this.database.beyondScope((tx) => readPage<InsuredRow>(tx, query, insuredIn(query, actor, false)));
  }

  /** The file for the agency: identity numbers are whole there, because the agency knows people by them. */
  async file(query: InsuredQuery, actor: Actor): Promise<StreamableFile> {
    const rows = await this.database.beyondScope((tx) => readAll<InsuredRow>(tx, query, insuredIn(query, actor, true)));
    const opened = rows.map((row) => ({
      ...row,
      identityNumber: row.identityNumber === null ? '' : this.sealing.open(row.identityNumber),
      change: changes[row.change],
    }));
    const title = `社会保险参保代扣清单 ${query.county ?? ''} ${query.month}`;
    return fileAnswer(await sheetFile({ title, columns, rows: opened }, query.format ?? 'xlsx'));
  }

  /** The person's own months, with the county that insured them. */
  mine(actor: Actor): Promise<InsuredMonth[]> {
    return this.database.beyondScope((tx) =>
      tx.query(
        `select month, max(county) "county", jsonb_agg(jsonb_build_object('scheme', scheme, 'personalFen', personal,
                'employerFen', employer) order by scheme) "schemes"
         from (select l.month, l.county, split_part(l.component, ':', 2) scheme,
                 coalesce(sum(l.fen) filter (where l.component like 'si-personal:%'), 0) personal,
                 coalesce(sum(l.fen) filter (where l.component like 'si-employer:%'), 0) employer
               from run_line l join subsidy_run r on r.id = l.run_id
               where l.account_id = $1 and l.component like 'si-%' and r.release_seq is not null group by 1, 2, 3) posted
         where personal <> 0 or employer <> 0 group by 1 order by 1`,
        [actor.account],
      ),
    );
  }
}

function insuredIn({ month, county, scheme, change }: InsuredQuery, actor: Actor, isSealed: boolean): ListDefinition {
  const before = addMonths(month as Month, -1);
  const posted = (of: string) =>
    `(select l.division, l.account_id, split_part(l.component, ':', 2) scheme,
        coalesce(sum(l.fen) filter (where l.component like 'si-personal:%'), 0) personal,
        coalesce(sum(l.fen) filter (where l.component like 'si-employer:%'), 0) employer
      from run_line l join subsidy_run r on r.id = l.run_id
      where l.month = '${of}' and l.component like 'si-%' and r.release_seq is not null
      group by 1, 2, 3 having sum(l.fen) <> 0)`;
  return {
    select: `i.account_id || ' ' || i.scheme || ' ' || i.division "id", i.account_id "accountId", p.number, p.name,
             p.${isSealed ? 'identity_sealed' : 'identity_masked'} "identityNumber", i.division "county", i.scheme,
             i.personal "personalFen", i.employer "employerFen", i.change`,
    from: `(select coalesce(n.division, b.division) division, coalesce(n.account_id, b.account_id) account_id,
              coalesce(n.scheme, b.scheme) scheme, coalesce(n.personal, 0) personal, coalesce(n.employer, 0) employer,
              case when n.account_id is null then 'left' when b.account_id is null then 'joined' else 'stays' end change
            from ${posted(month)} n full join ${posted(before)} b using (division, account_id, scheme)) i
           left join person p on p.account_id = i.account_id`,
    where: [
      ...scopeOf(actor, 'i', {}),
      ...(county ? [['i.division = ?', county] as const] : []),
      ...(scheme ? [['i.scheme = ?', scheme] as const] : []),
      ...(change ? [['i.change = ?', change] as const] : []),
    ],
    sorts: ['number', 'name', 'scheme', 'county'],
    defaultSort: 'number',
    facets: ['scheme', 'change'],
  };
}

const changes = { joined: '新增', stays: '续保', left: '停保' } as const;

const columns: readonly SheetColumn[] = [
  { key: 'number', header: '编号', kind: 'text', width: 18 },
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'identityNumber', header: '身份证号', kind: 'text', width: 22 },
  { key: 'scheme', header: '险种', kind: 'text', width: 16 },
  { key: 'personalFen', header: '个人缴纳', kind: 'fen', width: 14 },
  { key: 'employerFen', header: '单位缴纳', kind: 'fen', width: 14 },
  { key: 'change', header: '变动', kind: 'text' },
];
