import { addMonths, type Fen, type Month } from '@xibu/domain';
import { between, compare, groupBy } from './dated-rows.rules.js';
import { toFen } from './exact.rules.js';
import { lineKey, type MonthDue, monthDue, type Obstacle, servesIn } from './month-due.rules.js';
import { amountsOf, payoutShares } from './payout.rules.js';
import type { Line, PersonInputs, RunInputs, RunSettings } from './run-inputs.js';
import { obstacleCodes, type PersonResult, type RunResult, type TotalRow } from './run-result.js';
import { type IndexedTables, indexTables } from './run-tables.rules.js';

/** Every month that a run recomputes, from `since` to its own. */
export function monthsOf({ since, month }: Pick<RunSettings, 'since' | 'month'>): Month[] {
  const months: Month[] = [];
  for (let next = since; next <= month; next = addMonths(next, 1)) months.push(next);
  return months;
}

/** Due less posted, key by key, zeros left out, in the order of the published file. */
export function differences(due: readonly Line[], posted: readonly Line[]): Line[] {
  const open = new Map<string, Line>();
  for (const line of due) open.set(lineKey(line), line);
  for (const line of posted) {
    const key = lineKey(line);
    open.set(key, { ...line, fen: (open.get(key)?.fen ?? 0) - line.fen });
  }
  return [...open.entries()]
    .filter(([, { fen }]) => fen !== 0)
    .sort(([left], [right]) => compare(left, right))
    .map(([, { month, component, county, project, source, fen }]) => ({
      month,
      component,
      county,
      project,
      source,
      fen,
    }));
}

/** The reason that keeps a person out of the pay list: the strongest code, on its earliest day. */
export function obstacleIn(dues: readonly MonthDue[]): Obstacle | null {
  const all = dues.flatMap(({ obstacles }) => obstacles);
  for (const code of obstacleCodes) {
    const [first] = all.filter((each) => each.code === code).sort((left, right) => compare(left.day, right.day));
    if (first) return first;
  }
  return null;
}

/** What the run says of one person. It depends on nobody else, so a run can be computed in any chunks and any order. */
export function computePerson(inputs: PersonInputs, tables: IndexedTables, settings: RunSettings): PersonResult {
  const { person, card, hold } = inputs;
  const dues = monthsOf(settings).map((month) => monthDue(inputs, month, tables, settings));
  const obstacle = obstacleIn(dues);
  if (obstacle) {
    const exceptions = [{ person, code: obstacle.code, detail: obstacle.day }];
    return { person, lines: [], pay: null, payouts: [], exceptions };
  }
  const posted = inputs.posted.filter(({ month }) => month >= settings.since && month <= settings.month);
  const lines = differences(
    dues.flatMap((due) => due.lines),
    posted,
  );
  if (lines.length === 0 && !servesIn(inputs, settings.month)) {
    return { person, lines: [], pay: null, payouts: [], exceptions: [] };
  }
  return {
    person,
    lines: lines.map(({ month, component, county, project, source, fen }) => {
      return { person, month, component, county, project, source, fen };
    }),
    pay: { person, ...amountsOf(lines, inputs.carryFen), payable: card && !hold },
    payouts: payoutShares(lines, inputs.carryFen)
      .filter(({ fen }) => fen > 0)
      .map(({ county, project, source, fen }) => ({ person, county, project, source, fen })),
    exceptions: [
      ...(hold ? [{ person, code: 'hold', detail: '' } as const] : []),
      ...(card ? [] : [{ person, code: 'no-card', detail: '' } as const]),
    ],
  };
}

/** A whole run at once: the preview, the command and the recomputation for the month close. */
export function computeRun({ settings, tables, people }: RunInputs): RunResult {
  const indexed = indexTables(tables, settings.required);
  return resultOf(people.map((person) => computePerson(person, indexed, settings)));
}

/** The lists of a run from the results of its people, whatever their order. */
export function resultOf(people: Iterable<PersonResult>): RunResult {
  const sorted = [...people].sort((left, right) => compare(left.person, right.person));
  const lines = sorted.flatMap((each) => each.lines);
  return {
    lines,
    pay: sorted.flatMap((each) => each.pay ?? []),
    payouts: sorted.flatMap((each) => each.payouts),
    exceptions: sorted.flatMap((each) => each.exceptions),
    totals: totalsOf(lines),
  };
}

/** Sums of lines, or of sums, by county, project, source and component; one of zero is kept, because its key occurs. */
export function totalsOf(lines: readonly TotalRow[]): TotalRow[] {
  const sums = new Map<string, { row: Omit<TotalRow, 'fen'>; sum: bigint }>();
  for (const { county, project, source, component, fen } of lines) {
    const key = `${county}${between}${project}${between}${source}${between}${component}`;
    const known = sums.get(key);
    if (known) known.sum += BigInt(fen);
    else sums.set(key, { row: { county, project, source, component }, sum: BigInt(fen) });
  }
  return [...sums.entries()]
    .sort(([left], [right]) => compare(left, right))
    .map(([, { row, sum }]) => ({ ...row, fen: toFen(sum) }));
}

/** What later runs find posted once these lines have been posted too. */
export function postedAfter(posted: readonly Line[], lines: readonly Line[]): Line[] {
  const groups = groupBy([...posted, ...lines], lineKey);
  return [...groups.entries()]
    .sort(([left], [right]) => compare(left, right))
    .flatMap(([, same]) => {
      const [{ month, component, county, project, source }] = same as [Line, ...Line[]];
      const fen = toFen(same.reduce((sum, each) => sum + BigInt(each.fen), 0n));
      return fen === 0 ? [] : [{ month, component, county, project, source, fen }];
    });
}

/** What is still to be recovered after a run; whoever is not in the pay list keeps the carry as it was. */
export function carryAfter({ carryFen }: Pick<PersonInputs, 'carryFen'>, { pay }: Pick<PersonResult, 'pay'>): Fen {
  return pay ? pay.carryOutFen : carryFen;
}
