import { digestOfFiles, TableFault } from '@xibu/documents/strict-tables';

/** The tables of a published round and their columns, in the order in which the digests take them. */
export const inputColumns = {
  'nodes.csv': ['node_id', 'parent_id', 'max'],
  'posts.csv': ['post_id', 'node_id', 'special', 'capacity', 'reassignable'],
  'applicants.csv': ['code', 'score', 'reassign'],
  'preferences.csv': ['code', 'rank', 'post_id', 'class'],
  'traits.csv': ['code', 'special', 'class'],
} as const;

export const resultColumns = {
  'result.csv': ['code', 'post_id', 'pass', 'rank'],
  'cutoffs.csv': ['node_id', 'held', 'full', 'class', 'score', 'lottery', 'code'],
} as const;

export type InputFile = keyof typeof inputColumns;
export type ResultFile = keyof typeof resultColumns;

export type InputFiles = Readonly<Record<InputFile, Uint8Array>>;
export type ResultFiles = Readonly<Record<ResultFile, Uint8Array>>;

export const inputFiles = Object.keys(inputColumns) as InputFile[];
export const resultFiles = Object.keys(resultColumns) as ResultFile[];

/** What is published at the freeze, before the seed. */
export function inputDigestOf(files: InputFiles): string {
  return digestOfFiles(inputFiles.map((name) => [name, files[name]]));
}

/** What is published with the result. */
export function resultDigestOf(files: ResultFiles): string {
  return digestOfFiles(resultFiles.map((name) => [name, files[name]]));
}

/** Refuses a row whose sorting field does not come after that of the row before. */
export function requireOrder(file: string, line: number, column: string, previous: string, current: string): void {
  if (current === previous) throw new TableFault(file, line, column, `${current} is there twice`);
  if (current < previous) throw new TableFault(file, line, column, `${current} must come before ${previous}`);
}
