import { Injectable } from '@nestjs/common';
import { type Actor, type Month, Refusal } from '@xibu/domain';
import type { PaySlipRow, PaySlipView } from '@xibu/domain/finance/api';
import { Database, type Tx } from '@xibu/platform';
import { paySlipOf } from '../subsidy-runs/explain-run-person.js';
import type { SubsidyRun } from '../subsidy-runs/subsidy-run.js';
import { SubsidyRunTable } from '../subsidy-runs/subsidy-run.table.js';

/** The volunteer's own slips. Runs belong to offices, so the account is compared here. */
@Injectable()
export class ListOwnSlips {
  constructor(private readonly database: Database) {}

  run({ account }: Actor): Promise<PaySlipRow[]> {
    return this.database.beyondScope((tx) =>
      tx.query(
        `select r.id, r.month, r.division "county", p.gross_fen::float8 "grossFen", p.personal_fen::float8 "personalFen",
                p.net_fen::float8 "netFen", p.payable,
                array(select e.code from pay_exception e where e.run_id = r.id and e.account_id = p.account_id order by 1) "exceptions",
                t.state "paymentState", t.value_date::text "paidOn"
         from run_person p join subsidy_run r on r.id = p.run_id
           left join lateral (select state, value_date from payment_line where run_id = r.id and account_id = p.account_id
                              order by reference desc limit 1) t on true
         where p.account_id = $1 and r.release_seq is not null
           and (p.in_pay or exists (select from pay_exception e where e.run_id = r.id and e.account_id = p.account_id))
         order by r.month desc, r.division`,
        [account],
      ),
    );
  }

  /** One month with the making of every amount and what changed since the month before. */
  one(month: Month, { account }: Actor): Promise<PaySlipView> {
    return this.database.beyondScope(async (tx) => paySlipOf(tx, await ownRun(tx, account, month), account));
  }
}

/** The released run of a month in which the person stands. */
export async function ownRun(tx: Tx, accountId: string, month: Month): Promise<SubsidyRun> {
  const [row]: { id: string }[] = await tx.query(
    `select r.id from run_person p join subsidy_run r on r.id = p.run_id
     where p.account_id = $1 and r.month = $2 and r.release_seq is not null order by p.in_pay desc, r.release_seq desc limit 1`,
    [accountId, month],
  );
  const run = row ? await tx.findOne(SubsidyRunTable, { where: { id: row.id } }) : null;
  if (!run) throw new Refusal('record.unknown');
  return run;
}
