import { Refusal, sayRefusal } from '@xibu/domain';
import type { BulkResult, RowResult } from '@xibu/domain/placement/api';
import { currentRequest } from '@xibu/platform';

/** Asks a rule for every row: what it answers is done, a Refusal is that row's own answer and stops no other. */
export function decideRows<Row extends { readonly number: string }, Done>(
  rows: readonly Row[],
  decide: (row: Row) => Done,
): { readonly done: Done[]; readonly result: BulkResult } {
  const done: Done[] = [];
  const results = rows.map((row): RowResult => {
    try {
      done.push(decide(row));
      return { number: row.number, ok: true, code: null, detail: null };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const detail = sayRefusal(error, currentRequest()?.language ?? 'zh');
      return { number: row.number, ok: false, code: error.code, detail };
    }
  });
  return { done, result: { done: done.length, refused: rows.length - done.length, rows: results } };
}
