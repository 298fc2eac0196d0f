import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, type Stack } from '@xibu/local/stack';
import { type WithStack, withStack } from '@xibu/local/with-stack';
import { chartOf } from './chart.js';
import { eveningServices } from './ground.js';
import { type Circumstances, isPassed, pageOf, verdictTable } from './report.js';
import { type Evening, type Plan, runPeak } from './run-peak.js';
import { say } from './say.js';

/**
 * `npm run peak [-- --seed N --times 3 --seconds 60 --rate R --people N --bus embedded|kafka --out folder]`: the last
 * evening of sign-up, its table and its chart. The exit code is 1 when a verdict fails.
 */
export async function main(given: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...given],
    options: {
      seed: { type: 'string', default: '1' },
      times: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '60' },
      rate: { type: 'string' },
      people: { type: 'string', default: '16000' },
      bus: { type: 'string', default: 'embedded' },
      port: { type: 'string', default: '4700' },
      out: { type: 'string', default: join(root, 'infra', 'docs', 'benchmarks') },
    },
  });
  const plan: Plan = {
    ...{ seed: values.seed, rate: values.rate === undefined ? null : Number(values.rate), withCosts: true },
    ...{ times: Number(values.times), overload: Number(values.seconds), people: Number(values.people) },
    ...{ day: 48, calm: 15, saturation: 20, recovery: 25, step: 8 },
  };
  const wanted: WithStack = {
    ...{ name: 'peak', firstPort: Number(values.port), bus: values.bus as Stack['bus'] },
    ...{ durable: true, services: eveningServices },
  };
  await withStack(wanted, async (stack, folder) => {
    const evening = await runPeak(stack, plan, join(folder, 'history.jsonl'));
    const command = `npm run peak${given.length > 0 ? ` -- ${given.join(' ')}` : ''}`;
    write(values.out, evening, circumstancesOf(stack, command));
    process.exitCode = isPassed(evening) ? 0 : 1;
  });
}

function write(folder: string, evening: Evening, on: Circumstances): void {
  mkdirSync(folder, { recursive: true });
  const { seconds, marks, ratios, verdicts } = evening;
  writeFileSync(join(folder, 'peak.svg'), chartOf(seconds, marks));
  writeFileSync(join(folder, 'peak.md'), pageOf(evening, on));
  writeFileSync(join(folder, 'peak.json'), `${JSON.stringify({ ...on, ...evening }, null, 1)}\n`);
  process.stdout.write(`${verdictTable([...ratios, ...verdicts]).join('\n')}\n`);
  say('peak', `${isPassed(evening) ? 'passed' : 'FAILED'}; ${join(folder, 'peak.md')}`);
}

function circumstancesOf(stack: Stack, command: string): Circumstances {
  return {
    ...{ cpu: cpus()[0]?.model.trim() ?? 'unknown', cores: cpus().length, command, bus: stack.bus },
    ...{ memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.versions.node },
    ...{ commit: commitHere(), at: new Date().toISOString() },
  };
}

function commitHere(): string {
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8', stdio }).trim();
  } catch (error) {
    // A copy without its history: the figures are of no commit that could be named.
    return error instanceof Error ? 'unknown' : String(error);
  }
}
