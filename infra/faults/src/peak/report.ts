import { eveningShares, kinds } from './evening.js';
import type { Figures } from './figures.js';
import type { Evening } from './run-peak.js';
import type { Verdict } from './verdicts.js';

export interface Circumstances {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly bus: string;
  readonly commit: string;
  /** ISO 8601 */
  readonly at: string;
  /** How it was called. */
  readonly command: string;
}

export function isPassed({ verdicts, ratios }: Evening): boolean {
  return [...verdicts, ...ratios].every(({ holds, isTold }) => holds || isTold);
}

/** The lines of the judgement, as a table. */
export function verdictTable(verdicts: readonly Verdict[]): string[] {
  return [
    ...['|  | what | goal | found |', '| --- | --- | --- | --- |'],
    ...verdicts.map(({ what, goal, found, holds, isTold }) => {
      return `| ${holds ? '✓' : isTold ? '(✗)' : '✗'} | ${what} | ${goal} | ${found.replaceAll('|', '/')} |`;
    }),
  ];
}

/** One page: what was found, on what machine, and what it does not say. */
export function pageOf(evening: Evening, on: Circumstances): string {
  const { steps, rate, stretches, costs, ratios, verdicts, marks, submissions, generatorLateMs } = evening;
  const away = marks.killedMs === null || marks.backMs === null ? 0 : marks.backMs - marks.killedMs;
  return [
    '# The last evening of sign-up',
    `\`${on.command}\`, ${on.at}, commit ${on.commit}; ${on.cores} × ${on.cpu}, ${on.memoryGiB} GiB, Node ${on.node}, ${on.bus} bus.`,
    'The generator, the services and PostgreSQL share the machine: absolute figures are its own, ratios are of one run.',
    '',
    '![Requests a second and waits over the evening](peak.svg)',
    '',
    ...verdictTable([...ratios, ...verdicts]),
    '',
    `Full at ${rate} requests a second; ${submissions} submissions were acknowledged over all. The recruitment API was killed in the middle of the overload and was back after ${(away / 1000).toFixed(1)} s. Lines with (✗) are told, and do not fail the run.`,
    '',
    ...stretchTable(stretches),
    '',
    ...stepTable(steps),
    ...(costs ? costLines(costs) : []),
    '## How it is measured',
    `- Starts are fixed before the first is sent, by chance at the rate of each part; none waits for an answer, and a wait counts from the intended start. The generator itself was late by ${generatorLateMs.toFixed(1)} ms at its 99th percentile.`,
    `- Of a hundred intents ${kinds.map((kind) => `${eveningShares[kind]} are ${kind}`).join(', ')}. There is no route for uploads at sign-up, so there are none.`,
    '- Whoever is refused comes back under the same key after as long as Retry-After says, and up to half as long again by chance; five tries, then that person comes back later as a new intent. “With further tries” counts them.',
    '- Passwords are hashed at the least cost, as everywhere where time is simulated: a sign-in of real people costs more.',
    '- What a request costs is measured before the evening: each kind alone, with all that follows from it, and then refusals while the recruitment service stands still. It is the processor time of gateway and services, without what they spend on doing nothing.',
    '',
  ].join('\n');
}

function stretchTable(stretches: Evening['stretches']): string[] {
  const ms = (value: number | null) => (value === null ? '–' : String(Math.round(value)));
  const row = (name: string, figures: Figures) => {
    const { seconds, offered, tries, accepted, submitted, refused, unanswered, p50, p95, p99 } = figures;
    const each = [offered, tries, accepted, submitted, refused, unanswered].map((n) => (n / seconds).toFixed(1));
    return `| ${[name, Math.round(seconds), ...each, ms(p50), ms(p95), ms(p99)].join(' | ')} |`;
  };
  return [
    '| part | s | offered/s | tries/s | accepted/s | submissions/s | refused/s | no answer/s | p50 ms | p95 ms | p99 ms |',
    `|${' --- |'.repeat(11)}`,
    ...stretches.map(({ name, figures }) => row(name, figures)),
  ];
}

function stepTable(steps: Evening['steps']): string[] {
  if (steps.length === 0) return [];
  return [
    ...['| offered/s | accepted/s | submissions/s | p95 ms |', '| --- | --- | --- | --- |'],
    ...steps.map(({ rate, accepted, submitted, p95 }) => {
      return `| ${rate} | ${accepted.toFixed(1)} | ${submitted.toFixed(1)} | ${p95 === null ? '–' : Math.round(p95)} |`;
    }),
    '',
  ];
}

function costLines({ acceptanceMs, submissionMs, refusalMs }: NonNullable<Evening['costs']>): string[] {
  const ms = (value: number) => `${value.toFixed(2)} ms`;
  return [
    `Processor time of gateway and services: ${ms(acceptanceMs)} for an accepted request, ${ms(submissionMs)} for an accepted submission, ${ms(refusalMs)} for a refusal.`,
    '',
  ];
}
