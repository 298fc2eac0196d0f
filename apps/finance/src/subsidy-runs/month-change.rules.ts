import type { Fen } from '@xibu/domain';
import type { ComponentDue } from './dues.rules.js';
import type { InsuranceDue, SchemeDue } from './insurance.rules.js';
import { employerPrefix, type MonthDue, personalPrefix } from './month-due.rules.js';
import type { ChangeReason, MonthChange } from './pay-explanation.js';

/** Every component whose amount changed from one month to another, with the reasons that its making shows. */
export function changesBetween(before: MonthDue, after: MonthDue): MonthChange[] {
  const subsidies = namesOf(before.components, after.components, ({ component }) => component).map((component) => {
    const then = before.components.find((each) => each.component === component);
    const now = after.components.find((each) => each.component === component);
    return change(component, then, now, ({ fen }) => fen, componentReasons);
  });
  const [oldSchemes, newSchemes] = [before.insurance?.schemes ?? [], after.insurance?.schemes ?? []];
  const insurance = namesOf(oldSchemes, newSchemes, ({ terms }) => terms.scheme).flatMap((scheme) => {
    const then = oldSchemes.find(({ terms }) => terms.scheme === scheme);
    const now = newSchemes.find(({ terms }) => terms.scheme === scheme);
    const moved = placeOf(before.insurance) !== placeOf(after.insurance);
    const reasons = (old: SchemeDue, next: SchemeDue) => [
      ...(moved ? ['place' as const] : []),
      ...schemeReasons(old, next),
    ];
    return [
      change(`${personalPrefix}${scheme}`, then, now, ({ personalFen }) => personalFen, reasons),
      change(`${employerPrefix}${scheme}`, then, now, ({ employerFen }) => employerFen, reasons),
    ];
  });
  return [...subsidies, ...insurance].filter(({ beforeFen, afterFen }) => beforeFen !== afterFen);
}

function namesOf<Due>(before: readonly Due[], after: readonly Due[], nameOf: (due: Due) => string): string[] {
  return [...new Set([...before, ...after].map(nameOf))].sort();
}

function change<Due>(
  component: string,
  before: Due | undefined,
  after: Due | undefined,
  fenOf: (due: Due) => Fen,
  reasonsOf: (before: Due, after: Due) => ChangeReason[],
): MonthChange {
  const beforeFen = before ? fenOf(before) : 0;
  const afterFen = after ? fenOf(after) : 0;
  if (!before) return { component, beforeFen, afterFen, reasons: ['starts'] };
  if (!after) return { component, beforeFen, afterFen, reasons: ['ends'] };
  return { component, beforeFen, afterFen, reasons: reasonsOf(before, after) };
}

function componentReasons(before: ComponentDue, after: ComponentDue): ChangeReason[] {
  const differs = (seen: (due: ComponentDue) => readonly string[]): boolean =>
    [...new Set(seen(before))].sort().join() !== [...new Set(seen(after))].sort().join();
  const reasons: ChangeReason[] = [];
  if (differs(({ segments }) => segments.map(({ county, project }) => `${county} ${project}`))) reasons.push('place');
  if (before.ratedDays * after.daysInMonth !== after.ratedDays * before.daysInMonth) reasons.push('days');
  if (differs(({ segments }) => segments.map(({ rate }) => String(rate.fen)))) reasons.push('rate');
  if (differs(({ segments }) => segments.map(({ rate }) => rate.proration))) reasons.push('proration');
  // The same rates on other days of the month: a segment has grown at the cost of another.
  return reasons.length === 0 ? ['days'] : reasons;
}

function schemeReasons(before: SchemeDue, after: SchemeDue): ChangeReason[] {
  const [old, now] = [before.terms, after.terms];
  const reasons: ChangeReason[] = [];
  if (before.baseFen !== after.baseFen) reasons.push('base');
  if (old.personalPpm !== now.personalPpm || old.employerPpm !== now.employerPpm) reasons.push('share');
  if (old.unitFen !== now.unitFen || old.mode !== now.mode) reasons.push('rounding');
  return reasons;
}

function placeOf(insurance: InsuranceDue | null): string {
  return insurance ? `${insurance.county} ${insurance.project}` : '';
}
