import type { Tx } from '@xibu/platform';
import type { Application } from './application.js';
import { ApplicationTable, anyOf } from './application.table.js';

/** Locks many applications in the order of their ids, so that two bulk steps never wait for each other in a circle. */
export async function lockApplications(tx: Tx, ids: readonly string[]): Promise<Map<string, Application>> {
  const rows = await tx.find(ApplicationTable, {
    where: { id: anyOf(ids) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The same by their printed numbers. */
export async function lockNumbered(
  tx: Tx,
  season: string,
  numbers: readonly string[],
): Promise<Map<string, Application>> {
  const rows = await tx.find(ApplicationTable, {
    where: { season, number: anyOf(numbers) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return new Map(rows.map((row) => [row.number ?? '', row]));
}

/** Locks every application of a season at one status within reach of the actor, in the order of their numbers. */
export async function lockAllAt(
  tx: Tx,
  at: Pick<Application, 'season' | 'status' | 'division'> & { readonly university?: string },
): Promise<Application[]> {
  const rows = await tx.find(ApplicationTable, {
    where: at,
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return rows.sort((left, right) => ((left.number ?? '') < (right.number ?? '') ? -1 : 1));
}

/** Writes what a step changed of many applications, in one statement: where they stand, and what decided it. */
export async function moveApplications(tx: Tx, moved: readonly Application[]): Promise<void> {
  if (moved.length === 0) return;
  await tx.query(
    `update application a set status = m.status, decided_by = m.decided_by, updated_at = m.updated_at, version = m.version
     from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::int[])
            as m (id, status, decided_by, updated_at, version)
     where a.id = m.id`,
    [
      moved.map(({ id }) => id),
      moved.map(({ status }) => status),
      moved.map(({ decidedBy }) => decidedBy),
      moved.map(({ updatedAt }) => updatedAt),
      moved.map(({ version }) => version),
    ],
  );
}
