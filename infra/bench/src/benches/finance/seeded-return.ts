import type { LineState, ReturnRow, RowCode } from '@xibu/finance/dist/bank-files/return-file.js';
import { totalsOf } from '@xibu/finance/dist/bank-files/return-file.rules.js';
import { writeReturnFile } from '@xibu/finance/dist/bank-files/write-bank-files.js';

export interface SeededLine {
  readonly reference: string;
  readonly fen: number;
}

/** A bank's answer with known things wrong in it, and what has to be found. */
export interface SeededReturn {
  readonly batch: string;
  readonly bytes: Buffer;
  /** Its rows as a table for COPY: reference, fen, status. */
  readonly table: string;
  /** How each line has to stand after it. */
  readonly states: ReadonlyMap<string, LineState>;
  /** Which rows have to be noted, and as what. */
  readonly notes: ReadonlyMap<number, RowCode>;
}

/** Of each thousand lines seven are answered wrongly, each in a way of its own; all others are accepted. */
const every = 1_000;
const anomalies = ['missing', 'duplicate', 'one more', 'one less', 'failed', 'came back', 'unknown'] as const;

export function seededReturn(batch: string, lines: readonly SeededLine[]): SeededReturn {
  const rows: ReturnRow[] = [];
  const states = new Map<string, LineState>();
  const notes = new Map<number, RowCode>();
  const answer = (reference: string, fen: number, status: ReturnRow['status'], note?: RowCode): void => {
    const reason = status === 'S' ? '' : '户名不符';
    const seq = String(rows.length + 1);
    rows.push({ seq, reference, fen: BigInt(fen), status, reason, bankReference: `K${seq}`, valueDate: '2023-09-05' });
    // The header is row 1.
    if (note) notes.set(rows.length + 1, note);
  };
  for (const [index, { reference, fen }] of lines.entries()) {
    const anomaly = anomalies[index % every];
    const differs = anomaly === 'one more' ? 1 : anomaly === 'one less' ? -1 : 0;
    if (anomaly !== 'missing') {
      answer(reference, fen + differs, anomaly === 'failed' ? 'F' : 'S', differs === 0 ? undefined : 'amount-differs');
    }
    if (anomaly === 'duplicate') answer(reference, fen, 'S', 'repeated-row');
    if (anomaly === 'came back') answer(reference, fen, 'R');
    if (anomaly === 'unknown') answer(`P9${reference.slice(2)}`, fen, 'S', 'unknown-reference');
    const isOpen = anomaly === 'missing' || differs !== 0;
    states.set(
      reference,
      isOpen ? 'pending' : anomaly === 'failed' || anomaly === 'came back' ? 'returned' : 'accepted',
    );
  }
  const file = { batch, date: '2023-09-05', count: BigInt(rows.length), rows, totals: totalsOf(rows) } as const;
  const table = rows.map(({ reference, fen, status }) => `${reference}\t${fen}\t${status}\n`).join('');
  return { batch, bytes: writeReturnFile(file), table, states, notes };
}
