import { covers, type LegalDate, type Month, overlap } from '@xibu/domain';
import { firstOverlap, groupBy, keyOf, placesOver, ranksOf, type Span, timeline } from './dated-rows.rules.js';
import { calendarOf, type DaySpan, daysWithin, type MonthCalendar } from './month-calendar.rules.js';
import type { FundingLayer, InsuranceTerms, Rate, RunTables } from './run-inputs.js';

/** The rate of some days of a month; `row` is null where there is none. */
export interface RateSpan extends DaySpan {
  readonly row: Rate | null;
}

export interface ComponentRates {
  readonly component: string;
  /** Every day of the month, in order. */
  readonly spans: readonly RateSpan[];
}

/** The dated tables made ready for many people: each question is worked out when it is first asked. */
export interface IndexedTables {
  calendar(month: Month): MonthCalendar;
  /** Every component that can be due there, required ones always, by id. */
  ratesIn(county: string, project: string, month: Month): readonly ComponentRates[];
  /** The layers of the strongest rank that has any on that day, in rising `ord`. */
  layersOn(county: string, project: string, day: LegalDate): readonly FundingLayer[];
  /** The terms of every scheme of that place and day, by scheme id. */
  termsOn(county: string, day: LegalDate): readonly InsuranceTerms[];
}

/** A row that cannot stand, by its index in its table. */
export interface TableRowFault {
  readonly table: 'rates' | 'funding' | 'insurance';
  readonly row: number;
  readonly column: string;
  readonly reason: string;
}

const rateRank = (row: Rate) => keyOf(row.component, row.project, row.place);
const layerRank = (row: FundingLayer) => keyOf(row.project, row.place, String(row.ord));
const termsRank = (row: InsuranceTerms) => keyOf(row.scheme, row.place);

/** The first row that would leave the answer of a day open, or null when the tables are sound. */
export function faultIn(tables: RunTables): TableRowFault | null {
  const overlaps = [
    ['rates', firstOverlap(tables.rates, rateRank)],
    ['funding', firstOverlap(tables.funding, layerRank)],
    ['insurance', firstOverlap(tables.insurance, termsRank)],
  ] as const;
  for (const [table, found] of overlaps) {
    if (found) return { table, row: found.later, column: 'from', reason: 'overlaps a row of the same rank' };
  }
  const hidden = hiddenLayer(tables.funding);
  if (hidden) {
    const row = tables.funding.indexOf(hidden);
    return { table: 'funding', row, column: 'ord', reason: 'stands after a layer that already gives the rest' };
  }
  const crossed = tables.insurance.findIndex(
    ({ floorFen, ceilingFen }) => floorFen !== null && ceilingFen !== null && floorFen > ceilingFen,
  );
  if (crossed < 0) return null;
  return { table: 'insurance', row: crossed, column: 'ceiling', reason: 'is below the floor' };
}

/** A layer that money can never reach, because one before it on the same days has no limit. */
function hiddenLayer(funding: readonly FundingLayer[]): FundingLayer | undefined {
  for (const layers of groupBy(funding, (row) => keyOf(row.project, row.place)).values()) {
    const open = layers.filter((layer) => layer.fen === null);
    const hidden = layers.find((layer) =>
      open.some((other) => other.ord < layer.ord && overlap(other, layer) !== null),
    );
    if (hidden) return hidden;
  }
  return undefined;
}

/** Prepares the tables of a run; those in which two rows would decide the same day are a fault. */
export function indexTables(tables: RunTables, required: readonly string[]): IndexedTables {
  const fault = faultIn(tables);
  if (fault) throw new Error(`${fault.table}, row ${fault.row + 1}, ${fault.column} ${fault.reason}`);
  const calendar = remember(calendarOf);
  const ratesFor = ratesByPlace(tables.rates, required);
  const funding = groupBy(tables.funding, (row) => keyOf(row.place, row.project));
  const insurance = groupBy(tables.insurance, termsRank);
  const schemes = [...new Set(tables.insurance.map((row) => row.scheme))].sort();
  return {
    calendar,
    ratesIn: remember((county: string, project: string, month: Month) => {
      const asked = calendar(month);
      return ratesFor(county, project)
        .map(({ component, rows }) => ({ component, spans: clipped(timeline(rows), asked) }))
        .filter(({ component, spans }) => required.includes(component) || spans.some(({ row }) => row !== null));
    }),
    layersOn: remember((county: string, project: string, day: LegalDate) => {
      for (const rank of ranksOf(county, project)) {
        const layers = funding.get(keyOf(...rank))?.filter((layer) => covers(layer, day)) ?? [];
        if (layers.length > 0) return layers.sort((left, right) => left.ord - right.ord);
      }
      return [];
    }),
    termsOn: remember((county: string, day: LegalDate) =>
      schemes.flatMap((scheme) => {
        const rows = placesOver(county).flatMap((place) => insurance.get(keyOf(scheme, place)) ?? []);
        return rows.find((row) => covers(row, day)) ?? [];
      }),
    ),
  };
}

function ratesByPlace(all: readonly Rate[], required: readonly string[]) {
  const rates = groupBy(all, rateRank);
  const components = [...new Set([...required, ...all.map((row) => row.component)])].sort();
  return (county: string, project: string) =>
    components.map((component) => ({
      component,
      rows: ranksOf(county, project).map(([place, kind]) => rates.get(keyOf(component, kind, place)) ?? []),
    }));
}

function clipped(spans: readonly Span<Rate>[], month: MonthCalendar): RateSpan[] {
  return spans.flatMap((span) => {
    const days = daysWithin(span, month);
    return days ? [{ ...days, row: span.row }] : [];
  });
}

function remember<Names extends string[], Value>(make: (...names: Names) => Value): (...names: Names) => Value {
  const made = new Map<string, Value>();
  return (...names) => {
    const key = keyOf(...names);
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(...names);
    made.set(key, value);
    return value;
  };
}
