import type { LegalDate } from '@xibu/domain';
import type {
  FileResult,
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
  const accepted = rows.filter(({ status }) => status === 'S');
  const failed = rows.filter(({ status }) => status === 'F' || status === 'R');
  const sum = (some: readonly Pick<ReturnRow, 'fen'>[]): bigint => some.reduce((all, { fen }) => all + fen, 0n);
  return {
    acceptedCount: BigInt(accepted.length),
    acceptedFen: sum(accepted),
    failedCount: BigInt(failed.length),
    failedFen: sum(failed),
  };
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
export function applyReturn(lines: ReadonlyMap<string, LineStanding>, file: ReturnFile): ReturnOutcome {
  const changed = new Map<string, LineStanding>();
  const steps: LineStep[] = [];
  const notes: RowNote[] = [];
  for (const [index, row] of file.rows.entries()) {
    const at = index + 2;
    const line = changed.get(row.reference) ?? lines.get(row.reference);
    const answer = answerTo(row, line, file.date);
    if ('code' in answer) {
      notes.push({ row: at, code: answer.code, reference: row.reference });
      continue;
    }
    steps.push({ row: at, reference: row.reference, status: row.status, before: answer.from.state, after: answer.to });
    const { status, reason, bankReference, valueDate } = row;
    changed.set(row.reference, { ...answer.from, state: answer.to, status, reason, bankReference, valueDate });
  }
  return { changed: [...changed.values()], steps, notes };
}

type Answer = { readonly code: RowCode } | { readonly from: LineStanding; readonly to: LineState };

function answerTo(row: ReturnRow, line: LineStanding | undefined, fileDate: LegalDate): Answer {
  if (!line) return { code: 'unknown-reference' };
  if (row.fen !== BigInt(line.fen)) return { code: 'amount-differs' };
  if (row.valueDate > fileDate) return { code: 'future-date' };
  if (row.status !== 'P' && row.status === line.status) return { code: 'repeated-row' };
  const to = lineSteps[line.state][row.status];
  return to === undefined ? { code: 'conflict' } : { from: line, to };
}

/** Noted rows are shown, but only these are work for somebody. */
export function isException({ code }: Pick<RowNote, 'code'>): boolean {
  return code !== 'repeated-row';
}
