import { readTable } from '@xibu/documents';
import { Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { readResult } from '../matching/result-tables.js';
import {
  type InputFile,
  type InputFiles,
  inputColumns,
  inputFiles,
  type ResultFiles,
  resultFiles,
} from '../matching/round-files.js';
import type { RoundInput } from '../matching/round-input.js';
import type { RoundResult } from '../matching/round-result.js';
import type { Round } from './round.js';

/** Keeps the bytes of a round beside it; the same name is replaced, for a run that is done again. */
export async function storeFiles(
  tx: Tx,
  { id, division }: Pick<Round, 'id' | 'division'>,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<void> {
  const names = Object.keys(files);
  await tx.query(
    `insert into round_file (round_id, division, name, bytes)
     select $1, $2, f.name, f.bytes from unnest($3::text[], $4::bytea[]) as f (name, bytes)
     on conflict (round_id, name) do update set bytes = excluded.bytes`,
    [id, division, names, names.map((name) => Buffer.from(files[name] ?? []))],
  );
}

export async function readFiles(tx: Tx, roundId: string): Promise<ReadonlyMap<string, Buffer>> {
  const rows: { name: string; bytes: Buffer }[] = await tx.query(
    'select name, bytes from round_file where round_id = $1',
    [roundId],
  );
  return new Map(rows.map(({ name, bytes }) => [name, bytes]));
}

export function inputFilesOf(files: ReadonlyMap<string, Buffer>): InputFiles {
  return pick(files, inputFiles);
}

/** The two result tables. Refuses a round that has none yet. */
export function resultFilesOf(files: ReadonlyMap<string, Buffer>): ResultFiles {
  if (!resultFiles.every((name) => files.has(name))) throw new Refusal('round.no-result');
  return pick(files, resultFiles);
}

export function resultOf(files: ReadonlyMap<string, Buffer>): RoundResult {
  return readResult(resultFilesOf(files));
}

function pick<Name extends string>(
  files: ReadonlyMap<string, Buffer>,
  names: readonly Name[],
): Readonly<Record<Name, Buffer>> {
  const entries = names.map((name) => {
    const bytes = files.get(name);
    if (!bytes) throw new Error(`the round has no ${name}`);
    return [name, bytes] as const;
  });
  return Object.fromEntries(entries) as Record<Name, Buffer>;
}

/** The frozen rows again, as they were before they became bytes. */
export function inputRowsOf(files: InputFiles, seed: string): RoundInput {
  const rows = (name: InputFile) => readTable(name, files[name], inputColumns[name]);
  const text = (row: readonly string[], column: number): string => row[column] ?? '';
  const number = (row: readonly string[], column: number): number => Number(row[column]);
  return {
    nodes: rows('nodes.csv').map((row) => ({
      nodeId: text(row, 0),
      parentId: text(row, 1) === '' ? null : text(row, 1),
      max: text(row, 2) === '' ? null : number(row, 2),
    })),
    posts: rows('posts.csv').map((row) => ({
      ...{ postId: text(row, 0), nodeId: text(row, 1), special: text(row, 2) },
      ...{ capacity: number(row, 3), reassignable: text(row, 4) === '1' },
    })),
    applicants: rows('applicants.csv').map((row) => ({
      ...{ code: text(row, 0), score: number(row, 1), acceptsReassignment: text(row, 2) === '1' },
    })),
    preferences: rows('preferences.csv').map((row) => ({
      ...{ code: text(row, 0), rank: number(row, 1), postId: text(row, 2), class: number(row, 3) },
    })),
    traits: rows('traits.csv').map((row) => ({ code: text(row, 0), special: text(row, 1), class: number(row, 2) })),
    seed,
  };
}
