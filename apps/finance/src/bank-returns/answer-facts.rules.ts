import type { Fact } from '@xibu/domain';
import { PaymentAccepted, PaymentReturned } from '@xibu/domain/finance/events';
import type { ReturnFile, ReturnOutcome } from '../bank-files/return-file.js';

/** A payment line as far as its fact needs it. */
export interface AnsweredLine {
  readonly reference: string;
  readonly accountId: string;
  readonly division: number;
  readonly month: string;
  readonly fen: number;
}

/** What the volunteers are told: one fact for each step that a line took, in the order of the rows. */
export function factsOf(
  { steps }: Pick<ReturnOutcome, 'steps'>,
  lines: ReadonlyMap<string, AnsweredLine>,
  file: Pick<ReturnFile, 'rows' | 'date'>,
): Fact[] {
  return steps.flatMap(({ row, reference, after }): Fact[] => {
    const line = lines.get(reference);
    if (!line || after === 'pending') return [];
    const { valueDate = '', reason = '' } = file.rows[row - 2] ?? {};
    const { accountId, division, month, fen } = line;
    const of = { reference, accountId, county: division, month, fen };
    return after === 'accepted'
      ? [PaymentAccepted(reference, { ...of, valueDate: valueDate || file.date })]
      : [PaymentReturned(reference, { ...of, reason })];
  });
}
