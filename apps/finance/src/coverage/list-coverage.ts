import { Injectable } from '@nestjs/common';
import type { SheetColumn } from '@xibu/documents';
import { type Actor, dateOf, Refusal } from '@xibu/domain';
import type { CoverageRow, GapView } from '@xibu/domain/finance/api';
import { Clock, type Condition, Database, type ListDefinition, readPage, rewrite, type Tx } from '@xibu/platform';
import { found, scopeOf } from '../offices/office-scope.js';
import { type ListAnswer, listAnswer } from '../sheets/list-answer.js';
import type { CoverageQuery, GapsQuery } from './coverage.dto.js';
import { settle } from './coverage-gap.rules.js';
import { CoverageGapTable } from './coverage-gap.table.js';

/** Who is on post today and what covers them; and the alarms. */
@Injectable()
export class ListCoverage {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  people(query: CoverageQuery, actor: Actor): Promise<ListAnswer<CoverageRow>> {
    const sheet = { title: '保障情况', columns: peopleColumns };
    const today = dateOf(this.clock.now());
    return this.database.transaction((tx) => listAnswer<CoverageRow>(tx, query, peopleOn(today, query, actor), sheet));
  }

  gaps(query: GapsQuery, actor: Actor): Promise<ListAnswer<GapView>> {
    const { county, state, kind } = query;
    const where: Condition[] = [
      ...scopeOf(actor, 'g', { account: true }),
      ...(county ? [['g.division = ?', county] as const] : []),
      ...(state ? [['g.state = any(?)', state.split(',')] as const] : []),
      ...(kind ? [['g.kind = ?', kind] as const] : []),
    ];
    const list = { ...gapList(dateOf(this.clock.now())), where };
    const sheet = { title: '保障缺口', columns: gapColumns };
    return this.database.transaction((tx) => listAnswer<GapView>(tx, query, list, sheet));
  }

  async settle(id: string, reason: string, actor: Actor): Promise<GapView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const where = { id };
      const gap = found(await tx.findOne(CoverageGapTable, { where, lock: { mode: 'pessimistic_write' } }), actor);
      await rewrite(tx, CoverageGapTable, settle(gap, reason, actor, now));
      return gapView(tx, id, dateOf(now));
    });
  }
}

export function gapList(today: string): Omit<ListDefinition, 'where'> {
  return {
    select: `g.id, g.account_id "accountId", p.number, p.name, g.division "county", g.kind, g.from_day "from", g.to_day "to",
             coalesce(g.to_day, date '${today}' + 1) - g.from_day "days", g.owner, g.state, g.found_at "foundAt",
             g.covered_at "coveredAt", case when g.settled is null then null
               else jsonb_build_object('by', g.settled ->> 'name', 'at', g.settled ->> 'at') end "settled", g.reason, g.version`,
    from: 'coverage_gap g left join person p on p.account_id = g.account_id',
    sorts: ['from', 'number', 'county', 'kind', 'days', 'foundAt'],
    defaultSort: 'from',
    facets: ['state', 'kind'],
  };
}

async function gapView(tx: Tx, id: string, today: string): Promise<GapView> {
  const page = await readPage<GapView>(tx, { limit: 1 }, { ...gapList(today), where: [['g.id = ?', id]] });
  const [gap] = page.rows;
  if (!gap) throw new Refusal('record.unknown');
  return gap;
}

function peopleOn(today: string, { county, gaps }: CoverageQuery, actor: Actor): ListDefinition {
  const on = `from_day <= date '${today}' and (to_day is null or to_day > date '${today}')`;
  const openGaps = `(select count(*) from coverage_gap g where g.account_id = s.account_id and g.state = 'open')`;
  return {
    select: `s.account_id "id", s.account_id "accountId", p.number, p.name, s.division "county", s.unit,
             exists (select from agreement_span a where a.account_id = s.account_id and ${on}) "hasAgreement",
             exists (select from commercial_cover c where c.account_id = s.account_id and c.policy_id is not null and ${on}) "hasCommercial",
             (select max(l.month) from run_line l join subsidy_run r on r.id = l.run_id
              where l.account_id = s.account_id and l.component like 'si-%' and r.release_seq is not null) "insuredUntil",
             (select max(l.month) from payment_line l where l.account_id = s.account_id and l.state = 'accepted') "paidUntil",
             ${openGaps} "openGaps"`,
    from: `(select distinct on (account_id) * from service_span where ${on} order by account_id, from_day desc) s
           left join person p on p.account_id = s.account_id`,
    where: [
      ...scopeOf(actor, 's', { account: true }),
      ...(county ? [['s.division = ?', county] as const] : []),
      ...(gaps === 'open' ? [[`${openGaps} > 0`] as const] : []),
    ],
    sorts: ['number', 'county', 'name', 'openGaps'],
    defaultSort: 'number',
    facets: ['hasAgreement', 'hasCommercial'],
  };
}

const peopleColumns: readonly SheetColumn[] = [
  { key: 'number', header: '编号', kind: 'text', width: 18 },
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'county', header: '旗县代码', kind: 'text' },
  { key: 'unit', header: '服务单位', kind: 'text', width: 20 },
  { key: 'hasAgreement', header: '协议', kind: 'yes-no' },
  { key: 'hasCommercial', header: '商业保险', kind: 'yes-no' },
  { key: 'insuredUntil', header: '社会保险至', kind: 'text' },
  { key: 'paidUntil', header: '补贴发放至', kind: 'text' },
  { key: 'openGaps', header: '未处理缺口', kind: 'integer' },
];

const gapColumns: readonly SheetColumn[] = [
  { key: 'number', header: '编号', kind: 'text', width: 18 },
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'county', header: '旗县代码', kind: 'text' },
  { key: 'kind', header: '类别', kind: 'text' },
  { key: 'from', header: '起', kind: 'date' },
  { key: 'to', header: '止', kind: 'date' },
  { key: 'days', header: '天数', kind: 'integer' },
  { key: 'owner', header: '责任单位', kind: 'text', width: 18 },
  { key: 'state', header: '状态', kind: 'text' },
  { key: 'reason', header: '说明', kind: 'text', width: 30 },
];
