import { Module } from '@nestjs/common';
import { TakeReturnFile } from './bank-returns/take-return-file.js';
import { BatchesController, BatchStepsController } from './batches/batches.controller.js';
import { ListBatches } from './batches/list-batches.js';
import { PrepareBatch } from './batches/prepare-batch.js';
import { ReleaseBatch } from './batches/release-batch.js';
import { FundsController } from './funds/funds.controller.js';
import { ListFunds } from './funds/list-funds.js';
import { RecordArrival } from './funds/record-arrival.js';
import { RecordSpending } from './funds/record-spending.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { ListLedger } from './ledger/list-ledger.js';
import { CloseMonth } from './month-closes/close-month.js';
import { MonthsController } from './month-closes/months.controller.js';
import { ShowBoard } from './month-closes/show-board.js';
import { ListPayments } from './payments/list-payments.js';
import { PaymentsController } from './payments/payments.controller.js';
import { RetryPayment } from './payments/retry-payment.js';

/** How money comes, goes to people, comes back, and is accounted for. */
@Module({
  controllers: [
    ...[FundsController, LedgerController, PaymentsController, BatchesController, BatchStepsController],
    MonthsController,
  ],
  providers: [
    ...[RecordArrival, RecordSpending, ListFunds, ListLedger, ListPayments, RetryPayment],
    ...[PrepareBatch, ReleaseBatch, ListBatches, TakeReturnFile, ShowBoard, CloseMonth],
  ],
})
export class PaymentsModule {}
