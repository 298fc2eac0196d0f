import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May, pdfAnswer } from '@xibu/platform';
import { ConfirmDispatch } from './confirm-dispatch.js';
import { ConfirmDispatchDto, DispatchesQuery, PrepareDispatchesDto } from './dispatches.dto.js';
import { ListDispatches } from './list-dispatches.js';
import { PrepareDispatches } from './prepare-dispatches.js';

/** 派遣: hand-over lists by county. */
@Controller('dispatches')
export class DispatchesController {
  constructor(
    private readonly lists: ListDispatches,
    private readonly preparing: PrepareDispatches,
    private readonly confirming: ConfirmDispatch,
  ) {}

  @Get()
  @May('dispatch.read')
  list(@Query() { season }: DispatchesQuery, @CurrentActor() actor: Actor) {
    return this.lists.run(season, actor);
  }

  @Post()
  @May('dispatch.prepare')
  prepare(@Body() request: PrepareDispatchesDto, @CurrentActor() actor: Actor) {
    return this.preparing.run(request, actor);
  }

  @Get(':id/list.pdf')
  @May('dispatch.read')
  async print(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    const { number, bytes } = await this.lists.print(id, actor);
    return pdfAnswer(bytes, number);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @May('dispatch.confirm')
  confirm(@Param('id', ParseUUIDPipe) id: string, @Body() request: ConfirmDispatchDto, @CurrentActor() actor: Actor) {
    return this.confirming.run(id, request, actor);
  }
}
