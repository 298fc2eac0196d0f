#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { TableFault } from '@xibu/documents/strict-tables';
import { readRound } from './freeze.js';
import { inputDigestOf, resultDigestOf } from './round-files.js';
import { readInputFolder, writeResultFolder } from './round-folder.js';
import { requireInputDigest, requireSeed, roundFormat } from './round-json.js';
import { resultTables, solve, solverVersion } from './solve.js';

interface Output {
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

/**
 * `npm run place -- --in DIR --out DIR2`: the solver of the service on files, without a database.
 * Answers the exit code: 0, or 2 after one sentence about the input.
 */
export async function place(args: readonly string[], { say, complain }: Output): Promise<0 | 2> {
  try {
    const folders = foldersOf(args);
    const { header, round, inputDigest } = await readFolder(folders.in);
    const solution = solve(round, header.seed);
    const result = resultTables(round, solution);
    const resultDigest = resultDigestOf(result);
    await writeResultFolder(folders.out, { ...header, resultDigest }, result);

    const placed = (pass: number) => solution.placement.pass.reduce((sum, each) => sum + (each === pass ? 1 : 0), 0);
    say(`xibu place ${solverVersion} (${roundFormat})`);
    say(`inputDigest ${inputDigest}`);
    say(`resultDigest ${resultDigest}`);
    say(`${round.applicants.codes.length} applicants: ${placed(1)} placed in pass 1, ${placed(2)} in pass 2`);
    return 0;
  } catch (error) {
    if (!(error instanceof TableFault)) throw error;
    complain(error.message);
    return 2;
  }
}

/** The bytes of the tables, hundreds of millions in a national round, are let go before anything is solved. */
async function readFolder(folder: string) {
  const { header, files } = await readInputFolder(folder);
  const round = readRound(files);
  const inputDigest = inputDigestOf(files);
  requireInputDigest(header, inputDigest);
  requireSeed(header);
  return { header, round, inputDigest };
}

function foldersOf(args: readonly string[]): { in: string; out: string } {
  const options = { in: { type: 'string' }, out: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true });
  const unknown = Object.keys(values).find((name) => name !== 'in' && name !== 'out') ?? positionals[0];
  if (typeof values.in === 'string' && typeof values.out === 'string' && unknown === undefined) {
    return { in: values.in, out: values.out };
  }
  throw new TableFault('place', 0, '', 'is called as "place --in DIR --out DIR2"');
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  process.exitCode = await place(process.argv.slice(2), {
    say: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  });
}
