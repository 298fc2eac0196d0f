import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { FinanceConfig } from '../finance.config.js';
import { ReasonDto } from '../offices/reason.dto.js';
import { ApproveSubsidyRun } from './approve-subsidy-run.js';
import { CalculateSubsidyRun } from './calculate-subsidy-run.js';
import { LockAttendance } from './lock-attendance.js';
import { OpenSubsidyRun } from './open-subsidy-run.js';
import { ReleaseSubsidyRun } from './release-subsidy-run.js';
import { ApproveRunDto, OpenRunDto } from './subsidy-runs.dto.js';

/** What the county office does with a run. */
@Controller('subsidy-runs')
export class RunPreparationController {
  constructor(
    private readonly opening: OpenSubsidyRun,
    private readonly attendance: LockAttendance,
    private readonly calculation: CalculateSubsidyRun,
    private readonly config: FinanceConfig,
  ) {}

  @Post()
  @May('subsidy-run.prepare')
  open(@Body() request: OpenRunDto, @CurrentActor() actor: Actor) {
    return this.opening.run(request, actor);
  }

  @Post(':id/lock-attendance')
  @HttpCode(200)
  @May('subsidy-run.prepare')
  lock(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.attendance.run(id, actor);
  }

  @Post(':id/unlock-attendance')
  @HttpCode(200)
  @May('subsidy-run.prepare')
  unlock(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.attendance.unlock(id, reason, actor);
  }

  @Post(':id/calculate')
  @HttpCode(200)
  @May('subsidy-run.prepare')
  calculate(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.calculation.run(id, actor, this.config.subsidyChunk);
  }
}

/** The second and the third pair of eyes. */
@Controller('subsidy-runs/:id')
export class RunApprovalController {
  constructor(
    private readonly approval: ApproveSubsidyRun,
    private readonly releasing: ReleaseSubsidyRun,
  ) {}

  @Post('approve')
  @HttpCode(200)
  @May('subsidy-run.approve')
  approve(@Param('id', ParseUUIDPipe) id: string, @Body() request: ApproveRunDto, @CurrentActor() actor: Actor) {
    return this.approval.run(id, request, actor);
  }

  @Post('return')
  @HttpCode(200)
  @May('subsidy-run.return')
  sendBack(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.approval.sendBack(id, reason, actor);
  }

  @Post('release')
  @HttpCode(200)
  @May('subsidy-run.release')
  release(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.releasing.run(id, actor);
  }
}
