import { Injectable } from '@nestjs/common';
import { type Actor, dateOf } from '@xibu/domain';
import type { RunPreview } from '@xibu/domain/finance/api';
import { Clock, Database, rulebookOn } from '@xibu/platform';
import { runInScope } from './find-run.js';
import { gatherRun } from './freeze-run.js';
import { computeRun } from './month-pay.rules.js';
import type { RunResult } from './run-result.js';
import { settingsOf } from './subsidy-run.rules.js';

/** What a run would be with what is known now, by the very rules of the run; nothing is written. */
@Injectable()
export class PreviewSubsidyRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, actor: Actor): Promise<RunPreview> {
    return this.database.beyondScope(async (tx) => {
      const run = await runInScope(tx, id, actor);
      const book = await rulebookOn(tx, run.season, dateOf(this.clock.now()));
      const { inputs, people } = await gatherRun(tx, run, settingsOf(run, book));
      const result = computeRun(inputs);
      const byPerson = new Map(people.map(({ inputs: { person }, accountId, name }) => [person, { accountId, name }]));
      return {
        ...{ month: run.month, county: run.division, ...sumsOf(result) },
        totals: result.totals.map(({ county, ...row }) => ({ ...row, county: Number(county) })),
        exceptions: result.exceptions.map(({ person, code, detail }) => {
          const { accountId = '', name = null } = byPerson.get(person) ?? {};
          return { accountId, name, code, detail };
        }),
      };
    });
  }
}

function sumsOf({ pay }: RunResult) {
  const sums = { people: pay.length, payable: 0, grossFen: 0, personalFen: 0, employerFen: 0, netFen: 0 };
  for (const row of pay) {
    sums.payable += Number(row.payable);
    sums.grossFen += row.grossFen;
    sums.personalFen += row.personalFen;
    sums.employerFen += row.employerFen;
    sums.netFen += row.netFen;
  }
  return sums;
}
