import { expect, test } from '@jest/globals';
import { digestOfFiles } from '@xibu/documents';
import fc from 'fast-check';
import { grown, runs } from './generated-run.spec.js';
import { lineKey, monthDue, servesIn } from './month-due.rules.js';
import { carryAfter, computePerson, computeRun, monthsOf, postedAfter, resultOf } from './month-pay.rules.js';
import { payoutShares } from './payout.rules.js';
import { readRun } from './read-run-folder.js';
import type { FileBytes } from './run-folder.js';
import type { Line, RunInputs } from './run-inputs.js';
import { manifestBytes } from './run-manifest.js';
import type { RunResult } from './run-result.js';
import { indexTables } from './run-tables.rules.js';
import { inputBytes, resultBytes } from './write-run-folder.js';

const sum = (rows: readonly { readonly fen: number }[]) => rows.reduce((total, { fen }) => total + fen, 0);

/** The inputs of a run on the day after this one was posted. */
function after(inputs: RunInputs, { lines, pay }: RunResult): RunInputs {
  return {
    ...inputs,
    people: inputs.people.map((each) => ({
      ...each,
      posted: postedAfter(
        each.posted,
        lines.filter(({ person }) => person === each.person),
      ),
      carryFen: carryAfter(each, { pay: pay.find(({ person }) => person === each.person) ?? null }),
    })),
  };
}

function shuffled<Value>(values: readonly Value[], seed: number): Value[] {
  return values
    .map((value, index) => ({ value, at: Math.imul(index + 1, seed | 1) ^ seed }))
    .sort((left, right) => left.at - right.at)
    .map(({ value }) => value);
}

test('what is posted and what the run posts come to what is due, key by key', () => {
  fc.assert(
    fc.property(grown, ({ inputs }) => {
      const { settings, tables, people } = inputs;
      const indexed = indexTables(tables, settings.required);
      for (const each of people) {
        const { lines, pay } = computePerson(each, indexed, settings);
        if (!pay) continue;
        const due = monthsOf(settings).flatMap((month) => monthDue(each, month, indexed, settings).lines);
        const inTime = each.posted.filter(({ month }) => month >= settings.since && month <= settings.month);
        expect(byKey(postedAfter(inTime, lines))).toEqual(byKey(due));
        expect(lines.every(({ fen }) => fen !== 0)).toBe(true);
      }
    }),
    runs,
  );
});

function byKey(lines: readonly Line[]): Map<string, number> {
  return new Map(lines.map((line) => [lineKey(line), line.fen] as const).sort());
}

test('segments come to their component, and lines to their components', () => {
  fc.assert(
    fc.property(grown, ({ inputs: { settings, tables, people } }) => {
      const indexed = indexTables(tables, settings.required);
      for (const each of people) {
        const { components, funding, obstacles } = monthDue(each, settings.month, indexed, settings);
        for (const { fen, segments } of components) expect(sum(segments)).toBe(fen);
        if (obstacles.some(({ code }) => code === 'no-funding')) continue;
        expect(sum(funding.flatMap(({ pieces }) => pieces))).toBe(sum(components));
      }
    }),
    runs,
  );
});

test('the same run twice gives nothing the second time', () => {
  fc.assert(
    fc.property(grown, ({ inputs }) => {
      const next = after(inputs, computeRun(inputs));
      const second = computeRun(next);
      expect(second.lines).toEqual([]);
      expect(second.payouts).toEqual([]);
      expect(second.totals).toEqual([]);
    }),
    runs,
  );
});

test('a late change is paid as its difference and as nothing else', () => {
  fc.assert(
    fc.property(grown, ({ inputs, later }) => {
      const first = computeRun(inputs);
      const second = computeRun({ ...after(inputs, first), tables: later.tables });
      const direct = computeRun(later);
      const paid = direct.pay.filter(({ person }) => first.pay.some((each) => each.person === person));
      for (const { person } of paid) {
        const own = <Row extends { person: string }>(rows: readonly Row[]) =>
          rows.filter((row) => row.person === person);
        expect(byKey(postedAfter(own(first.lines), own(second.lines)))).toEqual(byKey(own(direct.lines)));
      }
    }),
    runs,
  );
});

