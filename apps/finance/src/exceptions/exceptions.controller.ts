import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { ConfirmExceptionsDto, ExceptionsQuery, SettleExceptionsDto } from './exceptions.dto.js';
import { ListExceptions } from './list-exceptions.js';
import { SettleExceptions } from './settle-exceptions.js';

@Controller('exceptions')
export class ExceptionsController {
  constructor(
    private readonly exceptions: ListExceptions,
    private readonly settlement: SettleExceptions,
  ) {}

  @Get()
  @May('exception.read')
  list(@Query() query: ExceptionsQuery, @CurrentActor() actor: Actor) {
    return this.exceptions.run(query, actor);
  }

  /** The first person says how they were settled. */
  @Post('bulk-settle')
  @HttpCode(200)
  @May('exception.settle')
  settle(@Body() { ids, reason }: SettleExceptionsDto, @CurrentActor() actor: Actor) {
    return this.settlement.propose(ids, reason, actor);
  }

  /** The second person agrees. */
  @Post('bulk-confirm')
  @HttpCode(200)
  @May('exception.confirm')
  confirm(@Body() { ids }: ConfirmExceptionsDto, @CurrentActor() actor: Actor) {
    return this.settlement.confirm(ids, actor);
  }
}
