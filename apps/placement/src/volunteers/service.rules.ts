import { type AbsenceKind, addDays, type Fact, type LegalDate, overlap, type Rulebook } from '@xibu/domain';
import { ServiceRecorded, type ServiceSpan } from '@xibu/domain/placement/events';
import { type Absence, ofVolunteer, type Stint, type Volunteer } from './volunteer.js';

/** Days served at each place, cut where an absence is not paid; half-open, in order, without empty ones. */
export function spansOf(stints: readonly Stint[], absences: readonly Absence[]): ServiceSpan[] {
  return stints.flatMap((stint) => spansOfStint(stint, absences));
}

function spansOfStint(stint: Stint, absences: readonly Absence[]): ServiceSpan[] {
  const { county, unit, projectKind } = stint;
  const spans: ServiceSpan[] = [];
  const add = (from: LegalDate, to: LegalDate | null, paid: boolean) => {
    if (to === null || from < to) spans.push({ from, to, county, unit, projectKind, paid });
  };
  let at: LegalDate | null = stint.from;
  for (const absence of [...absences].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const away = overlap(stint, absence);
    if (!away || at === null) continue;
    add(at, away.from, true);
    add(away.from, away.to, false);
    at = away.to;
  }
  if (at !== null) add(at, stint.to, true);
  return spans;
}

/** Tells the whole service as it stands now, when it differs from what was told last. */
export function recordService(volunteer: Volunteer): [Volunteer, Fact[]] {
  const spans = spansOf(volunteer.stints, volunteer.absences);
  if (JSON.stringify(spans) === JSON.stringify(volunteer.spans.map(inOrder))) return [volunteer, []];
  return [{ ...volunteer, spans }, [ServiceRecorded(volunteer.id, { ...ofVolunteer(volunteer), spans })]];
}

/** Fields in one order: what was read from the database has them sorted in its own. */
function inOrder({ from, to, county, unit, projectKind, paid }: ServiceSpan): ServiceSpan {
  return { from, to, county, unit, projectKind, paid };
}

/** An absence is noted only when the rules of the day do not pay it. */
export function withAbsence(
  absences: readonly Absence[],
  absence: Absence & { readonly kind: AbsenceKind },
  book: Rulebook,
): readonly Absence[] {
  return book.values.unpaidAbsences.includes(absence.kind) ? [...absences, absence] : absences;
}

/** Whoever is back ends the absences of that leave with the day before. */
export function endAbsences(absences: readonly Absence[], leaveId: string, on: LegalDate): readonly Absence[] {
  return absences
    .map((absence) =>
      absence.leaveId === leaveId && (absence.to === null || absence.to > on) ? { ...absence, to: on } : absence,
    )
    .filter(({ from, to }) => to === null || from < to);
}

/** The present stint ends and another begins on the same day. */
export function moveStint(stints: readonly Stint[], next: Omit<Stint, 'to'>): readonly Stint[] {
  return [...closeStints(stints, next.from), { ...next, to: null }];
}

/** Nothing is served from this day on. */
export function closeStints(stints: readonly Stint[], end: LegalDate): readonly Stint[] {
  return stints
    .filter(({ from }) => from < end)
    .map((stint) => (stint.to === null || stint.to > end ? { ...stint, to: end } : stint));
}

/** The day after the last day of service, where spans end. */
export function endAfter(lastDay: LegalDate): LegalDate {
  return addDays(lastDay, 1);
}
