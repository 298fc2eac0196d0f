import type { Bench, Measured } from './bench.js';

/** On what the figures were measured; a figure without it says nothing. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly postgres: string;
  readonly kafka: string;
  readonly commit: string;
  /** When, as ISO 8601 in UTC. */
  readonly at: string;
}

/** What came of a bench: its rounds, or why there are none. */
export type Outcome =
  | { readonly kind: 'measured'; readonly rounds: readonly Measured[]; readonly seconds: number }
  | { readonly kind: 'cannot-run'; readonly why: string }
  | { readonly kind: 'broken'; readonly why: string };

/** One bench as it is kept beside its page, so that the overview can be written again without measuring again. */
export interface Entry {
  readonly bench: Omit<Bench, 'prepare'>;
  readonly machine: Machine;
  readonly outcome: Outcome;
}

export type Verdict = 'kept' | 'missed' | 'undecided' | 'reported' | 'cannot-run' | 'broken';

/** A miss counts only when this part of the rounds misses too: one disturbed round shall not speak for the rest. */
const roundsThatMustMiss = 0.8;

const signs: Readonly<Record<Verdict, string>> = {
  kept: '✓',
  missed: '✗',
  undecided: '≈',
  reported: '·',
  'cannot-run': '–',
  broken: '✗',
};

/** The middle value; of an even number the mean of the two in the middle. Throws for none. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (lower === undefined || upper === undefined) throw new Error('there is no median of nothing');
  return (lower + upper) / 2;
}

export function ratiosOf(rounds: readonly Measured[]): number[] {
  return rounds.map(({ ours, floor }) => ours / floor);
}

export function verdictOf({ bench: { target }, outcome }: Pick<Entry, 'bench' | 'outcome'>): Verdict {
  if (outcome.kind !== 'measured') return outcome.kind;
  if (target === null) return 'reported';
  const ratios = ratiosOf(outcome.rounds);
  // Not a number is no miss of "at most", and yet it keeps nothing.
  const keeps = (ratio: number) => ('most' in target ? ratio <= target.most : ratio >= target.least);
  if (keeps(medianOf(ratios))) return 'kept';
  const missing = ratios.filter((ratio) => !keeps(ratio)).length;
  return missing >= roundsThatMustMiss * ratios.length ? 'missed' : 'undecided';
}

/** Whether the run has to end with an error. */
export function isMiss(verdict: Verdict): boolean {
  return verdict === 'missed' || verdict === 'broken';
}

/** `✓ G1.2 what beside floor 1.84 ≤ 2.5`. */
export function verdictLine(entry: Entry): string {
  const { bench, outcome } = entry;
  const verdict = verdictOf(entry);
  const start = `${signs[verdict]} ${bench.goal} ${bench.what}`;
  if (outcome.kind === 'cannot-run') return `${start}: not measured here, ${outcome.why}`;
  if (outcome.kind === 'broken') return `${start}: broken, ${outcome.why}`;
  const ratio = figure(medianOf(ratiosOf(outcome.rounds)));
  const end = verdict === 'undecided' ? ', but too few rounds miss to say so' : '';
  return `${start} ÷ ${bench.floor} ${ratio} ${targetText(bench.target)}${end}`.trimEnd();
}

export function roundLine(round: number, { ours, floor }: Measured, unit: string): string {
  return `  round ${round}: ${figure(ours)} beside ${figure(floor)} ${unit}, ratio ${figure(ours / floor)}`;
}

/** The page of one bench, beside which its chart and its data lie. */
export function pageOf(entry: Entry): string {
  const { bench, machine, outcome } = entry;
  const head = [`# ${bench.name}`, '', verdictLine(entry), '', machineLine(machine), ''];
  if (outcome.kind !== 'measured') return head.join('\n');
  const rows = outcome.rounds.map(
    (round, index) =>
      `| ${index + 1} | ${figure(round.ours)} | ${figure(round.floor)} | ${figure(round.ours / round.floor)} |`,
  );
  const medians = [...mediansOf(outcome.rounds), medianOf(ratiosOf(outcome.rounds))].map((value) => figure(value));
  return [
    ...head,
    `![rounds](${bench.name}.svg)`,
    '',
    `| round | ours, ${bench.unit} | floor, ${bench.unit} | ratio |`,
    '| ---: | ---: | ---: | ---: |',
    ...rows,
    `| **median** | ${medians.map((value) => `**${value}**`).join(' | ')} |`,
    '',
    `Ours: ${bench.what}. Floor: ${bench.floor}. Both sides alternate in one process; ${Math.round(outcome.seconds)} s in all.`,
    '',
  ].join('\n');
}

/** The table of all benches that were ever measured, in the order given. */
export function overviewOf(entries: readonly Entry[]): string {
  const rows = entries.map((entry) => {
    const { bench, machine, outcome } = entry;
    const verdict = verdictOf(entry);
    const figures =
      outcome.kind === 'measured'
        ? [...mediansOf(outcome.rounds).map((value) => `${figure(value)} ${bench.unit}`), ratioText(entry)]
        : ['', '', outcome.why];
    const cells = [
      `${signs[verdict]} ${verdict}`,
      bench.goal,
      `[${bench.what}](${bench.name}.md)`,
      bench.floor,
      ...figures,
      targetText(bench.target) || 'reported',
      `${machine.at.slice(0, 16).replace('T', ' ')}, ${machine.commit}`,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const machines = new Set(entries.map(({ machine }) => hardwareLine(machine)));
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench [name] [--rounds N]`. Each of our ways is measured beside the least that the machine can',
    'do, both alternating in one process; the ratio is the median of the ratios of the rounds. A target counts as missed',
    'when the median misses it and four of five rounds do.',
    '',
    ...[...machines].map((line) => `- ${line}`),
    '',
    '| verdict | goal | ours | floor | median of ours | median of the floor | ratio | target | measured (UTC), commit |',
    '| --- | --- | --- | --- | ---: | ---: | ---: | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function ratioText({ outcome }: Entry): string {
  return outcome.kind === 'measured' ? figure(medianOf(ratiosOf(outcome.rounds))) : '';
}

function mediansOf(rounds: readonly Measured[]): number[] {
  return [medianOf(rounds.map(({ ours }) => ours)), medianOf(rounds.map(({ floor }) => floor))];
}

function targetText(target: Bench['target']): string {
  if (target === null) return '';
  return 'most' in target ? `≤ ${target.most}` : `≥ ${target.least}`;
}

function hardwareLine({ cpu, cores, memoryGiB, node, postgres, kafka }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGiB} GiB of memory; Node ${node}, PostgreSQL ${postgres}, Kafka ${kafka}`;
}

function machineLine(machine: Machine): string {
  return `Measured on ${hardwareLine(machine)}, at ${machine.at} on commit ${machine.commit}.`;
}

/** Three digits that count, and no more. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}
