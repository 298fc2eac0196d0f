import { isBadFormat, readReturnFile } from './read-return-file.js';
import type { FileResult, LineBefore, LineStanding, RowNote } from './return-file.js';
import { applyReturn, fileResult } from './return-file.rules.js';
import { sha256 } from './write-bank-files.js';

export interface TakenIn {
  readonly result: FileResult;
  readonly changed: readonly LineStanding[];
  readonly notes: readonly RowNote[];
}

/**
 * One return file for one batch. `taken` are the digests of the files that were taken in before: the same bytes again
 * change nothing. A file that is refused changes nothing either, and may come again.
 */
export function takeInReturn(
  batch: string,
  lines: ReadonlyMap<string, LineBefore>,
  bytes: Uint8Array,
  taken: ReadonlySet<string>,
): TakenIn {
  const unchanged = (result: FileResult): TakenIn => ({ result, changed: [], notes: [] });
  if (taken.has(sha256(bytes))) return unchanged('repeated-file');
  const file = readReturnFile(bytes);
  if (isBadFormat(file)) return unchanged(`bad-format:${file.row}:${file.column}`);
  const result = fileResult(file, batch);
  if (result !== 'taken') return unchanged(result);
  const { changed, notes } = applyReturn(lines, file);
  return { result, changed, notes };
}

export interface Reconciled {
  readonly files: readonly (readonly [file: string, result: FileResult])[];
  /** By reference. */
  readonly lines: readonly LineStanding[];
  readonly notes: readonly (RowNote & { readonly file: string })[];
}

/** Every return file of a batch, in the order given. */
export function takeInReturns(
  batch: string,
  lines: readonly LineStanding[],
  returns: readonly (readonly [file: string, bytes: Uint8Array])[],
): Reconciled {
  const standing = new Map(lines.map((line) => [line.reference, line]));
  const taken = new Set<string>();
  const files: [string, FileResult][] = [];
  const notes: (RowNote & { file: string })[] = [];
  for (const [file, bytes] of returns) {
    const one = takeInReturn(batch, standing, bytes, taken);
    files.push([file, one.result]);
    if (one.result === 'taken') taken.add(sha256(bytes));
    for (const line of one.changed) standing.set(line.reference, line);
    notes.push(...one.notes.map((note) => ({ file, ...note })));
  }
  const sorted = [...standing.values()].sort((left, right) => (left.reference < right.reference ? -1 : 1));
  return { files, lines: sorted, notes };
}
