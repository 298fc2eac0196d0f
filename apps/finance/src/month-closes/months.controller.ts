import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor, Month } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { MonthParam } from '../offices/month.dto.js';
import { CloseMonth } from './close-month.js';
import { BoardQuery, ProposeCloseDto } from './months.dto.js';
import { ShowBoard } from './show-board.js';

@Controller()
export class MonthsController {
  constructor(
    private readonly board: ShowBoard,
    private readonly closing: CloseMonth,
  ) {}

  @Get('months/:month/reconciliation')
  @May('month.read')
  show(@Param() { month }: MonthParam, @Query() { county }: BoardQuery, @CurrentActor() actor: Actor) {
    return this.board.run(month as Month, county, actor);
  }

  @Post('month-closes')
  @May('month.propose-close')
  propose(@Body() request: ProposeCloseDto, @CurrentActor() actor: Actor) {
    return this.closing.propose(request, actor);
  }

  @Get('month-closes/:id')
  @May('month.read')
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.closing.get(id, actor);
  }

  @Post('month-closes/:id/confirm')
  @HttpCode(200)
  @May('month.close')
  confirm(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.closing.confirm(id, actor);
  }
}
