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
import { frozenDigest } from './migrations/0120-frozen-digest.js';
import { keptRows } from './migrations/0130-kept-rows.js';
import { MonthCloseTable } from './month-closes/month-close.table.js';
import { PaymentHoldTable } from './payment-holds/payment-hold.table.js';
import { WhenApplicationDecided } from './people/when-application-decided.js';
import { WhenGradeDecided } from './people/when-grade-decided.js';
import { WhenPersonIdentified } from './people/when-person-identified.js';
import { WhenVolunteerServes } from './people/when-volunteer-serves.js';
import { SubsidyRunTable } from './subsidy-runs/subsidy-run.table.js';

/** 资金: subsidies, payments, the ledger, and insurance. */
export const finance: ServiceDefinition<FinanceConfig> = {
  name: 'finance',
  module: FinanceModule,
  config: FinanceConfig,
  migrations: [
    ...[people, payTerms, bankCards, attendance, subsidyRuns, ledger, payments, insurance, coversAgain],
    ...[linesOfARun, whoAsked, frozenDigest, keptRows],
  ],
  tables: [
    ...[AdjustmentTable, BankCardTable, AttendanceTable, PaymentHoldTable, SubsidyRunTable, PayExceptionTable],
    ...[FundArrivalTable, BatchTable, MonthCloseTable, InsurancePolicyTable, InsuranceClaimTable, CoverageGapTable],
  ],
  owns: [
    ...['adjustment', 'rate', 'funding_layer', 'insurance_terms', 'declared_base', 'bank_card', 'attendance'],
    ...['unpaid_day', 'payment_hold', 'subsidy_run', 'run_snapshot', 'run_person', 'run_line', 'run_payout'],
    ...['pay_exception', 'ledger_posting', 'ledger_entry', 'fund_arrival', 'fund_spending', 'batch', 'payment_line'],
    ...['batch_line', 'return_file', 'month_close', 'carried_line', 'pay_late', 'insurance_policy'],
    // Cover begins with an admission and is gone on with by policies and commands.
    ...['commercial_cover', 'insurance_claim', 'agency_slip', 'agency_slip_row', 'coverage_gap'],
  ],
  copies: [
    { table: 'person', keptBy: [WhenPersonIdentified, WhenApplicationDecided, WhenVolunteerServes] },
    { table: 'admission', keptBy: [WhenApplicationDecided] },
    ...['volunteer', 'service_span', 'agreement_span'].map((table) => ({ table, keptBy: [WhenVolunteerServes] })),
    { table: 'grade', keptBy: [WhenGradeDecided] },
    // Whoever looks after a person looks after their card, their hold and their cover.
    ...['bank_card', 'payment_hold', 'commercial_cover'].map((table) => {
      return { table, keptBy: [WhenApplicationDecided, WhenVolunteerServes], columns: ['division'] };
    }),
  ],
  ground: ['bank_card', 'payment_hold', 'commercial_cover'].map((table) => ({ table, begins: { division: '0' } })),
  copiesSeasons: true,
};
