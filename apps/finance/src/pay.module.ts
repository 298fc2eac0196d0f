import { Module } from '@nestjs/common';
import { AdjustmentsController } from './adjustments/adjustments.controller.js';
import { DecideAdjustment } from './adjustments/decide-adjustment.js';
import { ListAdjustments } from './adjustments/list-adjustments.js';
import { PrepareAdjustment } from './adjustments/prepare-adjustment.js';
import { TryAdjustment } from './adjustments/try-adjustment.js';
import { ExceptionsController } from './exceptions/exceptions.controller.js';
import { ListExceptions } from './exceptions/list-exceptions.js';
import { SettleExceptions } from './exceptions/settle-exceptions.js';
import { ListOwnSlips } from './pay-slips/list-own-slips.js';
import { PaySlipsController } from './pay-slips/pay-slips.controller.js';
import { PrintPaySlip } from './pay-slips/print-pay-slip.js';
import { ApproveSubsidyRun } from './subsidy-runs/approve-subsidy-run.js';
import { CalculateSubsidyRun } from './subsidy-runs/calculate-subsidy-run.js';
import { EveryDayTellLatePay } from './subsidy-runs/every-day-tell-late-pay.js';
import { EveryMonthOpenSubsidyRun } from './subsidy-runs/every-month-open-subsidy-run.js';
import { ExplainRunPerson } from './subsidy-runs/explain-run-person.js';
import { FinishCalculations } from './subsidy-runs/finish-calculations.js';
import { GetSubsidyRun } from './subsidy-runs/get-subsidy-run.js';
import { ListSubsidyRuns } from './subsidy-runs/list-subsidy-runs.js';
import { LockAttendance } from './subsidy-runs/lock-attendance.js';
import { OpenSubsidyRun } from './subsidy-runs/open-subsidy-run.js';
import { PreviewSubsidyRun } from './subsidy-runs/preview-subsidy-run.js';
import { RecomputeSubsidyRun } from './subsidy-runs/recompute-subsidy-run.js';
import { ReleaseSubsidyRun } from './subsidy-runs/release-subsidy-run.js';
import { RunApprovalController, RunPreparationController } from './subsidy-runs/run-steps.controller.js';
import { RunComputationsController, SubsidyRunsController } from './subsidy-runs/subsidy-runs.controller.js';
import { TellLatePay } from './subsidy-runs/tell-late-pay.js';

/** What is due to whom, by which standards, and who approved it. */
@Module({
  controllers: [
    ...[AdjustmentsController, SubsidyRunsController, RunComputationsController, RunPreparationController],
    ...[RunApprovalController, ExceptionsController, PaySlipsController],
  ],
  providers: [
    ...[PrepareAdjustment, TryAdjustment, DecideAdjustment, ListAdjustments],
    ...[OpenSubsidyRun, LockAttendance, CalculateSubsidyRun, FinishCalculations, ApproveSubsidyRun, ReleaseSubsidyRun],
    ...[PreviewSubsidyRun, RecomputeSubsidyRun, GetSubsidyRun, ListSubsidyRuns, ExplainRunPerson],
    ...[ListExceptions, SettleExceptions, ListOwnSlips, PrintPaySlip],
    ...[EveryMonthOpenSubsidyRun, TellLatePay, EveryDayTellLatePay],
  ],
})
export class PayModule {}
