import { type Actor, Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { isInScope } from '../applications/office-scope.js';
import type { Objection } from './objection.js';
import { ObjectionTable } from './objection.table.js';

export async function findObjection(tx: Tx, id: string, actor: Actor, lock = false): Promise<Objection> {
  const objection = await tx.findOne(ObjectionTable, {
    where: { id },
    ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
  });
  if (!objection || !isInScope(objection, actor)) throw new Refusal('record.unknown');
  return objection;
}

/** The application that a line of a notice stands for. */
export async function applicationOf(tx: Tx, { noticeId, line }: Objection): Promise<string> {
  const [row]: { id: string }[] = await tx.query(
    'select application_id id from notice_entry where notice_id = $1 and line = $2',
    [noticeId, line],
  );
  if (!row) throw new Error(`line ${line} of notice ${noticeId} stands for nobody`);
  return row.id;
}
