import { isReference } from './payment-file.js';
import type {
  BatchLine,
  LineProblem,
  LineProblemCode,
  PaymentLine,
  ReplacementProblem,
  SplitPart,
} from './payment-line.js';

/** The order in which lines stand in a batch. */
export function inBatchOrder<Line extends Pick<PaymentLine, 'reference'>>(lines: readonly Line[]): Line[] {
  return [...lines].sort((left, right) => (left.reference < right.reference ? -1 : 1));
}

/**
 * Everything that forbids a batch, line by line. `monthLines` are the lines of the same month that stand in earlier
 * batches: a person comes in twice only by a line that replaces one, or by another run.
 */
export function problemsOf(lines: readonly BatchLine[], monthLines: readonly PaymentLine[]): LineProblem[] {
  const references = countBy(lines, ({ reference }) => reference);
  const people = countBy(lines, ({ person }) => person);
  const accounts = countBy(lines, ({ account }) => account);
  const paid = new Set(monthLines.map(({ person, run }) => `${person}\u0000${run}`));
  return inBatchOrder(lines).flatMap((line) => {
    const found: LineProblemCode[] = [];
    if (!isReference(line.reference)) found.push('bad-reference');
    if ((references.get(line.reference) ?? 0) > 1) found.push('reference-twice');
    if (line.fen < 1) found.push('under-one-fen');
    if (!isWhole(line)) found.push('split-differs');
    if (line.state !== 'waiting') found.push('not-waiting');
    if ((people.get(line.person) ?? 0) > 1) found.push('person-twice');
    if ((accounts.get(line.account) ?? 0) > 1) found.push('account-shared');
    if (line.replaces === null && paid.has(`${line.person}\u0000${line.run}`)) found.push('paid-in-this-month');
    return found.map((code) => ({ reference: line.reference, code }));
  });
}

/**
 * Whether `next` may pay again what `old` did not bring to the person, or why not. Only a line that was returned or was
 * never payable is replaced: what a bank has accepted is never paid again. `lines` are all that may have replaced it.
 */
export function replacementProblem(
  old: PaymentLine,
  next: Omit<PaymentLine, 'state'>,
  lines: readonly Pick<PaymentLine, 'reference' | 'replaces'>[],
): ReplacementProblem | null {
  if (old.state !== 'returned' && old.state !== 'not-payable') return 'not-returned';
  if (lines.some(({ reference, replaces }) => replaces === old.reference && reference !== next.reference)) {
    return 'replaced-already';
  }
  if (next.replaces !== old.reference || next.reference === old.reference) return 'replaces-another';
  if (next.person !== old.person) return 'another-person';
  if (next.run !== old.run || next.month !== old.month) return 'another-run';
  return next.fen === old.fen && sameSplit(next.split, old.split) ? null : 'another-amount';
}

/** A split has only amounts above 0, each key once, and comes to the amount of its line. */
function isWhole({ fen, split }: PaymentLine): boolean {
  const keys = new Set(split.map(keyOf));
  const sum = split.reduce((all, part) => all + part.fen, 0);
  return keys.size === split.length && sum === fen && split.every((part) => part.fen > 0);
}

function sameSplit(left: readonly SplitPart[], right: readonly SplitPart[]): boolean {
  const shown = (parts: readonly SplitPart[]) =>
    parts
      .map((part) => `${keyOf(part)} ${part.fen}`)
      .sort()
      .join();
  return shown(left) === shown(right);
}

function keyOf({ county, project, source }: SplitPart): string {
  return `${county} ${project} ${source}`;
}

function countBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
}
