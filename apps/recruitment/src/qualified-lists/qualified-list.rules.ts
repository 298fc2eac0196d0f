import { type Actor, type Fact, Refusal, type Rulebook } from '@xibu/domain';
import type { RankingRule } from '@xibu/domain/recruitment/api';
import { ApplicationNotQualified, ApplicationQualified } from '@xibu/domain/recruitment/events';
import type { Application } from '../applications/application.js';
import { about, next, wrongStep } from '../applications/application.rules.js';
import { classesOf, metPreferences, type PreferredBySpecial } from './preference.rules.js';
import type { QualifiedEntry, QualifiedList } from './qualified-list.js';

/** The rule of a list: the numbers of the rulebook, with the minimum that the region sets after the exam (分数线). */
export function rankingRule(book: Rulebook, minimum: number | undefined): RankingRule {
  const { examScoreHundredthsMax, qualifyingScoreHundredthsMin, volunteeringHoursMin, preferenceGroups } = book.values;
  const minimumScoreHundredths = minimum ?? qualifyingScoreHundredthsMin;
  if (minimumScoreHundredths < 0 || minimumScoreHundredths > examScoreHundredthsMax) {
    const max = examScoreHundredthsMax / 100;
    throw new Refusal('qualified-list.minimum', { pointer: '/minimumScoreHundredths', max });
  }
  return { rulebook: book.version, minimumScoreHundredths, volunteeringHoursMin, preferenceGroups };
}

export interface Candidate {
  readonly application: Application;
  readonly scoreHundredths: number;
  readonly code: string;
  readonly preferred: PreferredBySpecial;
}

/** What the rule says of one applicant with a score; the same inputs always give the same entry. */
export function assess(
  list: QualifiedList,
  { application, scoreHundredths, code, preferred }: Candidate,
): QualifiedEntry {
  if (application.status !== 'scored') throw wrongStep(application);
  const { minimumScoreHundredths } = list.rule;
  const met = metPreferences(application.form, preferred, list.rule);
  const reasons = scoreHundredths < minimumScoreHundredths ? (['below-minimum'] as const) : [];
  return {
    ...{ listId: list.id, applicationId: application.id, accountId: application.accountId },
    ...{ division: application.division, outcome: reasons.length > 0 ? 'not-qualified' : 'qualified', reasons },
    ...{ scoreHundredths, minimumScoreHundredths, code, classes: classesOf(met, list.rule), met },
  };
}

/** Four eyes: whoever drew up the list does not approve it. */
export function approve(list: QualifiedList, actor: Pick<Actor, 'account'>, now: Date): QualifiedList {
  if (list.status !== 'prepared') throw new Refusal('qualified-list.wrong-step', { status: list.status });
  if (list.preparedBy === actor.account) throw new Refusal('four-eyes.same-person');
  return { ...list, status: 'approved', approvedBy: actor.account, approvedAt: now };
}

/** Refuses a list that no longer says what the scores say. Whoever left meanwhile is no reason to make it again. */
export function refuseStaleList(entries: readonly QualifiedEntry[], scores: ReadonlyMap<string, number>): void {
  const listed = new Map(entries.map(({ applicationId, scoreHundredths }) => [applicationId, scoreHundredths]));
  const changed = [...scores].filter(([id, score]) => listed.get(id) !== score).length;
  if (changed > 0) throw new Refusal('qualified-list.stale', { changed });
}

/** Takes the decision of an approved list into one application. */
export function qualify(application: Application, entry: QualifiedEntry, now: Date): [Application, Fact] {
  if (application.status !== 'scored' || !application.confirmation) throw wrongStep(application);
  const { scoreHundredths, minimumScoreHundredths, reasons, code, classes } = entry;
  if (entry.outcome === 'not-qualified') {
    const told = { ...about(application), scoreHundredths, minimumScoreHundredths, reasons };
    return [next(application, 'not-qualified', now), ApplicationNotQualified(application.id, told)];
  }
  const told = { ...about(application), code, scoreHundredths, classes, ...application.confirmation };
  return [next(application, 'qualified', now), ApplicationQualified(application.id, told)];
}
