import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { ReasonDto } from '../offices/reason.dto.js';
import { BankCardsQuery, ConfirmBankCardDto, ConfirmBankCardsDto, RegisterBankCardDto } from './bank-cards.dto.js';
import { ConfirmBankCard } from './confirm-bank-card.js';
import { ListBankCards } from './list-bank-cards.js';
import { RegisterBankCard } from './register-bank-card.js';

@Controller('bank-cards')
export class BankCardsController {
  constructor(
    private readonly registration: RegisterBankCard,
    private readonly confirmation: ConfirmBankCard,
    private readonly cards: ListBankCards,
  ) {}

  @Post()
  @May('bank-card.own')
  register(@Body() request: RegisterBankCardDto, @CurrentActor() actor: Actor) {
    return this.registration.run(request, actor);
  }

  @Get('mine')
  @May('bank-card.own')
  mine(@CurrentActor() actor: Actor) {
    return this.cards.mine(actor);
  }

  @Get()
  @May('bank-card.read')
  list(@Query() query: BankCardsQuery, @CurrentActor() actor: Actor) {
    return this.cards.run(query, actor);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @May('bank-card.confirm')
  confirm(@Param('id', ParseUUIDPipe) id: string, @Body() request: ConfirmBankCardDto, @CurrentActor() actor: Actor) {
    return this.confirmation.run(id, request, actor);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @May('bank-card.confirm')
  refuse(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.confirmation.refuse(id, reason, actor);
  }

  @Post('bulk-confirm')
  @HttpCode(200)
  @May('bank-card.confirm')
  confirmMany(@Body() request: ConfirmBankCardsDto, @CurrentActor() actor: Actor) {
    return this.confirmation.many(request, actor);
  }
}
