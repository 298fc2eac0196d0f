import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { PaymentOfSlip } from '@xibu/domain/finance/api';
import { Clock, Database } from '@xibu/platform';
import { found } from '../offices/office-scope.js';
import { requireReason, sign } from '../offices/signature.js';
import { readLines } from './payment-lines.js';

/** The card was right and the bank was not: the next batch tries the same card again, on the word of the office. */
@Injectable()
export class RetryPayment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(reference: string, reason: string, actor: Actor): Promise<PaymentOfSlip> {
    const said = requireReason(reason);
    return this.database.transaction(async (tx) => {
      const [line] = await readLines(tx, 'l.reference = $1', [reference], 'for update of l');
      const { state, fen, valueDate, replaces } = found(line, actor);
      if (state !== 'returned') throw new Refusal('payment.not-returned', { state });
      const signature = { ...sign(actor, this.clock.now()), reason: said };
      const [rows]: [unknown[], number] = await tx.query(
        `update payment_line set retry = $2 where reference = $1
           and not exists (select from payment_line n where n.replaces = $1) returning reference`,
        [reference, JSON.stringify(signature)],
      );
      if (rows.length === 0) throw new Refusal('payment.replaced');
      return { reference, fen, state, reason: said, valueDate, replaces };
    });
  }
}
