import { type Actor, Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import type { Application } from './application.js';
import { ApplicationTable } from './application.table.js';

/** Locks the applicant's own application, or answers that there is none. */
export async function lockOwn(tx: Tx, id: string, actor: Actor): Promise<Application> {
  return found(await lock(tx, id, { accountId: actor.account }));
}

/** Locks an application of the office's own university (and faculty, below it). */
export async function lockOfUniversity(tx: Tx, id: string, { university, faculty }: Actor): Promise<Application> {
  return found(await lock(tx, id, { university: university ?? '', ...(faculty ? { faculty } : {}) }));
}

/** Someone else changed the record since `version` was read: nothing is overwritten. */
export function refuseStale(application: Application, version: number): void {
  if (application.version !== version) throw new Refusal('version.stale');
}

function lock(
  tx: Tx,
  id: string,
  scope: { accountId: string } | { university: string; faculty?: string },
): Promise<Application | null> {
  return tx.findOne(ApplicationTable, { where: { id, ...scope }, lock: { mode: 'pessimistic_write' } });
}

function found(application: Application | null): Application {
  if (!application) throw new Refusal('record.unknown');
  return application;
}
