import { expect, test } from '@jest/globals';
import { addDays, daysIn, firstDayOf, type LegalDate, type Month } from '@xibu/domain';
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

type Naive = { readonly lines: Map<string, bigint>; readonly obstacles: Set<string> };

function naive({ service, bases }: PersonInputs, month: Month, { tables, settings }: RunInputs): Naive {
  const days = daysOf(month);
  const lines = new Map<string, bigint>();
  const obstacles = new Set<string>();
  const add = (component: string, county: string, project: string, source: string, fen: bigint) => {
    const key = [component, county, project, source].join();
    if (fen !== 0n) lines.set(key, (lines.get(key) ?? 0n) + fen);
  };
  const paid = days.flatMap((day) =>
    service.filter((each) => each.paid && on(each, day)).map((each) => ({ day, ...each })),
  );
  const amounts = new Map<string, Map<string, bigint>>();
  for (const component of [...new Set([...settings.required, ...tables.rates.map((rate) => rate.component)])].sort()) {
    const parts: { row: (typeof tables.rates)[number]; place: string; days: bigint }[] = [];
    for (const { day, county, project } of paid) {
      const [row] = strongest(
        tables.rates.filter((rate) => rate.component === component),
        county,
        project,
        day,
      );
      if (!row) {
        if (settings.required.includes(component)) obstacles.add(`no-rate ${day}`);
        continue;
      }
      const place = `${county},${project}`;
      const part = parts.find((each) => each.row === row && each.place === place);
      if (part) part.days += 1n;
      else parts.push({ row, place, days: 1n });
    }
    for (const [place, fen] of split(parts, BigInt(days.length))) {
      amounts.set(place, (amounts.get(place) ?? new Map<string, bigint>()).set(component, fen));
    }
  }
  for (const [place, due] of amounts) {
    const [county = '', project = ''] = place.split(',');
    const own = paid.filter((each) => each.county === county && each.project === project);
    const layers = strongest(tables.funding, county, project, own[0]?.day ?? '').sort((a, b) => a.ord - b.ord);
    if (layers.length === 0 || layers.at(-1)?.fen !== null) obstacles.add(`no-funding ${own[0]?.day}`);
    // One fen after the other, from the first layer that still has one.
    const left = layers.map(({ fen }) =>
      fen === null ? 10n ** 15n : new Ratio(BigInt(fen) * BigInt(own.length), BigInt(days.length)).nearest(),
    );
    for (const [component, fen] of due) {
      let open = fen;
      layers.forEach(({ source }, index) => {
        const limit = left[index] ?? 0n;
        const given = open < limit ? open : limit;
        left[index] = limit - given;
        open -= given;
        add(component, county, project, source, given);
      });
    }
  }
  const day = days[settings.insuranceDay - 1] ?? days.at(-1) ?? '';
  const post = service.find((each) => on(each, day));
  const schemes = [...new Set(tables.insurance.map(({ scheme }) => scheme))];
  for (const scheme of post ? schemes : []) {
    const rows = tables.insurance.filter((each) => each.scheme === scheme);
    const [row] = strongest(rows, post?.county ?? '', null, day);
    const base = bases.find((each) => on(each, day));
    if (row && !base) obstacles.add(`no-base ${day}`);
    if (!row || !base || !post) continue;
    const clamped = Math.min(Math.max(base.fen, row.floorFen ?? 0), row.ceilingFen ?? Number.MAX_SAFE_INTEGER);
    const part = (ppm: number) => {
      const units = new Ratio(BigInt(clamped) * BigInt(ppm), 1_000_000n * BigInt(row.unitFen));
      const whole = units.floor();
      const up = row.mode === 'up' && units.fraction().over > 0n ? 1n : 0n;
      return (row.mode === 'half-up' ? units.nearest() : whole + up) * BigInt(row.unitFen);
    };
    add(`si-personal:${scheme}`, post.county, post.project, 'person', part(row.personalPpm));
    add(`si-employer:${scheme}`, post.county, post.project, settings.employerSource, part(row.employerPpm));
  }
  return { lines, obstacles };
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
    { numRuns: 600 },
  );
  expect(seen).toBeGreaterThan(2_000);
});
