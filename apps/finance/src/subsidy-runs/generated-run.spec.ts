import { expect, test } from '@jest/globals';
import { addDays, addMonths, type LegalDate } from '@xibu/domain';
import fc from 'fast-check';
import { computePerson } from './month-pay.rules.js';
import type { DeclaredBase, PersonInputs, Rate, RunInputs, Service } from './run-inputs.js';
import { faultIn, indexTables } from './run-tables.rules.js';

const counties = ['150102', '150402', '152201', '152221'];
const places = [...counties, '150100', '152200', '150000'];
const projects = ['national', 'local'];
const amounts = [0, 1, 333, 6501, 50000, 100001, 185000, 210033, 300000];
const settings = {
  month: '2024-02',
  since: '2023-11',
  required: ['living'],
  insuranceDay: 31,
  employerSource: 'county',
} as const;

interface Stretch {
  readonly from: LegalDate;
  readonly to: LegalDate | null;
}

/** Periods without overlap, some days left out between them, the last one perhaps open. */
const stretches: fc.Arbitrary<Stretch[]> = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 0, max: 150 }), { minLength: 1, maxLength: 5 }), fc.boolean(), fc.nat(31))
  .map(([cuts, open, gaps]) => {
    const days = [...cuts].sort((left, right) => left - right).map((cut) => addDays('2023-10-20', cut));
    return days
      .map((from, index) => ({ from, to: days[index + 1] ?? null }))
      .filter(({ to }, index) => (to === null ? open || index === 0 : ((gaps >> index) & 1) === 0 || index === 0));
  });

const always: Stretch = { from: '2020-01-01', to: null };
const pick = <Value>(values: readonly Value[]) => fc.constantFrom(...values);

function dated<Value>(one: fc.Arbitrary<Value>): fc.Arbitrary<(Value & Stretch)[]> {
  return stretches.chain((all) => fc.tuple(...all.map((each) => one.map((value) => ({ ...value, ...each })))));
}

const rates = fc
  .uniqueArray(fc.tuple(pick(['living', 'hardship', 'board']), pick([...projects, '*']), pick(places)), {
    selector: String,
    maxLength: 10,
  })
  .chain((ranks) =>
    fc.tuple(
      ...ranks.map(([component, project, place]) =>
        dated(fc.record({ fen: pick(amounts), proration: pick(['calendar', 'half', 'whole'] as const) })).map((rows) =>
          rows.map((row): Rate => ({ component, project, place, ...row })),
        ),
      ),
    ),
  )
  .chain((rows) =>
    // Mostly a rate for the required component everywhere, so that few people are lost to `no-rate`.
    fc.boolean().map((gap) => {
      const base: Rate = {
        component: 'living',
        project: '*',
        place: '150000',
        fen: 210033,
        proration: 'half',
        ...always,
      };
      const own = rows
        .flat()
        .filter(({ component, project, place }) => component !== 'living' || project !== '*' || place !== '150000');
      return gap && own.length > 6 ? own : [...own, base];
    }),
  );

const funding = fc
  .uniqueArray(fc.tuple(pick([...projects, '*']), pick(places)), { selector: String, maxLength: 4 })
  .chain((ranks) =>
    fc.tuple(
      ...[['*', '150000'] as const, ...ranks.filter((rank) => String(rank) !== '*,150000')].map(([project, place]) =>
        fc.tuple(fc.array(pick(amounts), { maxLength: 3 }), fc.integer({ min: 0, max: 20 })).map(([limits, open]) =>
          [...limits, open === 0 ? 7 : null].map((fen, ord) => ({
            ...{ project, place, ord, fen, source: ['central', 'province', 'central', 'county'][ord] ?? 'county' },
            ...always,
          })),
        ),
      ),
    ),
  )
  .map((rows) => rows.flat());

const insurance = fc
  .uniqueArray(fc.tuple(pick(['pension', 'medical']), pick(places)), { selector: String, maxLength: 4 })
  .chain((ranks) =>
    fc.tuple(
      ...ranks.map(([scheme, place]) =>
        dated(
          fc.record({
            personalPpm: pick([0, 5000, 80000]),
            employerPpm: pick([2000, 160000]),
            floorFen: pick([null, 401300]),
            ceilingFen: pick([null, 2006700]),
            unitFen: pick([1, 10, 100]),
            mode: pick(['half-up', 'up', 'down'] as const),
          }),
        ).map((rows) => rows.map((row) => ({ scheme, place, ...row }))),
      ),
    ),
  )
  .map((rows) => rows.flat());

const service: fc.Arbitrary<Service[]> = dated(
  fc.record({
    county: pick(counties),
    project: pick(projects),
    paid: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
  }),
);

const bases: fc.Arbitrary<DeclaredBase[]> = fc
  .integer({ min: 0, max: 9 })
  .chain((n) =>
    n === 0 ? fc.constant<DeclaredBase[]>([]) : pick([433333, 100000, 2500000]).map((fen) => [{ fen, ...always }]),
  );

export interface Grown {
  readonly inputs: RunInputs;
  /** A change made after the run was posted. */
  readonly later: RunInputs;
}

/** A run some of whose people have lines posted by a run of the month before, from other service and other rates. */
export const grown: fc.Arbitrary<Grown> = fc
  .tuple(
    fc.record({ rates, funding, insurance }),
    rates,
    fc.array(fc.tuple(service, service, bases, pick([0, 0, 55555]), fc.nat(9)), { minLength: 1, maxLength: 5 }),
  )
  .map(([tables, otherRates, drawn]) => {
    const then = { ...settings, month: addMonths(settings.month, -1) };
    const old = indexTables({ ...tables, rates: otherRates }, []);
    const people = drawn.map(([now, before, own, carryFen, draw], index): PersonInputs => {
      const person = `v${index}`;
      const known = { person, card: draw !== 1, hold: draw === 2, service: now, bases: own, posted: [], carryFen: 0 };
      const posted = draw < 5 ? computePerson({ ...known, service: before }, old, { ...then, required: [] }).lines : [];
      return { ...known, carryFen, posted: posted.map(({ person: _, ...line }) => line) };
    });
    const inputs = { settings, tables, people };
    return { inputs, later: { ...inputs, tables: { ...tables, rates: otherRates } } };
  });

/** Enough cases in every run of the tests; the seed is in the report of a failure. */
export const runs = { numRuns: 80 };

test('generated runs are such as the walls let in', () => {
  fc.assert(
    fc.property(grown, ({ inputs, later }) => {
      expect(faultIn(inputs.tables)).toBeNull();
      expect(faultIn(later.tables)).toBeNull();
      expect(inputs.people.length).toBeGreaterThan(0);
    }),
    { numRuns: 50 },
  );
});
