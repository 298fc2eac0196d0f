import { Controller, Get, Param } from '@nestjs/common';
import type { Actor, Month } from '@xibu/domain';
import { CurrentActor, May, pdfAnswer } from '@xibu/platform';
import { MonthParam } from '../offices/month.dto.js';
import { ListOwnSlips } from './list-own-slips.js';
import { PrintPaySlip } from './print-pay-slip.js';

/** The volunteer's own pay. */
@Controller('pay-slips')
export class PaySlipsController {
  constructor(
    private readonly slips: ListOwnSlips,
    private readonly printing: PrintPaySlip,
  ) {}

  @Get('mine')
  @May('pay-slip.own')
  list(@CurrentActor() actor: Actor) {
    return this.slips.run(actor);
  }

  @Get('mine/:month')
  @May('pay-slip.own')
  one(@Param() { month }: MonthParam, @CurrentActor() actor: Actor) {
    return this.slips.one(month as Month, actor);
  }

  @Get('mine/:month/slip.pdf')
  @May('pay-slip.own')
  async print(@Param() { month }: MonthParam, @CurrentActor() actor: Actor) {
    const { number, bytes } = await this.printing.run(month as Month, actor);
    return pdfAnswer(bytes, number);
  }
}
