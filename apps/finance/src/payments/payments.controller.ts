import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { ReasonDto } from '../offices/reason.dto.js';
import { ListPayments } from './list-payments.js';
import { PaymentsQuery, ReferenceParam } from './payments.dto.js';
import { RetryPayment } from './retry-payment.js';

@Controller('payments')
export class PaymentsController {
  constructor(
    private readonly payments: ListPayments,
    private readonly retrying: RetryPayment,
  ) {}

  @Get()
  @May('payment.read')
  list(@Query() query: PaymentsQuery, @CurrentActor() actor: Actor) {
    return this.payments.run(query, actor);
  }

  @Post(':reference/retry')
  @HttpCode(200)
  @May('payment.retry')
  retry(@Param() { reference }: ReferenceParam, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.retrying.run(reference, reason, actor);
  }
}
