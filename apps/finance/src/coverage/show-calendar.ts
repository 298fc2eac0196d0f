import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, Refusal } from '@xibu/domain';
import type { CoverageCalendar, GapView } from '@xibu/domain/finance/api';
import { Clock, Database, readPage, type Tx } from '@xibu/platform';
import { isInScope } from '../offices/office-scope.js';
import { gapList } from './list-coverage.js';

/** 保障日历: agreement, days on post, social and commercial insurance and pay of one person, side by side. */
@Injectable()
export class ShowCalendar {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The person's own, or that of somebody within the office's scope; days in other counties belong to it. */
  async run(accountId: string, actor: Actor): Promise<CoverageCalendar> {
    return this.database.beyondScope(async (tx) => {
      const [person]: { name: string | null; division: number | null }[] = await tx.query(
        'select name, division from person where account_id = $1',
        [accountId],
      );
      if (!person || !isInScope({ division: person.division ?? -1, accountId }, actor))
        throw new Refusal('record.unknown');
      return this.read(tx, accountId, person.name);
    });
  }

  private async read(tx: Tx, accountId: string, name: string | null): Promise<CoverageCalendar> {
    const ask = <Row>(sql: string): Promise<Row[]> => tx.query(sql, [accountId]);
    const today = dateOf(this.clock.now());
    const gaps = await readPage<GapView>(
      tx,
      { limit: 200 },
      { ...gapList(today), where: [['g.account_id = ?', accountId]] },
    );
    return {
      ...{ accountId, name, gaps: gaps.rows },
      service: await ask(
        `select from_day::text "from", to_day::text "to", division "county", unit, paid "isPaid" from service_span
         where account_id = $1 order by from_day`,
      ),
      agreements: await ask(
        `select from_day::text "from", to_day::text "to" from agreement_span where account_id = $1 order by from_day`,
      ),
      commercial: await ask(
        `select from_day::text "from", to_day::text "to", policy_id "policyId", status from commercial_cover
         where account_id = $1 and from_day is not null order by from_day`,
      ),
      social: await ask(
        `select l.month, array_agg(distinct split_part(l.component, ':', 2) order by split_part(l.component, ':', 2)) "schemes"
         from run_line l join subsidy_run r on r.id = l.run_id
         where l.account_id = $1 and l.component like 'si-%' and r.release_seq is not null group by 1 order by 1`,
      ),
      pay: await ask(
        `select r.month, p.net_fen::float8 "netFen", t.state, t.value_date::text "paidOn"
         from run_person p join subsidy_run r on r.id = p.run_id
           left join lateral (select state, value_date from payment_line where run_id = r.id and account_id = p.account_id
                              order by reference desc limit 1) t on true
         where p.account_id = $1 and p.in_pay and r.release_seq is not null order by 1`,
      ),
    };
  }
}
