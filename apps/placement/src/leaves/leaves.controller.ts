import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { AskLeave } from './ask-leave.js';
import { DecideLeave } from './decide-leave.js';
import { AskLeaveDto, DecideDto, LeavesQuery, ReturnDto } from './leaves.dto.js';
import { ListLeaves } from './list-leaves.js';

/** 请假与销假. */
@Controller('leaves')
export class LeavesController {
  constructor(
    private readonly leaves: ListLeaves,
    private readonly asking: AskLeave,
    private readonly deciding: DecideLeave,
  ) {}

  @Get()
  @May('leave.read')
  list(@Query() query: LeavesQuery, @CurrentActor() actor: Actor) {
    return this.leaves.run(query, actor);
  }

  @Get(':id')
  @May('leave.read')
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.leaves.one(id, actor);
  }

  @Post()
  @May('leave.ask')
  ask(@Body() request: AskLeaveDto, @CurrentActor() actor: Actor) {
    return this.asking.run(request, actor);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @May('leave.ask')
  cancel(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.asking.cancel(id, actor);
  }

  @Post(':id/decide')
  @HttpCode(200)
  @May('leave.decide')
  decide(@Param('id', ParseUUIDPipe) id: string, @Body() request: DecideDto, @CurrentActor() actor: Actor) {
    return this.deciding.run(id, request, actor);
  }

  @Post(':id/return')
  @HttpCode(200)
  @May('leave.return')
  return(@Param('id', ParseUUIDPipe) id: string, @Body() { on }: ReturnDto, @CurrentActor() actor: Actor) {
    return this.deciding.return(id, on, actor);
  }
}
