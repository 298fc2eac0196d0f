import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor, LegalDate } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { ReasonDto } from '../offices/reason.dto.js';
import { AdjustmentsQuery, PrepareAdjustmentDto, TermsQuery } from './adjustments.dto.js';
import { DecideAdjustment } from './decide-adjustment.js';
import { ListAdjustments } from './list-adjustments.js';
import { PrepareAdjustment } from './prepare-adjustment.js';
import { TryAdjustment } from './try-adjustment.js';

@Controller()
export class AdjustmentsController {
  constructor(
    private readonly adjustments: ListAdjustments,
    private readonly preparation: PrepareAdjustment,
    private readonly trying: TryAdjustment,
    private readonly decision: DecideAdjustment,
  ) {}

  @Get('pay-terms')
  @May('adjustment.read')
  terms(@Query() { county, on }: TermsQuery) {
    return this.adjustments.inForce(county, on as LegalDate);
  }

  @Get('adjustments')
  @May('adjustment.read')
  list(@Query() query: AdjustmentsQuery, @CurrentActor() actor: Actor) {
    return this.adjustments.run(query, actor);
  }

  @Get('adjustments/:id')
  @May('adjustment.read')
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.adjustments.get(id, actor);
  }

  @Post('adjustments')
  @May('adjustment.prepare')
  prepare(@Body() request: PrepareAdjustmentDto, @CurrentActor() actor: Actor) {
    return this.preparation.run(request, actor);
  }

  @Post('adjustments/:id/dry-run')
  @HttpCode(200)
  @May('adjustment.try')
  dryRun(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.trying.run(id, actor);
  }

  @Post('adjustments/:id/approve')
  @HttpCode(200)
  @May('adjustment.approve')
  approve(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.decision.approve(id, actor);
  }

  @Post('adjustments/:id/reject')
  @HttpCode(200)
  @May('adjustment.approve')
  reject(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.decision.reject(id, reason, actor);
  }
}
