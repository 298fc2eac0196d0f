import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { ReasonDto } from '../offices/reason.dto.js';
import { FundsQuery, RecordArrivalDto, RecordArrivalsDto, RecordSpendingDto } from './funds.dto.js';
import { ListFunds } from './list-funds.js';
import { RecordArrival } from './record-arrival.js';
import { RecordSpending } from './record-spending.js';

@Controller()
export class FundsController {
  constructor(
    private readonly funds: ListFunds,
    private readonly arrivals: RecordArrival,
    private readonly spendings: RecordSpending,
  ) {}

  @Get('funds')
  @May('fund.read')
  list(@Query() query: FundsQuery, @CurrentActor() actor: Actor) {
    return this.funds.run(query, actor);
  }

  @Get('fund-arrivals')
  @May('fund.read')
  listArrivals(@Query() query: FundsQuery, @CurrentActor() actor: Actor) {
    return this.funds.arrivals(query, actor);
  }

  @Post('fund-arrivals')
  @May('fund.record')
  arrive(@Body() request: RecordArrivalDto, @CurrentActor() actor: Actor) {
    return this.arrivals.run(request, actor);
  }

  @Post('fund-arrivals/bulk')
  @HttpCode(200)
  @May('fund.record')
  arriveMany(@Body() { rows }: RecordArrivalsDto, @CurrentActor() actor: Actor) {
    return this.arrivals.many(rows, actor);
  }

  @Post('fund-arrivals/:id/reverse')
  @HttpCode(200)
  @May('fund.record')
  reverse(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.arrivals.reverse(id, reason, actor);
  }

  @Post('fund-spendings')
  @May('fund.spend')
  spend(@Body() request: RecordSpendingDto, @CurrentActor() actor: Actor) {
    return this.spendings.run(request, actor);
  }
}
