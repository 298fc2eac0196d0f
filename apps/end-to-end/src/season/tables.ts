import type { Progress } from './progress.js';
import type { World } from './world.js';

/** What is said at the end: counts at every step by tier, refusals met, and where the time went. */
export function printTables(world: World, progress: Progress): void {
  const stages = [...new Set(world.counts.map(({ stage }) => stage))];
  print(
    ['step', 'tier', 'what', 'number'],
    stages.flatMap((stage) =>
      world.counts
        .filter((count) => count.stage === stage)
        .map(({ tier, what, number }, at) => [at === 0 ? stage : '', tier, what, grouped(number)]),
    ),
  );
  print(
    ['refused, as it should be', 'times'],
    [...world.refusals].sort(([left], [right]) => (left < right ? -1 : 1)).map(([code, times]) => [code, `${times}`]),
  );
  print(
    ['stage', 'seconds'],
    progress.stages.map(({ stage, seconds }) => [stage, seconds.toFixed(1)]),
  );
  print(
    ['busiest routes', 'calls', 'p50 ms', 'p95 ms'],
    world.timings
      .rows()
      .slice(0, 12)
      .map(([route, calls, p50, p95]) => [route, grouped(calls), `${p50}`, `${p95}`]),
  );
}

/** Yuan with two decimals and groups of three. */
export function yuan(fen: number): string {
  return `${grouped(Math.trunc(fen / 100))}.${String(Math.abs(fen % 100)).padStart(2, '0')}`;
}

function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ' ');
}

export function print(head: readonly string[], rows: readonly (readonly string[])[]): void {
  if (rows.length === 0) return;
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map((row) => widthOf(column === 0 ? (row[0] ?? title) : (row[column] ?? '')))),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, /^-?[\d .]+$/.test(cell)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  process.stdout.write(`\n${[line(head), rule, ...rows.map(line)].join('\n')}\n`);
}

/** Chinese characters take two columns. */
function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (letter > '\u2e7f' ? 2 : 1), 0);
}

function pad(text: string, width: number, right: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? blanks + text : text + blanks;
}
