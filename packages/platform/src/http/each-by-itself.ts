import { Refusal, type RefusalCode } from '@xibu/domain';

/** What became of one row of many. */
export type Outcome<Done extends object> =
  | ({ readonly id: string; readonly done: true; readonly code?: never } & Done)
  | { readonly id: string; readonly done: false; readonly code: RefusalCode };

/**
 * The same for many rows, one after the other in their order; each stands or falls by itself: a Refusal is the answer
 * of its row, a fault ends all. What the work returns stands in the answer of the row.
 */
export async function eachByItself<Row, Done extends object>(
  rows: readonly Row[],
  idOf: (row: Row, index: number) => string,
  work: (row: Row) => Promise<Done>,
): Promise<Outcome<Done>[]> {
  const outcomes: Outcome<Done>[] = [];
  for (const [index, row] of rows.entries()) {
    const id = idOf(row, index);
    try {
      outcomes.push({ id, done: true, ...(await work(row)) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcomes.push({ id, done: false, code: error.code });
    }
  }
  return outcomes;
}