test('two runs over two groups of people are one run over both', () => {
  fc.assert(
    fc.property(grown, fc.nat(5), ({ inputs }, cut) => {
      const { settings, tables, people } = inputs;
      const indexed = indexTables(tables, settings.required);
      const chunks = [people.slice(cut), people.slice(0, cut)].map((chunk) =>
        chunk.map((each) => computePerson(each, indexed, settings)),
      );
      expect(resultOf(chunks.flat())).toEqual(computeRun(inputs));
    }),
    runs,
  );
});

test('the order in which people, rows and periods come does not matter', () => {
  fc.assert(
    fc.property(grown, fc.integer(), ({ inputs }, seed) => {
      const { settings, tables, people } = inputs;
      const mixed = {
        settings,
        tables: {
          rates: shuffled(tables.rates, seed),
          funding: shuffled(tables.funding, seed),
          insurance: shuffled(tables.insurance, seed),
        },
        people: shuffled(people, seed).map((each) => ({
          ...each,
          service: shuffled(each.service, seed),
          posted: shuffled(each.posted, seed),
        })),
      };
      expect(computeRun(mixed)).toEqual(computeRun(inputs));
    }),
    runs,
  );
});

test('payouts come to the net, and no source pays more than it was charged', () => {
  fc.assert(
    fc.property(grown, ({ inputs }) => {
      const { lines, pay, payouts } = computeRun(inputs);
      for (const { person, grossFen, personalFen, carryInFen, netFen, carryOutFen } of pay) {
        expect(grossFen - personalFen - carryInFen).toBe(netFen - carryOutFen);
        expect(netFen === 0 || carryOutFen === 0).toBe(true);
        const own = payouts.filter((each) => each.person === person);
        expect(sum(own)).toBe(netFen);
        expect(own.every(({ fen }) => fen > 0)).toBe(true);
        const shares = payoutShares(
          lines.filter((line) => line.person === person),
          carryInFen,
        );
        for (const { sumFen, takenOffFen, fen } of shares) expect(fen + takenOffFen).toBe(sumFen);
      }
    }),
    runs,
  );
});

test('nobody on service is silently missing, and whoever cannot be computed has no money in the run', () => {
  fc.assert(
    fc.property(grown, ({ inputs }) => {
      const { lines, pay, payouts, exceptions } = computeRun(inputs);
      for (const each of inputs.people) {
        const row = pay.find(({ person }) => person === each.person);
        const codes = exceptions.filter(({ person }) => person === each.person).map(({ code }) => code);
        if (servesIn(each, inputs.settings.month)) expect(row !== undefined || codes.length === 1).toBe(true);
        if (row) {
          expect(codes).toEqual([...(each.hold ? ['hold'] : []), ...(each.card ? [] : ['no-card'])]);
          expect(row.payable).toBe(each.card && !each.hold);
        } else {
          expect([...lines, ...payouts].filter(({ person }) => person === each.person)).toEqual([]);
        }
      }
    }),
    runs,
  );
});

test('a run that is written to a folder is read back as it was, with the same result', () => {
  fc.assert(
    fc.property(grown, ({ inputs }) => {
      const files = inputBytes(inputs);
      const read = readRun(manifestBytes(inputs.settings, digestOfFiles(files), ''), files);
      const shown = (some: readonly FileBytes[]) =>
        some.map(([name, bytes]) => `${name}\n${Buffer.from(bytes).toString()}`);
      expect(shown(inputBytes(read.inputs))).toEqual(shown(files));
      expect(shown(resultBytes(computeRun(read.inputs)))).toEqual(shown(resultBytes(computeRun(inputs))));
    }),
    { numRuns: 100 },
  );
});
