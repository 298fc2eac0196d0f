import { expect, test } from '@jest/globals';
import { addDays, daysIn, firstDayOf, type LegalDate, type Month, monthOf } from '@xibu/domain';
import fc from 'fast-check';
import { grown } from './generated-run.spec.js';
import { monthDue } from './month-due.rules.js';
import { monthsOf } from './month-pay.rules.js';
import type { PersonInputs, RunInputs } from './run-inputs.js';
import { indexTables } from './run-tables.rules.js';

/** A second reading of the page, day by day and without any index: slow, and as plain as can be. */
class Ratio {
  constructor(
    readonly over: bigint,
    readonly under: bigint,
  ) {}

  plus({ over, under }: Ratio): Ratio {
    return new Ratio(this.over * under + over * this.under, this.under * under);
  }

  floor(): bigint {
    return this.over / this.under;
  }

  /** Amounts due are never negative. */
  nearest(): bigint {
    return this.plus(new Ratio(1n, 2n)).floor();
  }

  fraction(): Ratio {
    return new Ratio(this.over % this.under, this.under);
  }

  exceeds({ over, under }: Ratio): boolean {
    return this.over * under > over * this.under;
  }
}

interface Dated {
  readonly from: string;
  readonly to: string | null;
  readonly place: string;
  readonly project?: string;
}

const on = (row: { readonly from: string; readonly to: string | null }, day: string) =>
  row.from <= day && (row.to === null || row.to > day);

function weightOf({ place, project }: Dated, county: string): number {
  const level =
    place === county ? 4 : place === `${county.slice(0, 4)}00` ? 2 : place === `${county.slice(0, 2)}0000` ? 0 : -9;
  return level + (project === '*' ? 0 : 1);
}

function strongest<Row extends Dated>(
  rows: readonly Row[],
  county: string,
  project: string | null,
  day: string,
): Row[] {
  const matching = rows.filter(
    (row) =>
      on(row, day) &&
      weightOf(row, county) >= 0 &&
      (project === null || row.project === '*' || row.project === project),
  );
  const best = Math.max(...matching.map((row) => weightOf(row, county)));
  return matching.filter((row) => weightOf(row, county) === best);
}

function daysOf(month: Month): LegalDate[] {
  return Array.from({ length: daysIn(month) }, (_, index) => addDays(firstDayOf(month), index));
}

interface Naive {
  readonly lines: Map<string, bigint>;
  readonly obstacles: Set<string>;
}
type PaidDay = { readonly day: LegalDate; readonly county: string; readonly project: string };

function add({ lines }: Naive, key: readonly string[], fen: bigint): void {
  if (fen !== 0n) lines.set(key.join(), (lines.get(key.join()) ?? 0n) + fen);
}

function naive(person: PersonInputs, month: Month, inputs: RunInputs): Naive {
  const found: Naive = { lines: new Map(), obstacles: new Set() };
  const paid = daysOf(month).flatMap((day) =>
    person.service.filter((each) => each.paid && on(each, day)).map((each) => ({ day, ...each })),
  );
  const amounts = naiveDues(paid, month, inputs, found);
  for (const [place, due] of amounts) naiveFunding(place, due, paid, inputs, found);
  naiveInsurance(person, month, inputs, found);
  return found;
}

/** Amounts by place and component. */
function naiveDues(paid: readonly PaidDay[], month: Month, { tables, settings }: RunInputs, found: Naive) {
  const amounts = new Map<string, Map<string, bigint>>();
  for (const component of [...new Set([...settings.required, ...tables.rates.map((rate) => rate.component)])].sort()) {
    const rates = tables.rates.filter((rate) => rate.component === component);
    const parts: { row: (typeof rates)[number]; place: string; days: bigint }[] = [];
    for (const { day, county, project } of paid) {
      const [row] = strongest(rates, county, project, day);
      if (!row) {
        if (settings.required.includes(component)) found.obstacles.add(`no-rate ${day}`);
        continue;
      }
      const place = `${county},${project}`;
      const part = parts.find((each) => each.row === row && each.place === place);
      if (part) part.days += 1n;
      else parts.push({ row, place, days: 1n });
    }
    for (const [place, fen] of split(parts, BigInt(daysIn(month)))) {
      amounts.set(place, (amounts.get(place) ?? new Map<string, bigint>()).set(component, fen));
    }
  }
  return amounts;
}

