import { addMonths, type Month } from '@xibu/domain';
import { compare } from './dated-rows.rules.js';
import { changesBetween } from './month-change.rules.js';
import { lineKey, type MonthDue, monthDue } from './month-due.rules.js';
import { computePerson, monthsOf, obstacleIn } from './month-pay.rules.js';
import type { Cause, ExplainedDifference, ExplainedLine, PayExplanation } from './pay-explanation.js';
import { payoutShares } from './payout.rules.js';
import type { Line, PersonInputs, RunInputs, RunSettings, RunTables } from './run-inputs.js';
import { indexTables } from './run-tables.rules.js';

/**
 * The data behind each amount of a person in a run. `month` lies between `since` and the month of the run; `earlier`
 * are the inputs of the run that posted first, which make the causes of differences certain. Unknown people and other
 * months are faults of the caller.
 */
export function explainPay(
  inputs: RunInputs,
  person: string,
  month: Month,
  earlier: RunInputs | null = null,
): PayExplanation {
  const { settings, tables } = inputs;
  const own = inputs.people.find((each) => each.person === person);
  if (!own) throw new RangeError(`${person} is not in the inputs of this run`);
  if (month < settings.since || month > settings.month) throw new RangeError(`${month} is not recomputed by this run`);
  const indexed = indexTables(tables, settings.required);
  const dueIn = (each: Month): MonthDue => monthDue(own, each, indexed, settings);
  const dues = monthsOf(settings).map(dueIn);
  const due = dueIn(month);
  const { lines, pay, exceptions } = computePerson(own, indexed, settings);
  const allDue = dues.flatMap((each) => each.lines);
  return {
    person,
    month,
    runMonth: settings.month,
    due,
    lines: reconciled(
      due.lines,
      own.posted.filter((line) => line.month === month),
    ),
    obstacle: obstacleIn(dues),
    pay,
    shares: pay ? payoutShares(lines, own.carryFen) : [],
    exceptions,
    differences: lines
      .filter((line) => line.month < settings.month)
      .map(({ person: _, ...line }) => explained(line, allDue, own, inputs, earlier)),
    change: month === settings.since ? null : changesBetween(dueIn(addMonths(month, -1)), due),
  };
}

function reconciled(due: readonly Line[], posted: readonly Line[]): ExplainedLine[] {
  const keys = new Map([...due, ...posted].map((line) => [lineKey(line), line]));
  return [...keys]
    .sort(([left], [right]) => compare(left, right))
    .map(([, line]) => {
      const [dueFen, postedFen] = [amountAt(due, line), amountAt(posted, line)];
      return { ...line, fen: dueFen - postedFen, dueFen, postedFen };
    });
}

function amountAt(lines: readonly Line[], at: Line): number {
  const key = lineKey(at);
  return lines.find((line) => lineKey(line) === key)?.fen ?? 0;
}

function explained(
  line: Line,
  due: readonly Line[],
  own: PersonInputs,
  inputs: RunInputs,
  earlier: RunInputs | null,
): ExplainedDifference {
  const postedThatMonth = own.posted.filter(({ month }) => month === line.month);
  const before = earlier?.people.find((each) => each.person === own.person);
  const causes = (): Cause[] => {
    if (postedThatMonth.length === 0) return ['posted-late'];
    if (earlier && before) return certainCauses(line, { ...earlier, own: before }, { ...inputs, own });
    return [
      visibleCause(
        line,
        due.filter(({ month }) => month === line.month),
        postedThatMonth,
      ),
    ];
  };
  return { ...line, dueFen: amountAt(due, line), postedFen: amountAt(own.posted, line), causes: causes() };
}

interface Known {
  readonly settings: RunSettings;
  readonly tables: RunTables;
  readonly own: PersonInputs;
}

/** Puts one kind of today's inputs at a time into those of then: whatever moves the amount by itself is a cause. */
function certainCauses(line: Line, then: Known, now: Known): Cause[] {
  const amount = ({ settings, tables, own }: Known): number =>
    amountAt(monthDue(own, line.month, indexTables(tables, settings.required), settings).lines, line);
  const swaps: readonly (readonly [Cause, Known])[] = [
    ['service', { ...then, own: { ...then.own, service: now.own.service } }],
    ['bases', { ...then, own: { ...then.own, bases: now.own.bases } }],
    ['rates', { ...then, tables: { ...then.tables, rates: now.tables.rates } }],
    ['funding', { ...then, tables: { ...then.tables, funding: now.tables.funding } }],
    ['insurance', { ...then, tables: { ...then.tables, insurance: now.tables.insurance } }],
    ['settings', { ...then, settings: now.settings }],
  ];
  const original = amount(then);
  const causes = swaps.filter(([, known]) => amount(known) !== original).map(([cause]) => cause);
  if (causes.length > 0) return causes;
  return original === amount(now) ? ['posted-otherwise'] : ['together'];
}

/** What the amounts alone prove, without the inputs of then. */
function visibleCause(line: Line, due: readonly Line[], posted: readonly Line[]): Cause {
  const sum = (lines: readonly Line[]) =>
    lines
      .filter(({ component, county, project }) => {
        return component === line.component && county === line.county && project === line.project;
      })
      .reduce((total, { fen }) => total + fen, 0);
  return sum(due) === sum(posted) ? 'funding' : 'not-known';
}
