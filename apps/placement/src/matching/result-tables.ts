import { TableCursor, writeTable } from '@xibu/documents/strict-tables';
import { readFlag } from './forest-tables.js';
import { type ResultFiles, resultColumns } from './round-files.js';
import type { CutoffRow, EdgeKey, ResultRow, RoundResult } from './round-result.js';

/** A result whose rows may come one by one. */
interface ResultToWrite extends Pick<RoundResult, 'cutoffs'> {
  readonly rows: Iterable<ResultRow>;
}

export function writeResult({ rows, cutoffs }: ResultToWrite): ResultFiles {
  return {
    'result.csv': writeTable(resultColumns['result.csv'], fieldsOf(rows)),
    'cutoffs.csv': writeTable(
      resultColumns['cutoffs.csv'],
      cutoffs.map(({ nodeId, held, full, key }) => [
        nodeId,
        held,
        full ? 1 : 0,
        ...(key ? [key.class, key.score, key.lottery, key.code] : ['', '', '', '']),
      ]),
    ),
  };
}

function* fieldsOf(rows: Iterable<ResultRow>): Generator<(string | number)[]> {
  for (const { code, postId, pass, rank } of rows) yield [code, postId ?? '', pass ?? '', rank ?? ''];
}

/** Reads the two result tables as rows; whether they are right is for `verify` to say. Throws a `TableFault`. */
export function readResult(files: ResultFiles): RoundResult {
  return { rows: readRows(files['result.csv']), cutoffs: readCutoffs(files['cutoffs.csv']) };
}

function readRows(bytes: Uint8Array): ResultRow[] {
  const cursor = new TableCursor('result.csv', bytes, resultColumns['result.csv']);
  const rows: ResultRow[] = [];
  while (cursor.next()) {
    const code = cursor.id(0);
    if (cursor.isEmpty(1)) {
      for (const column of [2, 3])
        if (!cursor.isEmpty(column)) throw cursor.fault(column, 'must be empty without a post');
      rows.push({ code, postId: null, pass: null, rank: null });
      continue;
    }
    const pass = cursor.integer(2);
    if (pass !== 1 && pass !== 2) throw cursor.fault(2, 'must be 1 or 2');
    if (pass === 2 && !cursor.isEmpty(3)) throw cursor.fault(3, 'must be empty in pass 2');
    rows.push({ code, postId: cursor.id(1), pass, rank: pass === 1 ? cursor.integer(3) : null });
  }
  return rows;
}

function readCutoffs(bytes: Uint8Array): CutoffRow[] {
  const cursor = new TableCursor('cutoffs.csv', bytes, resultColumns['cutoffs.csv']);
  const rows: CutoffRow[] = [];
  while (cursor.next()) {
    const nodeId = nameOf(cursor);
    const key = cursor.isEmpty(6) ? null : keyOf(cursor);
    if (!key) {
      for (const column of [3, 4, 5])
        if (!cursor.isEmpty(column)) throw cursor.fault(column, 'must be empty without a key');
    }
    rows.push({ nodeId, held: cursor.integer(1), full: readFlag(cursor, 2), key });
  }
  return rows;
}

/** A node by its id, or a post as `post:<id>`. */
function nameOf(cursor: TableCursor): string {
  const name = textOf(cursor, 0);
  if (!/^(post:)?[A-Za-z0-9_-]{1,40}$/.test(name)) throw cursor.fault(0, 'is neither a node nor a post');
  return name;
}

function keyOf(cursor: TableCursor): EdgeKey {
  const lottery = textOf(cursor, 5);
  if (!/^(0|[1-9][0-9]{0,19})$/.test(lottery)) throw cursor.fault(5, 'is not an unsigned number of 64 bits');
  return { class: cursor.integer(3), score: cursor.integer(4), lottery, code: cursor.id(6) };
}

function textOf(cursor: TableCursor, column: number): string {
  return Buffer.from(cursor.bytes.subarray(cursor.from[column], cursor.to[column])).toString('latin1');
}
