import { parseArgs } from 'node:util';
import { TableFault } from '@xibu/documents';
import { computeRun } from './month-pay.rules.js';
import { readRunFolder } from './read-run-folder.js';
import type { RunInputs } from './run-inputs.js';
import type { RunResult } from './run-result.js';
import { writeRunFolder, writeRunResult } from './write-run-folder.js';

export interface ExportedRun {
  readonly inputs: RunInputs;
  readonly result: RunResult;
}

/** Reads one run of the service; people by pseudonym unless `names`. */
export type RunExporter = (databaseUrl: string, run: string, names: boolean) => Promise<ExportedRun>;

export interface PayEnvironment {
  readonly databaseUrl: string | undefined;
  /** Null in a build without the service. */
  readonly exportRun: RunExporter | null;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

const usage = 'Use: pay --in DIR --out DIR2, or pay --export RUN --out DIR [--names].';

/** A sentence for whoever typed the command, and exit code 2. */
class UsageFault extends Error {}

/** `npm run pay`. Exit codes: 0 done, 2 for input that breaks the format or a command that cannot be followed. */
export async function pay(args: readonly string[], environment: PayEnvironment): Promise<0 | 2> {
  try {
    await run(args, environment);
    return 0;
  } catch (error) {
    if (!(error instanceof TableFault || error instanceof UsageFault)) throw error;
    environment.complain(error.message);
    return 2;
  }
}

async function run(args: readonly string[], environment: PayEnvironment): Promise<void> {
  const { in: from, out, export: exported, names } = optionsOf(args);
  if (out === undefined || (from === undefined) === (exported === undefined)) throw new UsageFault(usage);
  if (from !== undefined) return recompute(from, out, environment);
  if (exported !== undefined) return exportTo(out, exported, names ?? false, environment);
}

function optionsOf(args: readonly string[]) {
  const options = {
    in: { type: 'string' },
    out: { type: 'string' },
    export: { type: 'string' },
    names: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageFault(`${error instanceof Error ? error.message : String(error)} ${usage}`);
  }
}

async function recompute(from: string, out: string, { say }: PayEnvironment): Promise<void> {
  const { inputs, manifest } = await readRunFolder(from);
  const result = computeRun(inputs);
  const resultDigest = await writeRunResult(out, inputs, result);
  say(`${manifest.format} ${manifest.month}: ${result.pay.length} in pay.csv, ${result.exceptions.length} exceptions`);
  say(`input  ${manifest.inputDigest}`);
  say(`result ${resultDigest}`);
  if (manifest.resultDigest !== '' && manifest.resultDigest !== resultDigest) {
    say(`the folder claimed another result: ${manifest.resultDigest}`);
  }
}

async function exportTo(out: string, run: string, names: boolean, environment: PayEnvironment): Promise<void> {
  const { databaseUrl, exportRun, say } = environment;
  if (!databaseUrl) {
    throw new UsageFault(
      'To export a run, set XIBU_DATABASE_URL (or DATABASE_URL) to the address of the finance database.',
    );
  }
  if (!exportRun)
    throw new UsageFault('This build holds the rules of pay without the service, so it cannot export runs.');
  const { inputs, result } = await exportRun(databaseUrl, run, names);
  await writeRunFolder(out, inputs, result);
  say(`run ${run} is in ${out}`);
}
