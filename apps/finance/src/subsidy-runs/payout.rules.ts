import type { Fen } from '@xibu/domain';
import { between, compare } from './dated-rows.rules.js';
import { largestRemainder, sumFen, toFen } from './exact.rules.js';
import { employerPrefix, personalPrefix } from './month-due.rules.js';
import type { Line } from './run-inputs.js';
import type { PayRow } from './run-result.js';

/** What one (county, project, source) bears of a net, and what was taken off it on the way: sum = taken off + left. */
export interface PayoutShare {
  readonly county: string;
  readonly project: string;
  readonly source: string;
  /** The sum of its lines, never 0. A negative one is recovered from the others. */
  readonly sumFen: Fen;
  /** Its share of insurance withheld, carry and negative sums; of a negative sum, all of it. */
  readonly takenOffFen: Fen;
  /** What is left to pay; 0 when all of it was taken off. */
  readonly fen: Fen;
}

export function isPersonal({ component }: Pick<Line, 'component'>): boolean {
  return component.startsWith(personalPrefix);
}

export function isEmployer({ component }: Pick<Line, 'component'>): boolean {
  return component.startsWith(employerPrefix);
}

export function isSubsidy(line: Pick<Line, 'component'>): boolean {
  return !isPersonal(line) && !isEmployer(line);
}

type Amounts = Pick<PayRow, 'grossFen' | 'personalFen' | 'carryInFen' | 'netFen' | 'carryOutFen' | 'employerFen'>;

/** Gross, deductions and net of a run's lines. What cannot be recovered now is carried to the next run. */
export function amountsOf(lines: readonly Line[], carryInFen: Fen): Amounts {
  const grossFen = sumFen(lines.filter(isSubsidy), ({ fen }) => fen);
  const personalFen = sumFen(lines.filter(isPersonal), ({ fen }) => fen);
  const employerFen = sumFen(lines.filter(isEmployer), ({ fen }) => fen);
  const availableFen = grossFen - personalFen - carryInFen;
  return {
    grossFen,
    personalFen,
    carryInFen,
    netFen: Math.max(availableFen, 0),
    carryOutFen: Math.max(-availableFen, 0),
    employerFen,
  };
}

/**
 * Which source pays the net: the positive sums by (county, project, source), less what is taken off, which is spread
 * over them in proportion; all of them when the net is 0. Insurance withheld too much before comes back from the key of
 * the person.
 */
export function payoutShares(lines: readonly Line[], carryInFen: Fen): PayoutShare[] {
  const sums = new Map<string, { county: string; project: string; source: string; sum: bigint }>();
  const add = ({ county, project }: Line, source: string, fen: Fen): void => {
    const key = `${county}${between}${project}${between}${source}`;
    sums.set(key, { county, project, source, sum: (sums.get(key)?.sum ?? 0n) + BigInt(fen) });
  };
  let takenOff = BigInt(carryInFen);
  for (const line of lines) {
    if (isSubsidy(line)) add(line, line.source, line.fen);
    else if (isPersonal(line) && line.fen < 0) add(line, 'person', -line.fen);
    else if (isPersonal(line)) takenOff += BigInt(line.fen);
  }
  const ordered = [...sums.entries()].sort(([left], [right]) => compare(left, right)).map(([, each]) => each);
  for (const { sum } of ordered) if (sum < 0n) takenOff -= sum;
  const positive = ordered.filter(({ sum }) => sum > 0n);
  const total = positive.reduce((all, { sum }) => all + sum, 0n);
  const parts =
    total > takenOff
      ? largestRemainder(
          positive.map(({ sum }) => sum * takenOff),
          total,
          takenOff,
        )
      : positive.map(({ sum }) => sum);
  const shares = new Map(positive.map((each, index) => [each, parts[index] ?? 0n]));
  return ordered
    .filter(({ sum }) => sum !== 0n)
    .map((each) => {
      const { county, project, source, sum } = each;
      const off = shares.get(each) ?? sum;
      return { county, project, source, sumFen: toFen(sum), takenOffFen: toFen(off), fen: toFen(sum - off) };
    });
}
