import { covers, type LegalDate, type Period } from '@xibu/domain';

/** Days on which the same row decides; `row` is null where none does. */
export interface Span<Row> extends Period {
  readonly row: Row | null;
}

const beginning: LegalDate = '0000-01-01';

/** The places that cover a county, the most specific first: county, league-city `xxxx00`, region `xx0000`. */
export function placesOver(county: string): readonly string[] {
  return [...new Set([county, `${county.slice(0, 4)}00`, `${county.slice(0, 2)}0000`])];
}

/** The ranks of a (county, project), the strongest first: place before project, an exact project before `*`. */
export function ranksOf(county: string, project: string): readonly (readonly [place: string, project: string])[] {
  return placesOver(county).flatMap((place) => [[place, project] as const, [place, '*'] as const]);
}

/** Who decides when, from the beginning of time to its end: the row of the strongest rank that covers each day. */
export function timeline<Row extends Period>(byRank: readonly (readonly Row[])[]): Span<Row>[] {
  const rows = byRank.flat();
  const edges = new Set<LegalDate>([beginning]);
  for (const { from, to } of rows) {
    edges.add(from);
    if (to !== null) edges.add(to);
  }
  const days = [...edges].sort();
  const spans: Span<Row>[] = [];
  days.forEach((from, index) => {
    const row = rows.find((each) => covers(each, from)) ?? null;
    const before = spans.at(-1);
    if (before && before.row === row) spans.pop();
    spans.push({ from: before && before.row === row ? before.from : from, to: days[index + 1] ?? null, row });
  });
  return spans;
}

/** Two rows of one rank that overlap in time, as indexes of `rows`; null when there are none. */
export function firstOverlap<Row extends Period>(
  rows: readonly Row[],
  rankOf: (row: Row) => string,
): { readonly earlier: number; readonly later: number } | null {
  const order = rows
    .map((row, index) => ({ index, row, rank: rankOf(row) }))
    .sort((left, right) => compare(left.rank, right.rank) || compare(left.row.from, right.row.from));
  for (const [at, { index, row, rank }] of order.entries()) {
    const before = order[at - 1];
    if (before?.rank === rank && (before.row.to === null || before.row.to > row.from)) {
      return { earlier: before.index, later: index };
    }
  }
  return null;
}

export function groupBy<Row>(rows: Iterable<Row>, keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Ids are ASCII, so the order of UTF-16 units is the order of code points. */
export function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Smaller than any character of an id, so that joined fields sort as the fields do one by one. */
export const between = '\u0000';

export function keyOf(...fields: readonly string[]): string {
  return fields.join(between);
}
