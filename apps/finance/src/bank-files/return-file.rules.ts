import type { LegalDate } from '@xibu/domain';
import type {
  FileResult,
  LineBefore,
  LineStanding,
  LineState,
  LineStep,
  ReturnFile,
  ReturnOutcome,
  ReturnRow,
  ReturnStatus,
  ReturnTotals,
  RowCode,
  RowNote,
} from './return-file.js';

/** The only steps a payment line can take. `returned` is final: another line may replace it, it never comes back. */
export const lineSteps: Readonly<Record<LineState, Partial<Record<ReturnStatus, LineState>>>> = {
  pending: { S: 'accepted', F: 'returned', P: 'pending' },
  accepted: { R: 'returned' },
  returned: {},
};

export function newLine(reference: string, fen: number): LineStanding {
  return { reference, fen, state: 'pending', status: null, reason: '', bankReference: '', valueDate: '' };
}

/** Counts and sums of the rows, as the trailer should say them. */
export function totalsOf(rows: readonly Pick<ReturnRow, 'status' | 'fen'>[]): ReturnTotals {
  const totals = { acceptedCount: 0n, acceptedFen: 0n, failedCount: 0n, failedFen: 0n };
  for (const { status, fen } of rows) {
    if (status === 'S') {
      totals.acceptedCount += 1n;
      totals.acceptedFen += fen;
    } else if (status !== 'P') {
      totals.failedCount += 1n;
      totals.failedFen += fen;
    }
  }
  return totals;
}

/** Whether a well-formed file may be taken in for a batch at all. */
export function fileResult(
  file: ReturnFile,
  batch: string,
): Extract<FileResult, 'taken' | 'wrong-batch' | 'totals-differ'> {
  if (file.batch !== batch) return 'wrong-batch';
  const right = totalsOf(file.rows);
  const agrees =
    file.count === BigInt(file.rows.length) &&
    right.acceptedCount === file.totals.acceptedCount &&
    right.acceptedFen === file.totals.acceptedFen &&
    right.failedCount === file.totals.failedCount &&
    right.failedFen === file.totals.failedFen;
  return agrees ? 'taken' : 'totals-differ';
}

/** Takes the rows of a file in, one by one and in order. `lines` are those of the batch and are left as they were. */
export function applyReturn(lines: ReadonlyMap<string, LineBefore>, file: ReturnFile): ReturnOutcome {
  const changed = new Map<string, LineStanding>();
  const steps: LineStep[] = [];
  const notes: RowNote[] = [];
  for (const [index, row] of file.rows.entries()) {
    const { reference, status, reason, bankReference, valueDate } = row;
    const line = changed.get(reference) ?? lines.get(reference);
    const code = objectionTo(row, line, file.date);
    const after = line && lineSteps[line.state][status];
    if (code || !line || !after) {
      notes.push({ row: index + 2, code: code ?? 'conflict', reference });
      continue;
    }
    steps.push({ row: index + 2, reference, status, before: line.state, after });
    changed.set(reference, { reference, fen: line.fen, state: after, status, reason, bankReference, valueDate });
  }
  return { changed: [...changed.values()], steps, notes };
}

/** Why a row is not even asked which step it makes; the first reason that applies. */
function objectionTo(row: ReturnRow, line: LineBefore | undefined, fileDate: LegalDate): RowCode | null {
  if (!line) return 'unknown-reference';
  if (row.fen !== BigInt(line.fen)) return 'amount-differs';
  if (row.valueDate > fileDate) return 'future-date';
  return row.status !== 'P' && row.status === line.status ? 'repeated-row' : null;
}

/** Noted rows are shown, but only these are work for somebody. */
export function isException({ code }: Pick<RowNote, 'code'>): boolean {
  return code !== 'repeated-row';
}
