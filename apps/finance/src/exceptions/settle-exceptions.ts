import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { RowOutcome } from '@xibu/domain/finance/api';
import { Clock, Database, eachByItself, rewrite, type Tx } from '@xibu/platform';
import { isInScope } from '../offices/office-scope.js';
import type { PayException } from './pay-exception.js';
import { confirm, propose } from './pay-exception.rules.js';
import { anyOf, PayExceptionTable } from './pay-exception.table.js';

/** Two people settle exceptions, one by one or many at once; each row stands or falls by itself. */
@Injectable()
export class SettleExceptions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  propose(ids: readonly string[], reason: string, actor: Actor): Promise<RowOutcome[]> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const open = await openRuns(tx, ids);
      return this.each(tx, ids, actor, (one) => propose(one, reason, !open.has(one.runId ?? ''), actor, now));
    });
  }

  confirm(ids: readonly string[], actor: Actor): Promise<RowOutcome[]> {
    const now = this.clock.now();
    return this.database.transaction((tx) => this.each(tx, ids, actor, (one) => confirm(one, actor, now)));
  }

  private async each(
    tx: Tx,
    ids: readonly string[],
    actor: Actor,
    step: (exception: PayException) => PayException,
  ): Promise<RowOutcome[]> {
    const lock = { mode: 'pessimistic_write' } as const;
    const rows = await tx.find(PayExceptionTable, { where: { id: anyOf(ids) }, order: { id: 'ASC' }, lock });
    const known = new Map(
      rows.filter((row) => isInScope({ division: row.division }, actor)).map((row) => [row.id, row]),
    );
    const changed: PayException[] = [];
    const outcomes = await eachByItself(ids, String, async (id) => {
      const exception = known.get(id);
      if (!exception) throw new Refusal('record.unknown');
      const next = step(exception);
      changed.push(next);
      return { status: next.state };
    });
    for (const exception of changed) await rewrite(tx, PayExceptionTable, exception);
    return outcomes;
  }
}

async function openRuns(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await tx.query(
    `select distinct r.id from pay_exception e join subsidy_run r on r.id = e.run_id
     where e.id = any($1) and r.release_seq is null`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
