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

/**
 * Locks those that nobody else holds, and names the others: many people's step must not wait for one of them. One alone
 * waits.
 */
export async function lockFree(
  tx: Tx,
  ids: readonly string[],
): Promise<{ readonly free: Map<string, Application>; readonly held: ReadonlySet<string> }> {
  if (ids.length === 1) return { free: await lockApplications(tx, ids), held: new Set() };
  const rows = await tx.find(ApplicationTable, {
    where: { id: anyOf(ids) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
  });
  const free = new Map(rows.map((row) => [row.id, row]));
  const missing = ids.filter((id) => !free.has(id));
  if (missing.length === 0) return { free, held: new Set() };
  const there: { id: string }[] = await tx.query('select id from application where id = any($1)', [missing]);
  return { free, held: new Set(there.map(({ id }) => id)) };
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

type Moved = Pick<Application, 'id' | 'status' | 'decidedBy' | 'updatedAt' | 'version'>;

/** Writes what a step changed of many applications, in one statement: where they stand, and what decided it. */
export async function moveApplications(tx: Tx, moved: readonly Moved[]): Promise<void> {
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
      // As text: a Date is written part by part, which tells in ten thousand of them.
      moved.map(({ updatedAt }) => updatedAt.toISOString()),
      moved.map(({ version }) => version),
    ],
  );
}

type Identity = Pick<Application, 'season' | 'identityIndex'>;

/** Those identities that have an application in their season already, as {@link identityName} writes them. */
export async function takenIdentities(tx: Tx, wanted: readonly Identity[]): Promise<Set<string>> {
  if (wanted.length === 0) return new Set();
  const rows: Identity[] = await tx.query(
    `select a.season, a.identity_index "identityIndex" from unnest($1::text[], $2::text[]) as w (season, identity_index)
     join application a on a.season = w.season and a.identity_index = w.identity_index
      and a.status not in ('draft', 'returned', 'withdrawn', 'expired')`,
    [wanted.map(({ season }) => season), wanted.map(({ identityIndex }) => identityIndex)],
  );
  return new Set(rows.map(identityName));
}

export function identityName({ season, identityIndex }: Identity): string {
  return `${season} ${identityIndex}`;
}

/** Writes what became of drafts that were submitted, in one statement. */
export async function saveSubmitted(tx: Tx, submitted: readonly Application[]): Promise<void> {
  if (submitted.length === 0) return;
  const [, count]: [unknown, number] = await tx.query(
    `update application a set status = m.status, number = m.number, checks = m.checks::jsonb, receipt = m.receipt,
       submitted_at = m.submitted_at, decided_by = m.decided_by, updated_at = m.updated_at, version = m.version
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[],
                 $8::timestamptz[], $9::int[])
            as m (id, status, number, checks, receipt, submitted_at, decided_by, updated_at, version)
     where a.id = m.id`,
    [
      submitted.map(({ id }) => id),
      submitted.map(({ status }) => status),
      submitted.map(({ number }) => number),
      submitted.map(({ checks }) => JSON.stringify(checks)),
      submitted.map(({ receipt }) => receipt),
      submitted.map(({ submittedAt }) => submittedAt),
      submitted.map(({ decidedBy }) => decidedBy),
      submitted.map(({ updatedAt }) => updatedAt),
      submitted.map(({ version }) => version),
    ],
  );
  if (count !== submitted.length) throw new Error(`${submitted.length} drafts were to be written, ${count} were there`);
}
