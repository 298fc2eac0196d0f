import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench } from './bench.js';
import { benches } from './benches.js';
import { chartOf } from './chart.js';
import { root, thisMachine } from './machine.js';
import { type Entry, isMiss, type Outcome, overviewOf, pageOf, verdictLine, verdictOf } from './report.js';

const folder = join(root, 'infra', 'docs', 'benchmarks');
/** Fewer say nothing on a machine that others use too. */
const fewestRounds = 5;
/** The suite stays usable only as long as each bench keeps to this. */
const longestSeconds = 45;

/**
 * `npm run bench [name …] [--rounds N]`: the benches named, or whose name begins so, or all. Pages and charts go to
 * `infra/docs/benchmarks`. The exit code is 1 when a target is missed or a bench is broken.
 */
export async function main(given: readonly string[]): Promise<void> {
  const options = { rounds: { type: 'string', default: String(fewestRounds) } } as const;
  const { values, positionals } = parseArgs({ args: [...given], allowPositionals: true, options });
  const rounds = Number(values.rounds);
  if (!(rounds >= fewestRounds)) throw new Error(`--rounds is ${values.rounds}; at least ${fewestRounds} are needed`);
  const unknown = positionals.find((name) => !benches.some((bench) => bench.name.startsWith(name)));
  if (unknown) throw new Error(`no bench ${unknown}; there are ${benches.map(({ name }) => name).join(', ')}`);
  const chosen = benches.filter(
    ({ name }) => positionals.length === 0 || positionals.some((part) => name.startsWith(part)),
  );

  const entries: Entry[] = [];
  for (const bench of chosen) {
    console.log(`${bench.name}: ${bench.what}, beside ${bench.floor}`);
    const machine = thisMachine();
    const outcome = await runOne(bench, rounds);
    const { prepare: _, ...facts } = bench;
    const entry = { bench: facts, machine, outcome };
    console.log(verdictLine(entry));
    if (outcome.kind === 'measured' && outcome.seconds > longestSeconds) {
      console.log(`  it took ${Math.round(outcome.seconds)} s; a bench may take ${longestSeconds}`);
    }
    keep(entry);
    entries.push(entry);
  }
  console.log(['', ...entries.map((entry) => verdictLine(entry))].join('\n'));
  process.exit(entries.some((entry) => isMiss(verdictOf(entry))) ? 1 : 0);
}

function runOne({ name }: Bench, rounds: number): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const file = join(import.meta.dirname, 'run-one.js');
    const child = fork(file, [name, String(rounds)], { execArgv: ['--expose-gc'] });
    let outcome: Outcome = { kind: 'broken', why: 'its process ended before it said anything' };
    child.on('message', (message) => {
      outcome = message as Outcome;
    });
    child.once('error', reject);
    child.once('exit', () => resolve(outcome));
  });
}

/** Its data, page and chart, and the overview of everything that was ever kept. */
function keep(entry: Entry): void {
  const { bench, outcome } = entry;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${bench.name}.json`), `${JSON.stringify(entry, null, 2)}\n`);
  writeFileSync(join(folder, `${bench.name}.md`), pageOf(entry));
  if (outcome.kind === 'measured') writeFileSync(join(folder, `${bench.name}.svg`), chartOf(bench, outcome.rounds));
  const kept = benches
    .map(({ name }) => join(folder, `${name}.json`))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Entry);
  writeFileSync(join(folder, 'README.md'), overviewOf(kept));
}
