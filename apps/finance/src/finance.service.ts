import type { ServiceDefinition } from '@xibu/platform';
import { AdjustmentTable } from './adjustments/adjustment.table.js';
import { AttendanceTable } from './attendances/attendance.table.js';
import { BankCardTable } from './bank-cards/bank-card.table.js';
import { BatchTable } from './batches/batch.table.js';
import { CoverageGapTable } from './coverage/coverage-gap.table.js';
import { PayExceptionTable } from './exceptions/pay-exception.table.js';
import { FinanceConfig } from './finance.config.js';
import { FinanceModule } from './finance.module.js';
import { FundArrivalTable } from './funds/fund-arrival.table.js';
import { InsuranceClaimTable } from './insurance-claims/insurance-claim.table.js';
import { InsurancePolicyTable } from './insurance-policies/insurance-policy.table.js';
import { people } from './migrations/0010-people.js';
import { payTerms } from './migrations/0020-pay-terms.js';
import { bankCards } from './migrations/0030-bank-cards.js';
import { attendance } from './migrations/0040-attendance.js';
import { subsidyRuns } from './migrations/0050-subsidy-runs.js';
import { ledger } from './migrations/0060-ledger.js';
import { payments } from './migrations/0070-payments.js';
import { insurance } from './migrations/0080-insurance.js';
import { coversAgain } from './migrations/0090-covers-again.js';
import { linesOfARun } from './migrations/0100-lines-of-a-run.js';
import { whoAsked } from './migrations/0110-who-asked.js';
import { MonthCloseTable } from './month-closes/month-close.table.js';
import { PaymentHoldTable } from './payment-holds/payment-hold.table.js';
import { SubsidyRunTable } from './subsidy-runs/subsidy-run.table.js';

/** 资金: subsidies, payments, the ledger, and insurance. */
export const finance: ServiceDefinition<FinanceConfig> = {
  name: 'finance',
  module: FinanceModule,
  config: FinanceConfig,
  migrations: [
    ...[people, payTerms, bankCards, attendance, subsidyRuns, ledger, payments, insurance, coversAgain],
    ...[linesOfARun, whoAsked],
  ],
  tables: [
    ...[AdjustmentTable, BankCardTable, AttendanceTable, PaymentHoldTable, SubsidyRunTable, PayExceptionTable],
    ...[FundArrivalTable, BatchTable, MonthCloseTable, InsurancePolicyTable, InsuranceClaimTable, CoverageGapTable],
  ],
  copiesSeasons: true,
};
