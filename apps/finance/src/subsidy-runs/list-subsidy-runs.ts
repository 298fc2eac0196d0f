import { Injectable } from '@nestjs/common';
import type { SheetColumn } from '@xibu/documents';
import type { Actor } from '@xibu/domain';
import type { RunPersonRow, RunRow } from '@xibu/domain/finance/api';
import { Database, type ListDefinition } from '@xibu/platform';
import { scopeOf } from '../offices/office-scope.js';
import { type ListAnswer, listAnswer } from '../sheets/list-answer.js';
import { runInScope } from './find-run.js';
import type { RunPeopleQuery, RunsQuery } from './subsidy-runs.dto.js';

@Injectable()
export class ListSubsidyRuns {
  constructor(private readonly database: Database) {}

  run(query: RunsQuery, actor: Actor): Promise<ListAnswer<RunRow>> {
    return this.database.transaction((tx) =>
      listAnswer<RunRow>(tx, query, runsOf(query, actor), { title: '补贴发放批次', columns: runColumns }),
    );
  }

  people(id: string, query: RunPeopleQuery, actor: Actor): Promise<ListAnswer<RunPersonRow>> {
    return this.database.transaction(async (tx) => {
      const { number } = await runInScope(tx, id, actor);
      const sheet = { title: `补贴发放明细 ${number}`, columns: personColumns };
      return listAnswer<RunPersonRow>(tx, query, peopleOf(id, query), sheet);
    });
  }
}

function runsOf({ month, county, status, season }: RunsQuery, actor: Actor): ListDefinition {
  return {
    select: `r.id, r.number, r.season, r.month, r.division "county", r.status, r.due_on "dueOn", r.people, r.payable,
             r.exceptions, r.gross_fen "grossFen", r.personal_fen "personalFen", r.employer_fen "employerFen",
             r.net_fen "netFen", r.version`,
    from: 'subsidy_run r',
    where: [
      ...scopeOf(actor, 'r', {}),
      ...(month ? [['r.month = ?', month] as const] : []),
      ...(season ? [['r.season = ?', season] as const] : []),
      ...(county ? [['r.division = ?', county] as const] : []),
      ...(status ? [['r.status = any(?)', status.split(',')] as const] : []),
    ],
    sorts: ['number', 'month', 'county', 'status', 'netFen', 'dueOn'],
    defaultSort: 'number',
    facets: ['status', 'month'],
  };
}

/** Only those with something to say: in the pay list, or with an exception. */
function peopleOf(id: string, { state }: RunPeopleQuery): ListDefinition {
  const codes = `array(select e.code from pay_exception e where e.run_id = p.run_id and e.account_id = p.account_id order by 1)`;
  return {
    select: `p.account_id "id", p.account_id "accountId", p.person "number", p.name, p.unit, p.gross_fen "grossFen",
             p.personal_fen "personalFen", p.carry_in_fen "carryInFen", p.net_fen "netFen", p.carry_out_fen "carryOutFen",
             p.employer_fen "employerFen", p.payable, ${codes} "exceptions", p.in_pay "inPay"`,
    from: 'run_person p',
    where: [
      ['p.run_id = ?', id],
      [`(p.in_pay or exists (select from pay_exception e where e.run_id = p.run_id and e.account_id = p.account_id))`],
      ...(state === 'payable' ? [['p.payable'] as const] : []),
      ...(state === 'exception'
        ? [['exists (select from pay_exception e where e.run_id = p.run_id and e.account_id = p.account_id)'] as const]
        : []),
    ],
    sorts: ['number', 'name', 'unit', 'netFen'],
    defaultSort: 'number',
    facets: ['unit', 'payable'],
  };
}

const runColumns: readonly SheetColumn[] = [
  { key: 'number', header: '批次编号', kind: 'text', width: 18 },
  { key: 'county', header: '旗县代码', kind: 'text' },
  { key: 'month', header: '月份', kind: 'text' },
  { key: 'status', header: '状态', kind: 'text', width: 18 },
  { key: 'people', header: '人数', kind: 'integer' },
  { key: 'payable', header: '可发放人数', kind: 'integer' },
  { key: 'exceptions', header: '异常数', kind: 'integer' },
  { key: 'grossFen', header: '应发合计', kind: 'fen', width: 16 },
  { key: 'personalFen', header: '代扣社会保险', kind: 'fen', width: 16 },
  { key: 'employerFen', header: '单位缴纳社会保险', kind: 'fen', width: 18 },
  { key: 'netFen', header: '实发合计', kind: 'fen', width: 16 },
  { key: 'dueOn', header: '应发日期', kind: 'date' },
];

const personColumns: readonly SheetColumn[] = [
  { key: 'number', header: '编号', kind: 'text', width: 20 },
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'unit', header: '服务单位', kind: 'text', width: 20 },
  { key: 'grossFen', header: '应发', kind: 'fen' },
  { key: 'personalFen', header: '代扣社会保险', kind: 'fen', width: 16 },
  { key: 'carryInFen', header: '上期结转扣回', kind: 'fen', width: 16 },
  { key: 'netFen', header: '实发', kind: 'fen' },
  { key: 'carryOutFen', header: '结转下期', kind: 'fen' },
  { key: 'employerFen', header: '单位缴纳', kind: 'fen' },
  { key: 'exceptions', header: '异常', kind: 'text', width: 20 },
];
