import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, IfMatch, May } from '@xibu/platform';
import { ReasonDto } from '../counties/counties.dto.js';
import { ListQuotas } from './list-quotas.js';
import { MoveQuotaPlan } from './move-quota-plan.js';
import { PrepareQuotaPlan } from './prepare-quota-plan.js';
import {
  PrepareQuotaPlanDto,
  ProposeTransferDto,
  QuotaLinesDto,
  QuotaTransfersQuery,
  SeasonQuery,
} from './quotas.dto.js';
import { TransferQuota } from './transfer-quota.js';

/** 实施规模 in force, as each office sees its own part. */
@Controller('quotas')
export class QuotasController {
  constructor(private readonly quotas: ListQuotas) {}

  @Get()
  @May('quota.read')
  inForce(@Query() { season }: SeasonQuery, @CurrentActor() actor: Actor) {
    return this.quotas.inForce(season, actor);
  }
}

/** The plan of a season: prepared by one, approved by another. */
@Controller('quota-plans')
export class QuotaPlansController {
  constructor(
    private readonly quotas: ListQuotas,
    private readonly preparation: PrepareQuotaPlan,
    private readonly plan: MoveQuotaPlan,
  ) {}

  @Get()
  @May('quota.read')
  list(@Query() { season }: SeasonQuery, @CurrentActor() actor: Actor) {
    return this.quotas.plans(season, actor);
  }

  @Post()
  @May('quota.prepare')
  prepare(@Body() request: PrepareQuotaPlanDto, @CurrentActor() actor: Actor) {
    return this.preparation.run(request, actor);
  }

  @Put(':id')
  @May('quota.prepare')
  rewrite(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { lines }: QuotaLinesDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ) {
    return this.preparation.rewrite(id, lines, version, actor);
  }

  @Post(':id/propose')
  @HttpCode(200)
  @May('quota.prepare')
  propose(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.plan.run(id, { take: 'propose' }, actor);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @May('quota.approve')
  approve(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.plan.run(id, { take: 'approve' }, actor);
  }

  @Post(':id/return')
  @HttpCode(200)
  @May('quota.approve')
  sendBack(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.plan.run(id, { take: 'return', reason }, actor);
  }
}

/** 名额调剂 and 收回. */
@Controller('quota-transfers')
export class QuotaTransfersController {
  constructor(
    private readonly quotas: ListQuotas,
    private readonly transfers: TransferQuota,
  ) {}

  @Get()
  @May('quota.read')
  list(@Query() query: QuotaTransfersQuery, @CurrentActor() actor: Actor) {
    return this.quotas.transfers(query, actor);
  }

  @Post()
  @May('quota.prepare')
  propose(@Body() request: ProposeTransferDto, @CurrentActor() actor: Actor) {
    return this.transfers.propose(request, actor);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @May('quota.approve')
  approve(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.transfers.approve(id, actor);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @May('quota.approve')
  refuse(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.transfers.refuse(id, reason, actor);
  }
}
