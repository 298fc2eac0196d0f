import { type Actor, Refusal } from '@xibu/domain';
import type { Reading } from './reading.js';

export type Subject = Pick<
  Reading,
  'applicationId' | 'accountId' | 'division' | 'university' | 'faculty' | 'field' | 'subjectId'
>;

/** Health is the business of the university and the region, not of the faculty (need to know). */
const notForFaculties: readonly Reading['field'][] = ['healthConclusion', 'objectionContact'];

/** One field of one record, with a reason: nothing sealed is opened without leaving a trace. */
export function read(id: string, subject: Subject, reason: string, actor: Actor, now: Date): Reading {
  if (reason.trim() === '') throw new Refusal('reason.missing', { pointer: '/reason' });
  if (actor.faculty && notForFaculties.includes(subject.field)) {
    throw new Refusal('permission.missing', { permission: subject.field });
  }
  const { account, name, officeName } = actor;
  return { ...subject, id, reason: reason.trim(), readBy: account, readByName: name, officeName, at: now };
}
