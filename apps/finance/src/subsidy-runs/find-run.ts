import type { Actor } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { found } from '../offices/office-scope.js';
import type { SubsidyRun } from './subsidy-run.js';
import { SubsidyRunTable } from './subsidy-run.table.js';

/** Locks a run within the actor's scope. */
export async function lockRun(tx: Tx, id: string, actor: Actor): Promise<SubsidyRun> {
  return found(await tx.findOne(SubsidyRunTable, { where: { id }, lock: { mode: 'pessimistic_write' } }), actor);
}

export async function runInScope(tx: Tx, id: string, actor: Actor): Promise<SubsidyRun> {
  return found(await tx.findOne(SubsidyRunTable, { where: { id } }), actor);
}

/** Writes a run back as a whole, in one statement: the caller holds its lock, so that nothing has to be read again. */
export async function writeRun(tx: Tx, { id, ...run }: SubsidyRun): Promise<void> {
  await tx.update(SubsidyRunTable, { id }, run);
}

/** Units of a county with somebody in service in the month, and which of them have not confirmed it. */
export interface ConfirmingUnits {
  readonly all: number;
  readonly missing: readonly string[];
}

export async function unitsOf(
  tx: Tx,
  { division, month }: Pick<SubsidyRun, 'division' | 'month'>,
): Promise<ConfirmingUnits> {
  const rows: { unit: string; confirmed: boolean }[] = await tx.query(
    `select s.unit, bool_or(a.id is not null) confirmed from service_span s
     left join attendance a on a.month = $2 and a.division = s.division and a.unit = s.unit
     where s.division = $1 and s.from_day < ($2 || '-01')::date + interval '1 month'
       and (s.to_day is null or s.to_day > ($2 || '-01')::date)
     group by 1 order by 1`,
    [division, month],
  );
  return { all: rows.length, missing: rows.filter(({ confirmed }) => !confirmed).map(({ unit }) => unit) };
}
