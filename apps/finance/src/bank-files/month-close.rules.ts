import type { Fen, Month } from '@xibu/domain';
import {
  type BrokenEquation,
  type Equation,
  type MoneyKey,
  type MonthFigures,
  type MonthObstacles,
  type MonthState,
  monthFigures,
} from './month-close.js';
import type { PaymentLine, SplitPart } from './payment-line.js';

type Sides = readonly [equation: Equation, left: (of: MonthFigures) => Fen, right: (of: MonthFigures) => Fen];

const equations: readonly Sides[] = [
  ['computed = approved', (of) => of.computed, (of) => of.approved],
  [
    'approved - not yet payable = in file + waiting',
    (of) => of.approved - of.notYetPayable,
    (of) => of.inFile - of.repeatedInFile + of.waiting,
  ],
  ['in file = accepted + returned + pending', (of) => of.inFile, (of) => of.accepted + of.returned + of.pending],
  [
    'returned = replaced + waiting for a replacement',
    (of) => of.returned,
    (of) => of.replaced + of.waitingForReplacement,
  ],
];

/** Which equation fails where, and by how many fen. */
export function brokenEquations(figures: readonly MonthFigures[]): BrokenEquation[] {
  return figures.flatMap((of) =>
    equations.flatMap(([equation, left, right]) => {
      const [leftFen, rightFen] = [left(of), right(of)];
      if (leftFen === rightFen) return [];
      const { county, project, source } = of;
      return [{ county, project, source, equation, leftFen, rightFen, differenceFen: leftFen - rightFen }];
    }),
  );
}

/** What the books say of a month, each list kept apart because each is written by another hand. */
export interface MonthBooks {
  readonly computed: readonly SplitPart[];
  readonly approved: readonly SplitPart[];
  /** Every payment line of the month's payouts, replacing ones included. */
  readonly lines: readonly PaymentLine[];
  /** The lines as they stand in released files. */
  readonly filed: readonly Pick<PaymentLine, 'reference' | 'split'>[];
}

/** The figures of a month by (county, project, source). */
export function figuresOf({ computed, approved, lines, filed }: MonthBooks): MonthFigures[] {
  const sums = new Map<string, { -readonly [Key in keyof MonthFigures]: MonthFigures[Key] }>();
  const add = (figure: (typeof monthFigures)[number], parts: readonly SplitPart[]): void => {
    for (const { county, project, source, fen } of parts) {
      const key = `${county}\u0000${project}\u0000${source}`;
      const known = sums.get(key) ?? { ...nothing, county, project, source };
      known[figure] += fen;
      sums.set(key, known);
    }
  };
  const byReference = new Map(lines.map((line) => [line.reference, line]));
  const replacedBy = new Map(lines.flatMap((line) => (line.replaces === null ? [] : [[line.replaces, line] as const])));
  const repeats = ({ replaces }: PaymentLine): boolean =>
    replaces !== null && (byReference.get(replaces)?.state ?? 'returned') === 'returned';
  add('computed', computed);
  add('approved', approved);
  for (const line of lines) {
    const next = replacedBy.get(line.reference);
    if (line.state === 'not-payable') {
      if (!next) add('notYetPayable', line.split);
    } else if (line.state === 'waiting') {
      if (!repeats(line)) add('waiting', line.split);
    } else add(line.state, line.split);
    if (line.state !== 'returned') continue;
    if (next) add('replaced', next.split);
    else add('waitingForReplacement', line.split);
  }
  for (const { reference, split } of filed) {
    const line = byReference.get(reference);
    add('inFile', split);
    if (line && repeats(line)) add('repeatedInFile', split);
  }
  return [...sums].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, figures]) => figures);
}

const nothing: Omit<MonthFigures, keyof MoneyKey> = {
  computed: 0,
  approved: 0,
  notYetPayable: 0,
  inFile: 0,
  repeatedInFile: 0,
  waiting: 0,
  accepted: 0,
  returned: 0,
  pending: 0,
  replaced: 0,
  waitingForReplacement: 0,
};

/** All that keeps a month open. */
export function obstaclesOf(state: MonthState): MonthObstacles {
  const { figures, lines, openExceptions, inService, inPay, exceptions } = state;
  const replaced = new Set(lines.map(({ replaces }) => replaces));
  const seen = new Set([...inPay, ...exceptions.filter(({ settled }) => settled).map(({ person }) => person)]);
  return {
    broken: brokenEquations(figures),
    pending: lines.filter((line) => line.state === 'pending').length,
    waiting: lines.filter((line) => line.state === 'waiting').length,
    unreplaced: lines
      .filter((line) => line.state === 'returned' && !replaced.has(line.reference))
      .map(({ reference }) => reference)
      .sort(),
    openExceptions,
    missing: [...new Set(inService)].filter((person) => !seen.has(person)).sort(),
  };
}

export function mayClose({ broken, pending, waiting, unreplaced, openExceptions, missing }: MonthObstacles): boolean {
  return broken.length + pending + waiting + unreplaced.length + openExceptions + missing.length === 0;
}

/**
 * The month in whose books a bank's answer is entered: its own while that is open, otherwise the open one. A closed month
 * is never written to again.
 */
export function monthOfAnswer(lineMonth: Month, closed: ReadonlySet<Month>, openMonth: Month): Month {
  if (!closed.has(lineMonth)) return lineMonth;
  if (closed.has(openMonth)) throw new RangeError(`${openMonth} is closed, so nothing can be entered in it`);
  return openMonth;
}
