import type { Fen, LegalDate } from '@xibu/domain';
import { compare } from './dated-rows.rules.js';
import { type Exact, halfUp, largestRemainder, toFen } from './exact.rules.js';
import { type DaySpan, dayAt, type MonthCalendar } from './month-calendar.rules.js';
import type { Rate } from './run-inputs.js';
import type { IndexedTables } from './run-tables.rules.js';

/** Paid days of one month in one county and project, without a gap. */
export interface PaidStretch extends DaySpan {
  readonly county: string;
  readonly project: string;
}

/** The days of a month to which one rate applies in one county and project. */
export interface Segment {
  readonly county: string;
  readonly project: string;
  readonly rate: Rate;
  readonly firstDay: LegalDate;
  readonly days: number;
  /** Fen before rounding. */
  readonly exact: Exact;
  /** Its part of the component's rounded amount. */
  readonly fen: Fen;
}

export interface ComponentDue {
  readonly component: string;
  /** Paid days that have a rate for this component. */
  readonly ratedDays: number;
  readonly daysInMonth: number;
  readonly exact: Exact;
  readonly fen: Fen;
  /** In the order of their first days. */
  readonly segments: readonly Segment[];
}

export interface Dues {
  /** By component id; components that are not due are absent. */
  readonly components: readonly ComponentDue[];
  /** The first paid day on which a required component has no rate. */
  readonly unrated: LegalDate | null;
}

interface Days {
  readonly county: string;
  readonly project: string;
  readonly rate: Rate;
  first: number;
  days: number;
}

/** What the components come to in a month, each rounded once and split back over its segments. */
export function duesOf(
  stretches: readonly PaidStretch[],
  month: MonthCalendar,
  tables: IndexedTables,
  required: readonly string[],
): Dues {
  const found = new Map<string, Days[]>();
  let unrated = month.days.length;
  for (const stretch of stretches) {
    const { county, project } = stretch;
    for (const { component, spans } of tables.ratesIn(county, project, month.month)) {
      for (const { first, end, row } of spans) {
        if (first >= stretch.end || end <= stretch.first) continue;
        const from = Math.max(first, stretch.first);
        const days = Math.min(end, stretch.end) - from;
        if (row !== null) add(found, component, { county, project, rate: row, first: from, days });
        else if (from < unrated && required.includes(component)) unrated = from;
      }
    }
  }
  const components = [...found].sort(([left], [right]) => compare(left, right));
  return {
    components: components.map(([component, days]) => dueOf(component, days, month)),
    unrated: unrated < month.days.length ? dayAt(month, unrated) : null,
  };
}

function add(found: Map<string, Days[]>, component: string, more: Days): void {
  const known = found.get(component);
  const same = known?.find(({ rate, county, project }) => {
    return rate === more.rate && county === more.county && project === more.project;
  });
  if (same) {
    same.days += more.days;
    same.first = Math.min(same.first, more.first);
  } else if (known) known.push(more);
  else found.set(component, [more]);
}

/** Every proration has a denominator that divides 2·D·n, so one denominator serves all segments of a component. */
function dueOf(component: string, found: readonly Days[], month: MonthCalendar): ComponentDue {
  const daysInMonth = month.days.length;
  const ratedDays = found.reduce((sum, { days }) => sum + days, 0);
  const denominator = BigInt(2 * daysInMonth * ratedDays);
  const ordered = [...found].sort((left, right) => left.first - right.first);
  const numerators = ordered.map(
    ({ rate, days }) => BigInt(rate.fen) * BigInt(days * weight(rate, ratedDays, daysInMonth)),
  );
  const exact = { numerator: numerators.reduce((sum, each) => sum + each, 0n), denominator };
  const total = halfUp(exact);
  const parts = largestRemainder(numerators, denominator, total);
  const segments = ordered.map(({ county, project, rate, first, days }, index) => ({
    county,
    project,
    rate,
    firstDay: dayAt(month, first),
    days,
    exact: { numerator: numerators[index] ?? 0n, denominator },
    fen: toFen(parts[index] ?? 0n),
  }));
  return { component, ratedDays, daysInMonth, exact, fen: toFen(total), segments };
}

/** By what a day of a rate is multiplied, in parts of 2·D·n. */
function weight({ proration }: Rate, ratedDays: number, daysInMonth: number): number {
  if (proration === 'calendar') return 2 * ratedDays;
  const whole = proration === 'whole' || 2 * ratedDays >= daysInMonth;
  return whole ? 2 * daysInMonth : daysInMonth;
}
