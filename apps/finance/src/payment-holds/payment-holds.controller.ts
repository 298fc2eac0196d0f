import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { HoldDto } from '../attendances/attendances.dto.js';
import { ReasonDto } from '../offices/reason.dto.js';
import { ListHolds } from './list-holds.js';
import { HoldsQuery } from './payment-holds.dto.js';
import { PlaceHold } from './place-hold.js';

@Controller('payment-holds')
export class PaymentHoldsController {
  constructor(
    private readonly holds: ListHolds,
    private readonly placing: PlaceHold,
  ) {}

  @Get()
  @May('payment-hold.read')
  list(@Query() query: HoldsQuery, @CurrentActor() actor: Actor) {
    return this.holds.run(query, actor);
  }

  @Post()
  @May('payment-hold.place')
  place(@Body() request: HoldDto, @CurrentActor() actor: Actor) {
    return this.placing.run(request, actor);
  }

  @Post(':id/lift')
  @HttpCode(200)
  @May('payment-hold.lift')
  lift(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.placing.lift(id, reason, actor);
  }
}