function naiveFunding(
  place: string,
  due: ReadonlyMap<string, bigint>,
  paid: readonly PaidDay[],
  { tables }: RunInputs,
  found: Naive,
): void {
  const [county = '', project = ''] = place.split(',');
  const own = paid.filter((each) => each.county === county && each.project === project);
  const D = daysIn(monthOf(own[0]?.day ?? '0001-01-01'));
  const layers = strongest(tables.funding, county, project, own[0]?.day ?? '').sort((a, b) => a.ord - b.ord);
  if (layers.length === 0 || layers.at(-1)?.fen !== null) found.obstacles.add(`no-funding ${own[0]?.day}`);
  const left = layers.map(({ fen }) =>
    fen === null ? 10n ** 15n : new Ratio(BigInt(fen) * BigInt(own.length), BigInt(D)).nearest(),
  );
  for (const [component, fen] of due) {
    let open = fen;
    layers.forEach(({ source }, index) => {
      const limit = left[index] ?? 0n;
      const given = open < limit ? open : limit;
      left[index] = limit - given;
      open -= given;
      add(found, [component, county, project, source], given);
    });
  }
}

function naiveInsurance({ service, bases }: PersonInputs, month: Month, inputs: RunInputs, found: Naive): void {
  const { tables, settings } = inputs;
  const day = daysOf(month)[settings.insuranceDay - 1] ?? daysOf(month).at(-1) ?? '';
  const post = service.find((each) => on(each, day));
  if (!post) return;
  for (const scheme of new Set(tables.insurance.map((each) => each.scheme))) {
    const rows = tables.insurance.filter((each) => each.scheme === scheme);
    const [row] = strongest(rows, post.county, null, day);
    const base = bases.find((each) => on(each, day));
    if (row && !base) found.obstacles.add(`no-base ${day}`);
    if (!row || !base) continue;
    const clamped = Math.min(Math.max(base.fen, row.floorFen ?? 0), row.ceilingFen ?? Number.MAX_SAFE_INTEGER);
    const part = (ppm: number) => {
      const units = new Ratio(BigInt(clamped) * BigInt(ppm), 1_000_000n * BigInt(row.unitFen));
      const up = row.mode === 'up' && units.fraction().over > 0n ? 1n : 0n;
      return (row.mode === 'half-up' ? units.nearest() : units.floor() + up) * BigInt(row.unitFen);
    };
    const { county, project } = post;
    add(found, [`si-personal:${scheme}`, county, project, 'person'], part(row.personalPpm));
    add(found, [`si-employer:${scheme}`, county, project, settings.employerSource], part(row.employerPpm));
  }
}

function split(parts: readonly { row: { fen: number; proration: string }; place: string; days: bigint }[], D: bigint) {
  const n = parts.reduce((sum, { days }) => sum + days, 0n);
  const exact = parts.map(({ row: { fen, proration }, days }) => {
    if (proration === 'calendar') return new Ratio(BigInt(fen) * days, D);
    return new Ratio(BigInt(fen) * days, proration === 'half' && 2n * n < D ? 2n * n : n);
  });
  const rounded = exact.map((each) => each.floor());
  let left = exact.reduce((sum, each) => sum.plus(each), new Ratio(0n, 1n)).nearest();
  for (const each of rounded) left -= each;
  const open = new Set(exact.keys());
  for (; left > 0n; left -= 1n) {
    let best = -1;
    for (const index of open) {
      const fraction = exact[index]?.fraction() ?? new Ratio(0n, 1n);
      if (best < 0 || fraction.exceeds(exact[best]?.fraction() ?? new Ratio(0n, 1n))) best = index;
    }
    open.delete(best);
    rounded[best] = (rounded[best] ?? 0n) + 1n;
  }
  const places = new Map<string, bigint>();
  parts.forEach(({ place }, index) => places.set(place, (places.get(place) ?? 0n) + (rounded[index] ?? 0n)));
  return places;
}

test('a naive second reading of the page comes to the same fen in every line', () => {
  let seen = 0;
  fc.assert(
    fc.property(grown, ({ inputs }) => {
      const indexed = indexTables(inputs.tables, inputs.settings.required);
      for (const person of inputs.people) {
        for (const month of monthsOf(inputs.settings)) {
          const { lines, obstacles } = monthDue(person, month, indexed, inputs.settings);
          const expected = naive(person, month, inputs);
          for (const { code, day } of obstacles) {
            const [earliest] = [...expected.obstacles].filter((each) => each.startsWith(code)).sort();
            expect(`${code} ${day}`).toBe(earliest);
          }
          expect(new Set(obstacles.map(({ code }) => code as string))).toEqual(
            new Set([...expected.obstacles].map((each) => each.split(' ')[0])),
          );
          if (obstacles.length > 0) continue;
          const own = lines.map(({ component, county, project, source, fen }) => {
            return [[component, county, project, source].join(), BigInt(fen)] as const;
          });
          expect(new Map([...own].sort())).toEqual(new Map([...expected.lines].sort()));
          seen += own.length;
        }
      }
    }),
    { numRuns: 200 },
  );
  expect(seen).toBeGreaterThan(1_000);
});
