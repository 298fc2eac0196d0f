import { daysBetween, daysIn, type Fen, type LegalDate, type Month, overlap } from '@xibu/domain';
import { type Exact, halfUp, largestRemainder, toFen } from './exact.rules.js';
import type { Rate } from './run-inputs.js';
import type { IndexedTables } from './run-tables.rules.js';

/** Paid days of one month in one county and project, without a gap; `to` is the first day not in it. */
export interface PaidStretch {
  readonly from: LegalDate;
  readonly to: LegalDate;
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
  firstDay: LegalDate;
  days: number;
}

/** What the components come to in a month, each rounded once and split back over its segments. */
export function duesOf(
  stretches: readonly PaidStretch[],
  month: Month,
  tables: IndexedTables,
  required: readonly string[],
): Dues {
  const found = new Map<string, Days[]>();
  let unrated: LegalDate | null = null;
  for (const stretch of stretches) {
    for (const { component, spans } of tables.ratesFor(stretch.county, stretch.project)) {
      for (const span of spans) {
        const common = overlap(stretch, span);
        if (common?.to == null) continue;
        if (span.row === null) {
          if (required.includes(component) && (unrated === null || common.from < unrated)) unrated = common.from;
          continue;
        }
        add(found, component, {
          ...stretch,
          rate: span.row,
          firstDay: common.from,
          days: daysBetween(common.from, common.to),
        });
      }
    }
  }
  const components = [...found.keys()].sort();
  return {
    components: components.map((component) => dueOf(component, found.get(component) ?? [], daysIn(month))),
    unrated,
  };
}

function add(found: Map<string, Days[]>, component: string, { county, project, rate, firstDay, days }: Days): void {
  const known = found.get(component) ?? [];
  if (known.length === 0) found.set(component, known);
  const same = known.find((each) => each.rate === rate && each.county === county && each.project === project);
  if (!same) {
    known.push({ county, project, rate, firstDay, days });
    return;
  }
  same.days += days;
  if (firstDay < same.firstDay) same.firstDay = firstDay;
}

/** Every proration has a denominator that divides 2·D·n, so one denominator serves all segments of a component. */
function dueOf(component: string, found: readonly Days[], daysInMonth: number): ComponentDue {
  const ratedDays = found.reduce((sum, { days }) => sum + days, 0);
  const denominator = 2n * BigInt(daysInMonth) * BigInt(ratedDays);
  const ordered = [...found].sort((left, right) => (left.firstDay < right.firstDay ? -1 : 1));
  const numerators = ordered.map(
    ({ rate, days }) => BigInt(rate.fen) * BigInt(days) * BigInt(weight(rate, ratedDays, daysInMonth)),
  );
  const exact = { numerator: numerators.reduce((sum, each) => sum + each, 0n), denominator };
  const total = halfUp(exact);
  const parts = largestRemainder(numerators, denominator, total);
  const segments = ordered.map(({ county, project, rate, firstDay, days }, index) => ({
    county,
    project,
    rate,
    firstDay,
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
