import { specials } from '@xibu/domain';
import type { Sealing, Tx } from '@xibu/platform';
import { priorityFor } from '@xibu/reference';
import type { Application, OpenForm } from '../applications/application.js';
import { lockAllAt } from '../applications/applications-in-bulk.js';
import { anonymousCode } from './anonymous-code.js';
import type { PreferredBySpecial } from './preference.rules.js';
import type { Candidate } from './qualified-list.rules.js';

export interface ScoredApplications {
  readonly applications: readonly Application[];
  /** By application, in hundredths. */
  readonly scores: ReadonlyMap<string, number>;
}

/** Locks everybody of a season who has a score and is not ranked, in the order of their numbers. */
export async function lockScored(tx: Tx, season: string, division: number): Promise<ScoredApplications> {
  const applications = await lockAllAt(tx, { season, division, status: 'scored' });
  const rows: { id: string; score: number }[] = await tx.query(
    'select application_id id, score_hundredths score from exam_seat where application_id = any($1)',
    [applications.map(({ id }) => id)],
  );
  return { applications, scores: new Map(rows.map(({ id, score }) => [id, score])) };
}

/** What the rule needs to know of each: score, anonymous code, and for which specials the major is preferred. */
export function candidatesOf({ applications, scores }: ScoredApplications, sealing: Sealing): Candidate[] {
  return applications.map((application) => ({
    application,
    scoreHundredths: scores.get(application.id) ?? 0,
    code: anonymousCode(application.season, application.identityIndex ?? '', sealing),
    preferred: preferredBy(application.form),
  }));
}

function preferredBy({ majorCode = '', isTeacherTraining = false }: OpenForm): PreferredBySpecial {
  const pairs = specials.map((special) => [
    special,
    priorityFor(special, { majorCode, isTeacherTraining }) !== undefined,
  ]);
  return Object.fromEntries(pairs) as PreferredBySpecial;
}
