import { type Actor, Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import type { Application } from './application.js';
import { ApplicationTable } from './application.table.js';
import { isInScope } from './office-scope.js';

/** Locks the applicant's own application, or answers that there is none. */
export async function lockOwn(tx: Tx, id: string, actor: Actor): Promise<Application> {
  return found(await lock(tx, id, { accountId: actor.account }));
}

/** Locks an application of the office's own university (and faculty, below it); a draft is still its writer's own. */
export async function lockOfUniversity(tx: Tx, id: string, { university, faculty }: Actor): Promise<Application> {
  const application = await lock(tx, id, { university: university ?? '', ...(faculty ? { faculty } : {}) });
  return found(application?.status === 'draft' ? null : application);
}

/** Reads an application for the person themselves, or for an office within its scope; drafts are their writer's own. */
export async function findInScope(tx: Tx, id: string, actor: Actor): Promise<Application> {
  const application = await tx.findOne(ApplicationTable, { where: { id } });
  const visible = application && isInScope(application, actor);
  const own = application?.accountId === actor.account;
  return found(visible && (own || application.status !== 'draft') ? application : null);
}

/** Locks an application that a fact names, whoever's it is. */
export function lockNamed(tx: Tx, id: string): Promise<Application | null> {
  return tx.findOne(ApplicationTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
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
