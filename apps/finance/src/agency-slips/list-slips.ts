import { Injectable } from '@nestjs/common';
import type { SheetColumn } from '@xibu/documents';
import { type Actor, Refusal } from '@xibu/domain';
import type { SlipRow, SlipView } from '@xibu/domain/finance/api';
import { Database, type Page, readPage, type Tx } from '@xibu/platform';
import type { MonthQuery } from '../offices/month.dto.js';
import { isInScope, scopeOf } from '../offices/office-scope.js';
import { type ListAnswer, listAnswer } from '../sheets/list-answer.js';
import type { SlipRowsQuery } from './slips.dto.js';

const counts = `coalesce((select jsonb_object_agg(result, n) from (select result, count(*) n from agency_slip_row r
  where r.slip_id = s.id group by 1) c), '{}')`;
const columns = `s.id, s.division "county", s.month, jsonb_build_object('by', s.imported ->> 'name', 'at', s.imported ->> 'at') "imported",
  s.is_current "isCurrent", s.rows,
  '{"equal": 0, "amount-differs": 0, "missing-at-agency": 0, "unknown-at-agency": 0}'::jsonb || ${counts} "results"`;

@Injectable()
export class ListSlips {
  constructor(private readonly database: Database) {}

  run(query: MonthQuery, actor: Actor): Promise<Page<SlipView>> {
    const { month, county } = query;
    return this.database.transaction((tx) =>
      readPage<SlipView>(tx, query, {
        select: `${columns}, s.imported ->> 'at' "importedAt"`,
        from: 'agency_slip s',
        where: [
          ...scopeOf(actor, 's', {}),
          ...(month ? [['s.month = ?', month] as const] : []),
          ...(county ? [['s.division = ?', county] as const] : []),
        ],
        sorts: ['importedAt', 'month', 'county'],
        defaultSort: 'importedAt',
        facets: ['month'],
      }),
    );
  }

  /** Of a slip of one's own county, with the names of people who have moved on since. */
  rows(id: string, query: SlipRowsQuery, actor: Actor): Promise<ListAnswer<SlipRow>> {
    return this.database.beyondScope(async (tx) => {
      const { county, month } = await readSlip(tx, id);
      if (!isInScope({ division: county }, actor)) throw new Refusal('record.unknown');
      const list = {
        select: `r.ordinal::text "id", r.account_id "accountId", p.name, coalesce(r.identity_masked, p.identity_masked) "identityNumber",
                 r.scheme, r.result, r.our_personal_fen "ourPersonalFen", r.our_employer_fen "ourEmployerFen",
                 r.agency_personal_fen "agencyPersonalFen", r.agency_employer_fen "agencyEmployerFen"`,
        from: 'agency_slip_row r left join person p on p.account_id = r.account_id',
        where: [['r.slip_id = ?', id] as const, ...(query.result ? [['r.result = ?', query.result] as const] : [])],
        sorts: ['name', 'scheme', 'result'],
        defaultSort: 'result',
        facets: ['result', 'scheme'],
      };
      const sheet = { title: `社会保险核对 ${county} ${month}`, columns: rowColumns };
      return listAnswer<SlipRow>(tx, query, list, sheet);
    });
  }
}

export async function readSlip(tx: Tx, id: string): Promise<SlipView> {
  const [slip]: SlipView[] = await tx.query(`select ${columns} from agency_slip s where s.id = $1`, [id]);
  if (!slip) throw new Refusal('record.unknown');
  return slip;
}

const rowColumns: readonly SheetColumn[] = [
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'identityNumber', header: '身份证号', kind: 'text', width: 22 },
  { key: 'scheme', header: '险种', kind: 'text' },
  { key: 'result', header: '核对结果', kind: 'text', width: 20 },
  { key: 'ourPersonalFen', header: '代扣个人部分', kind: 'fen', width: 14 },
  { key: 'agencyPersonalFen', header: '核定个人部分', kind: 'fen', width: 14 },
  { key: 'ourEmployerFen', header: '应缴单位部分', kind: 'fen', width: 14 },
  { key: 'agencyEmployerFen', header: '核定单位部分', kind: 'fen', width: 14 },
];
