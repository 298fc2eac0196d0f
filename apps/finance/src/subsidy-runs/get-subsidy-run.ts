import { Injectable } from '@nestjs/common';
import { type Actor, rfc3339 } from '@xibu/domain';
import type { LineCount, RunTotal, RunView } from '@xibu/domain/finance/api';
import { Database, type Tx } from '@xibu/platform';
import { stepOf } from '../offices/signature.js';
import { type ConfirmingUnits, runInScope, unitsOf } from './find-run.js';
import { isReleased, type SubsidyRun } from './subsidy-run.js';

@Injectable()
export class GetSubsidyRun {
  constructor(private readonly database: Database) {}

  async run(id: string, actor: Actor): Promise<RunView> {
    return this.database.transaction(async (tx) => viewOfRun(tx, await runInScope(tx, id, actor)));
  }

  /** Sums of the lines by county, project, source and component. */
  async totals(id: string, actor: Actor): Promise<RunTotal[]> {
    return this.database.transaction(async (tx) => {
      await runInScope(tx, id, actor);
      return tx.query(
        `select county, project, source, component, sum(fen)::float8 "fen" from run_line where run_id = $1
         group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
        [id],
      );
    });
  }
}

/** A run as it is shown; `units` may have been counted before. */
export async function viewOfRun(tx: Tx, run: SubsidyRun, units?: ConfirmingUnits): Promise<RunView> {
  const { all, missing } = units ?? (await unitsOf(tx, run));
  const payments = isReleased(run) ? await paymentsOf(tx, run) : [];
  const { id, number, season, month, since, status, dueOn, decidedBy, overrideReason, returnReason, version } = run;
  const { people, payable, exceptions, grossFen, personalFen, employerFen, netFen, inputDigest, resultDigest } = run;
  return {
    ...{
      id,
      number,
      season,
      month,
      county: run.division,
      since,
      status,
      dueOn,
      decidedBy,
      overrideReason,
      returnReason,
    },
    ...{ people, payable, exceptions, grossFen, personalFen, employerFen, netFen, inputDigest, resultDigest, version },
    openedAt: rfc3339(run.openedAt),
    steps: {
      attendanceLocked: stepOf(run.attendanceLocked),
      calculated: stepOf(run.calculated),
      approved: stepOf(run.approved),
      released: stepOf(run.released),
    },
    units: { all, confirmed: all - missing.length, missing },
    payments,
  };
}

async function paymentsOf(tx: Tx, { id }: SubsidyRun): Promise<LineCount[]> {
  return tx.query(
    `select case when n.reference is null then l.state else 'replaced' end "state", count(*)::int "lines",
            sum(l.fen)::float8 "fen"
     from payment_line l left join payment_line n on n.replaces = l.reference where l.run_id = $1 group by 1 order by 1`,
    [id],
  );
}
