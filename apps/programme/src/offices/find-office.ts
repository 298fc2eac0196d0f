import { type Actor, Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import type { Office } from './office.js';
import { OfficeTable } from './office.table.js';

/** The office that somebody acts for. Whoever has none may not act for one. */
export async function officeOf(tx: Tx, actor: Actor): Promise<Office> {
  const own = actor.office ? await tx.findOne(OfficeTable, { where: { id: actor.office } }) : null;
  if (!own) throw new Refusal('office.not-above');
  return own;
}

/** Locks an office for a change of it. */
export async function lockOffice(tx: Tx, id: string): Promise<Office> {
  const office = await tx.findOne(OfficeTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!office) throw new Refusal('record.unknown');
  return office;
}
