import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { PaymentOfSlip, PaySlipView } from '@xibu/domain/finance/api';
import { Database, type Tx } from '@xibu/platform';
import { runInScope } from './find-run.js';
import { explainPay } from './pay-explanation.rules.js';
import { slipOf } from './pay-slip.rules.js';
import type { RunInputs } from './run-inputs.js';
import { storedInputs } from './stored-run.js';
import type { SubsidyRun } from './subsidy-run.js';

/** Why somebody gets what they get: the rules of the run on its stored inputs, with the making of each amount. */
@Injectable()
export class ExplainRunPerson {
  constructor(private readonly database: Database) {}

  async run(id: string, accountId: string, actor: Actor): Promise<PaySlipView> {
    return this.database.beyondScope(async (tx) => paySlipOf(tx, await runInScope(tx, id, actor), accountId));
  }
}

/** For whoever has been let in: the person themselves, or an office in whose scope the run is. */
export async function paySlipOf(tx: Tx, run: SubsidyRun, accountId: string): Promise<PaySlipView> {
  const [who]: { person: string; name: string | null; unit: string | null; computed: boolean }[] = await tx.query(
    'select person, name, unit, computed from run_person where run_id = $1 and account_id = $2',
    [run.id, accountId],
  );
  if (!who?.computed) throw new Refusal('record.unknown');
  const inputs = await storedInputs(tx, run.id, accountId);
  const explanation = explainPay(inputs, who.person, run.month, await inputsBefore(tx, run, accountId));
  const exceptions: { code: string; detail: string }[] = await tx.query(
    'select code, detail from pay_exception where run_id = $1 and account_id = $2 order by code',
    [run.id, accountId],
  );
  const payments: PaymentOfSlip[] = await tx.query(
    `select reference, fen::float8 "fen", state, reason, value_date::text "valueDate", replaces from payment_line
     where run_id = $1 and account_id = $2 order by reference`,
    [run.id, accountId],
  );
  const [own] = inputs.people;
  return slipOf(run, { accountId, ...who, service: own?.service ?? [] }, explanation, { exceptions, payments });
}

/** The inputs of the run that paid the person before, so that causes of differences are certain. */
async function inputsBefore(tx: Tx, { season, month }: SubsidyRun, accountId: string): Promise<RunInputs | null> {
  const [row]: { id: string }[] = await tx.query(
    `select r.id from run_person p join subsidy_run r on r.id = p.run_id
     where p.account_id = $1 and r.season = $2 and r.month < $3 and r.release_seq is not null order by r.month desc limit 1`,
    [accountId, season, month],
  );
  return row ? storedInputs(tx, row.id, accountId) : null;
}
